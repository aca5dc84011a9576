import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { ExportExtras, ExportInput } from "#electron/core/exporters/exporter.ts";
import { writeWord } from "#electron/core/exporters/word.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { readReturned } from "#electron/core/importers/word/read-returned.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { sentAs } from "#electron/core/returned/sent.ts";
import { Comment } from "#shared/domain/comment.ts";
import { Disposition } from "#shared/domain/disposition.ts";
import { type Block, plain, textOf } from "#shared/domain/block.ts";
import { basisOf, triageOf } from "#shared/consistency/triage.ts";
import { checkReport } from "#shared/consistency/check.ts";
import { returnedReport } from "#shared/returned/returned-report.ts";
import { everyKind, SECRETS } from "#tests/helpers/every-kind.ts";
import { flat, has, sayWhatIsSkipped, toFormat } from "#tests/helpers/readers.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

sayWhatIsSkipped("soffice");

const input = everyKind();
const blockSaying = (text: string): Block =>
  input.report.blocks.find((each) => textOf(each).startsWith(text))!;
const write = (extras: ExportExtras, more: Partial<ExportInput> = {}) =>
  writeWord({ ...input, ...more, extras });
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
const wordsIn = (xml: string): string => flat(xml.replace(/<[^>]+>/g, ""));

const comment = (fields: Partial<Record<keyof Comment, unknown>>): Comment =>
  Comment.parse({
    id: crypto.randomUUID(),
    answers: null,
    blockId: null,
    quote: "",
    offset: 0,
    text: "",
    by: "Rosalind Peel",
    at: "2026-03-01T10:00:00.000Z",
    resolved: null,
    ...fields,
  });

const asked = comment({
  blockId: blockSaying("Plain, ").id,
  quote: "and italic",
  offset: 12,
  text: "Why italic?",
});
const comments = [
  asked,
  comment({ answers: asked.id, text: "For emphasis.", by: "Ben Oaks" }),
  comment({
    blockId: "note-1",
    text: "Which day?",
    resolved: { by: "Ben Oaks", at: "2026-03-02T10:00:00.000Z" },
  }),
  comment({ text: "Of the whole report." }),
];

/** The sample of every kind as it was before: a word put in, one taken out, a paragraph gone, one new, a row more. */
const before: Block[] = [
  ...input.report.blocks
    .filter((each) => textOf(each) !== "Not numbered.")
    .map((each): Block => {
      if (textOf(each) === "Partnership working is adequate.")
        return { ...each, inlines: plain("Partnership working is wholly inadequate.") } as Block;
      return each.kind === "table" ? { ...each, rows: [...each.rows, ["2007", "399"]] } : each;
    }),
  paragraph("GONE-SINCE altogether."),
];

function decided(): Disposition[] {
  const { fingerprint, rule, areaId, blockId, ...said } = checkReport(input.report, input.framework)[0]!;
  return [
    Disposition.parse({
      fingerprint,
      rule,
      areaId,
      blockId,
      basis: basisOf(said),
      state: "dismissed",
      reason: "Looked at twice.",
      by: "Rosalind Peel",
      at: "2026-03-01T10:00:00.000Z",
    }),
  ];
}

/** What came back of the words: control characters are none. */
const shown = (blocks: readonly Block[]) =>
  blocks.map((each) => ({
    id: each.id,
    kind: each.kind,
    // oxlint-disable-next-line no-control-regex -- the very characters
    text: textOf(each).replace(/[\u0000-\u0008\u000B\u000C]/g, ""),
    rows: each.kind === "table" ? each.rows.map((row) => row.filter((text) => text !== "")) : [],
  }));

test("the plain file holds no comment, no change, no annex, no author and none of the secrets", async () => {
  const parts = partsOf(await write({}));
  const all = Object.values(parts).join("\n");
  expect(parts["word/comments.xml"]).toBeUndefined();
  expect(all).not.toMatch(/w:comment|<w:ins |<w:del |w:author|For internal use only|Annex/);
  for (const secret of [...SECRETS, "GONE-SINCE", "Rosalind", "Ben Oaks", "Looked at twice"])
    expect(all).not.toContain(secret);
});

test("comments stand on their words with their answers; nothing else that was not asked for is there", async () => {
  const parts = partsOf(await write({ comments }));
  const text = parts["word/document.xml"]!;
  const on =
    /<w:commentRangeStart w:id="(\d+)"\/><w:commentRangeStart w:id="(\d+)"\/>(.*?)<w:commentRangeEnd/.exec(
      text.slice(text.indexOf("Plain, ")),
    )!;
  expect(wordsIn(on[3]!)).toBe("and italic");
  const said = [...parts["word/comments.xml"]!.matchAll(/<w:comment .*?<\/w:comment>/g)].map(
    ([each]) => each,
  );
  expect(said.map(wordsIn).toSorted()).toEqual([
    "For emphasis.",
    "Of the whole report.",
    "Which day?",
    "Why italic?",
  ]);
  expect(said.find((each) => each.includes("emphasis"))).toContain('w:author="Ben Oaks"');
  expect(parts["word/commentsExtended.xml"]).toMatch(/w15:paraIdParent=/);
  expect(parts["word/commentsExtended.xml"]).toMatch(/w15:done="1"/);
  const all = Object.values(parts).join("\n");
  expect(all).not.toMatch(/<w:ins |<w:del |For internal use only/);
  for (const secret of SECRETS) expect(all).not.toContain(secret);
});

