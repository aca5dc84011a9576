import { beforeAll, describe, expect, test } from "vitest";
import { writePdf } from "#electron/core/exporters/pdf.ts";
import { drawn, inOrder, PdfFile, type TagElement } from "#tests/helpers/pdf-file.ts";
import { everyKind } from "#tests/helpers/every-kind.ts";
import { has, readWith, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("qpdf", "pdftotext");

/** What PDF 1.7 lets stand in what; of the rest nothing is asked. */
const PARENTS: Record<string, readonly string[]> = {
  LI: ["L"],
  Lbl: ["LI", "P", "Note", "TOCI"],
  LBody: ["LI"],
  THead: ["Table"],
  TBody: ["Table"],
  TR: ["THead", "TBody", "Table"],
  TH: ["TR"],
  TD: ["TR"],
  TOCI: ["TOC"],
};
const BLOCKS = new Set(["P", "Title", "Table", "L", "TOC", "H1", "H2", "H3", "H4", "BlockQuote", "Part"]);

describe.skipIf(!has.qpdf).each(["ua-1", "a-2a"] as const)("a file that keeps to %s", (pdfStandard) => {
  const files = new Map<string, PdfFile>();
  let bytes = new Uint8Array();
  beforeAll(async () => {
    bytes = new Uint8Array(await writePdf({ ...everyKind(), options: { pdfStandard } }));
    files.set("every kind", new PdfFile(bytes));
    files.set("sample", new PdfFile(await writePdf({ ...(await readSample()), options: { pdfStandard } })));
  });

  test("says what it is, in which language, and shows its title", () => {
    for (const file of files.values()) {
      expect(file.catalog["/Lang"]).toBe("u:en-GB");
      expect(file.dictionary(file.catalog["/MarkInfo"])["/Marked"]).toBe(true);
      const xmp = file.stream(file.catalog["/Metadata"]);
      expect(xmp).toContain("<dc:title>");
      expect(xmp).not.toContain("<dc:creator>");
      if (pdfStandard === "a-2a") {
        expect(xmp).toContain("<pdfaid:part>2</pdfaid:part>");
        expect(xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
        expect(file.list(file.catalog["/OutputIntents"])).toHaveLength(1);
      } else {
        expect(xmp).toContain("<pdfuaid:part>1</pdfuaid:part>");
        expect(file.dictionary(file.catalog["/ViewerPreferences"])["/DisplayDocTitle"]).toBe(true);
      }
    }
  });

  test("all that is drawn is tagged or marked as the page’s own, and every tagged piece is in the tree", () => {
    for (const [name, file] of files) {
      const inTree = new Set(inOrder(file.tags).flatMap(({ content }) => content));
      const ids = file.pages.flatMap(({ object, content }) => {
        const page = drawn(content);
        expect(page.untagged, name).toEqual([]);
        return page.ids.map((id) => `${object}/${id}`);
      });
      expect(ids.length).toBeGreaterThan(20);
      expect(ids.filter((id) => !inTree.has(id))).toEqual([]);
      expect([...inTree].filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  test("tags stand where they may: blocks in the document, items in lists, cells in rows", () => {
    const check = (tag: TagElement): void => {
      for (const child of tag.children) {
        const allowed = PARENTS[child.role];
        if (allowed) expect(allowed, `${child.role} in ${tag.role}`).toContain(tag.role);
        if (tag.role === "Document") expect(BLOCKS, child.role).toContain(child.role);
        if (child.role === "Link")
          expect(["Reference", "P", "Lbl", "TOCI", "Strong", "Em"]).toContain(tag.role);
        check(child);
      }
    };
    for (const file of files.values()) {
      expect(file.tags.map(({ role }) => role)).toEqual(["Document"]);
      file.tags.forEach(check);
    }
  });

  test("the order of reading is cover, contents, report; no heading skips a level", () => {
    for (const file of files.values()) {
      const roles = file.tags[0]!.children.map(({ role }) => role);
      expect(roles[0]).toBe("Title");
      expect(roles.indexOf("Table")).toBeLessThan(roles.indexOf("TOC"));
      expect(roles.slice(roles.indexOf("TOC") - 1, roles.indexOf("TOC") + 2)).toEqual(["H1", "TOC", "H1"]);
      const levels = inOrder(file.tags).flatMap(({ role }) => (/^H\d$/.test(role) ? [Number(role[1])] : []));
      for (const [index, level] of levels.entries())
        expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    }
  });

  test("tables with a heading row say so, and whose column it heads", () => {
    const tables = inOrder(files.get("every kind")!.tags).filter(({ role }) => role === "Table");
    expect(tables).toHaveLength(3);
    for (const table of tables) {
      const heads = inOrder([table]).filter(({ role }) => role === "TH");
      expect(heads).toHaveLength(2);
      for (const head of heads) expect(head.attributes["/Scope"]).toBe("/Column");
    }
  });

  test("every link says in words where it leads", () => {
    const { links } = files.get("every kind")!;
    expect(links).toHaveLength(8);
    for (const link of links) expect(link).not.toBe("");
    for (const link of files.get("sample")!.links) expect(link).toMatch(/.+, page \d+$/);
  });

  test("bookmarks follow the headings, and the contents name the same", () => {
    expect(files.get("every kind")!.outline).toEqual([
      { title: "About this inspection", below: ["Overall effectiveness: Inadequate"] },
      { title: "Record of main findings", below: [] },
    ]);
    const sample = files.get("sample")!;
    expect(sample.outline).toHaveLength(6);
    const entries = inOrder(sample.tags).filter(({ role }) => role === "TOCI");
    expect(entries.length).toBe(inOrder(sample.tags).filter(({ role }) => /^H[123]$/.test(role)).length - 1);
  });

  test.skipIf(!has.pdftotext)("every font is in the file, and is one of ours", () => {
    const rows = readWith("pdffonts", (f) => [f], "r.pdf", bytes)
      .trim()
      .split("\n")
      .slice(2);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/SourceSans3.*\byes\s+yes\s+yes\b/);
  });
});

test("the check of page content sees what is drawn outside of tags", () => {
  const page = "/Artifact BMC 0 0 m S EMC /P << /MCID 3 >> BDC BT (Tj \\) EMC) Tj ET EMC BT (bare) Tj ET";
  expect(drawn(page)).toEqual({ ids: [3], untagged: ["Tj"] });
});

describe.skipIf(!has.pdftotext)("on paper", () => {
  const page = (bytes: Uint8Array, number: number): string =>
    readWith("pdftotext", (f) => ["-layout", "-f", `${number}`, "-l", `${number}`, f, "-"], "r.pdf", bytes);

  test("the cover has title, facts and grades in words, without a running head", async () => {
    const input = everyKind();
    const cover = page(await writePdf(input), 1);
    for (const words of [
      "Inspection of “Anyshire” & <others>",
      "Inspectorate: Ofsted, with the Care Quality Commission",
      "Framework: Safeguarding and looked after children services",
      "Overall effectiveness",
      "Inadequate",
    ])
      expect(cover).toContain(words);
    expect(cover).not.toMatch(/Page \d/);
  });

  test("later pages carry the title, the section and their number of all", async () => {
    const bytes = await writePdf(await readSample());
    const text = page(bytes, 6);
    expect(text).toMatch(
      /^\s*Cornwall inspection of safeguarding and looked after children\s+The inspection outcomes/,
    );
    expect(text).toMatch(/Page 6 of 20\s*$/);
    expect(page(bytes, 2)).toMatch(/Contents[\s\S]+Record of main findings[ .]+19/);
  });

  test("a report that says nothing yet is a cover", async () => {
    const { report } = everyKind();
    const empty = { ...report, blocks: [], judgements: [], provider: "Anyshire Council" };
    const bytes = await writePdf({ report: empty, framework: null });
    expect(page(bytes, 1)).toContain("Provider: Anyshire Council");
    expect(readWith("pdfinfo", (f) => [f], "r.pdf", bytes)).toMatch(/^Pages: +1$/m);
  });

  test("a note in a heading is printed once, and not again in contents and heads", async () => {
    const input = everyKind();
    const note = input.report.blocks.find(({ kind }) => kind === "footnote")!;
    const heading = input.report.blocks[0]!;
    const marked = {
      ...heading,
      inlines: [...heading.inlines, { kind: "note" as const, blockId: note.id }],
    };
    const blocks = [marked, note, ...input.report.blocks.slice(1, 2)];
    const bytes = await writePdf({ ...input, report: { ...input.report, blocks } });
    const all = readWith("pdftotext", (f) => [f, "-"], "r.pdf", bytes);
    expect(all.match(/Counted on 31 March 2009/g)).toHaveLength(1);
  });
});
