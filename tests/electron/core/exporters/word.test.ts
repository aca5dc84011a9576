import { unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { writeWord } from "#electron/core/exporters/word.ts";
import { textOf } from "#shared/domain/block.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";
import { everyKind, SECRETS } from "#tests/helpers/every-kind.ts";
import { flat, has, sayWhatIsSkipped, wordAsText } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("soffice");

const input = everyKind();
let bytes: Uint8Array;
let parts: Record<string, string>;
beforeAll(async () => {
  bytes = await writeWord(input);
  parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
});

const paragraphs = (xml: string): string[] => xml.match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
/** The cover and the contents, and the text behind them. */
const halves = (): [string, string] => {
  const [front = "", ...rest] = parts["word/document.xml"]!.split("</w:sectPr></w:pPr></w:p>");
  return [front, rest.join("")];
};
const containing = (text: string): string => paragraphs(halves()[1]).find((p) => p.includes(text)) ?? "";
const wordsIn = (xml: string): string => flat(xml.replace(/<w:instrText.*?<\/w:instrText>|<[^>]+>/g, " "));

test("headings have Word's own styles, with the grade in words", () => {
  expect(containing("Overall effectiveness")).toContain('w:pStyle w:val="Heading2"');
  expect(flat(containing("Overall effectiveness").replace(/<[^>]+>/g, ""))).toBe(
    "Overall effectiveness: Inadequate",
  );
});

test("only what is marked is formatted by hand", () => {
  expect(parts["word/document.xml"]).not.toMatch(/<w:(b|i|bCs|iCs) w:val="false"/);
  expect(parts["word/document.xml"]!.match(/<w:b\/>/g)).toHaveLength(1);
});

test("numbered paragraphs share one numbering through the report; others have none", () => {
  const number = (text: string): string | undefined => /<w:numId w:val="(\d+)"/.exec(containing(text))?.[1];
  expect(number("Plain, ")).toBeDefined();
  expect(number("Partnership working")).toBe(number("Plain, "));
  expect(number("Not numbered.")).toBeUndefined();
  expect(number("First point")).not.toBe(number("Plain, "));
});

test("every block with words has its bookmark, each once", () => {
  const names = [...parts["word/document.xml"]!.matchAll(/<w:bookmarkStart [^>]*w:name="(b_[^"]+)"/g)].map(
    (m) => m[1]!,
  );
  const notes = parts["word/footnotes.xml"]!;
  expect(notes).toContain(`w:name="${bookmarkName("note-1")}"`);
  expect(names).toEqual(
    input.report.blocks.filter(({ id }) => id !== "note-1").map(({ id }) => bookmarkName(id)),
  );
  expect(new Set(names).size).toBe(names.length);
});

test("a footnote is Word's own, a figure prints its words and a reference the number of the paragraph as it is now", () => {
  const sentence = containing("Of these, ");
  expect(sentence).toMatch(/<w:footnoteReference w:id="1"\/>/);
  expect(parts["word/footnotes.xml"]).toContain("Counted on 31 March 2009.");
  expect(parts["word/document.xml"]).not.toContain("Counted on 31 March 2009.");
  expect(flat(sentence.replace(/<[^>]+>/g, ""))).toBe(
    "Of these, 469 were looked after, as paragraph 6 says.",
  );
  expect(containing("A note that lost its mark.")).not.toBe("");
});

test("tables have a header row that repeats, and say what they are", () => {
  const tables = parts["word/document.xml"]!.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g)!;
  expect(tables).toHaveLength(3);
  for (const table of tables) expect(table).toMatch(/<w:tr><w:trPr>.*?<w:tblHeader\/>/);
  expect(tables[1]).toContain('<w:tblCaption w:val="Looked after children"/>');
  expect(tables[1]).toContain('<w:tblDescription w:val="Columns: Year; Children"/>');
});

test("the cover says what the report is and its grades; the contents name every heading and lead to it", () => {
  const [front] = halves();
  expect(wordsIn(front)).toContain(
    "Inspection of “Anyshire” &amp; &lt;others&gt; Inspectorate: Ofsted, with the Care Quality Commission " +
      "Framework: Safeguarding and looked after children services (2009 to 2010) Inspection date: 30 September 2009 " +
      "Judgement area Grade Safeguarding services Overall effectiveness Inadequate",
  );
  expect(front).toMatch(/<w:instrText[^>]*> TOC \\o &quot;1-3&quot; \\h \\z \\u </);
  expect(front.split('"begin"')).toHaveLength(front.split('"end"').length);
  const lines = [...front.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)".*?<\/w:hyperlink>/g)];
  expect(lines.map(([line]) => wordsIn(line))).toEqual([
    "About this inspection",
    "Overall effectiveness: Inadequate",
    "Record of main findings",
  ]);
  for (const [, anchor] of lines) expect(halves()[1]).toContain(`w:name="${anchor}"`);
});

test("the grades are not on the cover where the record of main findings opens the text", async () => {
  const record = input.report.blocks.filter(({ kind }) => kind === "findings-record");
  const others = input.report.blocks.filter(({ kind }) => kind !== "findings-record");
  const written = unzipSync(
    await writeWord({ ...input, report: { ...input.report, blocks: [...record, ...others] } }),
  );
  const xml = new TextDecoder().decode(written["word/document.xml"]);
  expect(xml.match(/<w:t[^>]*>Judgement area</g)).toHaveLength(1);
});

test("every page but the cover has the title above and its number of all below", () => {
  expect(parts["word/document.xml"]).toMatch(/<w:titlePg\/>/);
  const running = Object.keys(parts).filter((name) => /^word\/(?:header|footer)\d\.xml$/.test(name));
  const said = running.map((name) => wordsIn(parts[name]!.replace(/<\?.*?\?>/, "")));
  expect(said.toSorted()).toEqual(["", "", "Inspection of “Anyshire” &amp; &lt;others&gt;", "Page of"]);
  expect(running.map((name) => parts[name]).join("")).toMatch(/PAGE<[\s\S]*NUMPAGES</);
});

test("the language is British English and the title is set", () => {
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-GB"');
  expect(parts["docProps/core.xml"]).toContain("Inspection of “Anyshire” &amp; &lt;others&gt;");
});

test("no author, no evidence, no rationale, no hidden text, no comments", () => {
  const all = Object.values(parts).join("\n");
  for (const secret of SECRETS) expect(all).not.toContain(secret);
  expect(all).not.toMatch(/dc:creator|lastModifiedBy>[^<]|Un-named|w:vanish/);
  expect(parts["word/comments.xml"] ?? "").not.toMatch(/<w:comment /);
});

test("characters that XML forbids are gone, the words are not", () => {
  expect(parts["word/document.xml"]).toMatch(/form.?feed/);
  // oxlint-disable-next-line no-control-regex -- the very characters
  expect(Object.values(parts).join("")).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
});

test.skipIf(!has.soffice)(
  "LibreOffice reads the sample: all words, numbers 1 to 67, the record of main findings",
  async () => {
    const sample = await readSample();
    const text = flat(wordAsText(await writeWord(sample)));
    for (const block of sample.report.blocks) expect(text).toContain(flat(textOf(block)));
    expect(text).toMatch(/ 1\. The purpose of the inspection .* 67\. Partnership working is adequate/);
    expect(text).toContain("Judgement area Grade");
    expect(text).toMatch(
      /^.?Cornwall inspection of .* Inspection date: 30 September 2009 Judgement area Grade .* Contents About this inspection .* Record of main findings About this inspection 1\. /,
    );
  },
);