test("changes since a revision are tracked by word, with no person named, and accepted they are the report", async () => {
  const bytes = await write({ before });
  const text = partsOf(bytes)["word/document.xml"]!;
  const all = (element: string) =>
    [...text.matchAll(new RegExp(`<w:${element} [^>]*>(?:(?!</w:${element}>).)+</w:${element}>`, "g"))]
      .map(([each]) => wordsIn(each))
      .filter((words) => words !== "");
  expect(all("ins")).toEqual(["adequate", "Not numbered."]);
  expect(all("del")).toEqual(["wholly inadequate", "2007", "399", "GONE-SINCE altogether."]);
  expect(new Set([...text.matchAll(/w:author="([^"]*)"/g)].map(([, name]) => name))).toEqual(
    new Set(["Plumbline"]),
  );
  const ids = [...text.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const back = returnedReport(
    sentAs(input),
    readReturned(bytes, () => {}),
  );
  expect(shown(back.blocks)).toEqual(shown(input.report.blocks));
});

test("the annex says it is internal on every page, and what stands behind and was decided; it never comes back", async () => {
  const dispositions = decided();
  expect(triageOf(checkReport(input.report, input.framework), dispositions).answers.size).toBe(1);
  const evidence = input.report.evidence.map((item) => ({
    ...item,
    areaIds: blockSaying("Overall effectiveness").areaIds,
  }));
  const bytes = await write(
    { annex: { dispositions, rules: {} } },
    { report: { ...input.report, evidence } },
  );
  const parts = partsOf(bytes);
  const text = wordsIn(parts["word/document.xml"]!);
  expect(text).toContain("For internal use only: it ends with an annex");
  expect(text).toContain("Evidence by area and kind");
  expect(text).toContain("E-001");
  expect(text).toContain("Dismissed by Rosalind Peel: Looked at twice.");
  expect(wordsIn(parts["word/header2.xml"]! + parts["word/header1.xml"]!)).toContain(
    "For internal use only – ",
  );
  for (const secret of SECRETS.filter((each) => each !== "E-001"))
    expect(Object.values(parts).join("\n")).not.toContain(secret);
  const draft = await readReport(
    { name: "report.docx", bytes },
    { frameworks: loadFrameworks(), onPage: () => {} },
  );
  expect(draft.blocks.map(textOf).join("\n")).not.toMatch(/internal|E-001|Annex/);
  const back = returnedReport(
    sentAs(input),
    readReturned(bytes, () => {}),
  );
  expect(shown(back.blocks)).toEqual(shown(input.report.blocks));
});

test.skipIf(!has.soffice)("LibreOffice shows cover, contents, comments, changes and annex", async () => {
  const everything = await write({ comments, before, annex: { dispositions: decided(), rules: {} } });
  const odt = unzipSync(toFormat("soffice", "odt", "report.docx", everything));
  const content = new TextDecoder().decode(odt["content.xml"]);
  expect(content).toContain("<text:table-of-content ");
  expect(content.match(/<office:annotation /g)).toHaveLength(comments.length);
  expect(content).toContain("<dc:creator>Rosalind Peel</dc:creator>");
  expect(content.match(/<text:insertion>/g)!.length).toBeGreaterThanOrEqual(2);
  const struck = content.slice(
    content.indexOf("<text:tracked-changes"),
    content.indexOf("</text:tracked-changes>"),
  );
  expect(wordsIn(struck)).toContain("GONE-SINCE altogether.");
  expect(wordsIn(content)).toContain("Looked at twice.");
});

test("a comment on a table without a caption is on its first cell", async () => {
  const table = block({ kind: "table", rows: [["A", "B"]] });
  const report = { ...input.report, blocks: [table] };
  const parts = partsOf(
    await write({ comments: [comment({ blockId: table.id, text: "Which year?" })] }, { report }),
  );
  expect(parts["word/document.xml"]).toMatch(
    /<w:tc>.*?<w:commentRangeStart w:id="0"\/>.*?>A<.*?<w:commentRangeEnd w:id="0"\/>/,
  );
});

test("what is written without the library is to the letter what the library writes", async () => {
  const everywhere = input.report.blocks.map((each) => comment({ blockId: each.id, text: "Here." }));
  const bare = (xml: string): string => {
    let count = 0;
    return xml
      .replace(
        /<w:commentRange(?:Start|End) w:id="\d+"\/>|<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g,
        "",
      )
      .replace(
        /(<w:bookmarkStart w:name="[^"]*" w:id=")\d+"\/>/g,
        (_, start: string) => `${start}${++count}"/>`,
      )
      .replace(/<w:bookmarkEnd w:id="\d+"\/>/g, "<w:bookmarkEnd/>")
      .replace(/r:id="rId[^"]*"/g, "");
  };
  const [plain, commented] = await Promise.all([write({}), write({ comments: everywhere })]);
  const [raw, library] = [plain, commented].map((bytes) => bare(partsOf(bytes)["word/document.xml"]!));
  expect(library!.split("<w:p>")).toEqual(raw!.split("<w:p>"));
});
