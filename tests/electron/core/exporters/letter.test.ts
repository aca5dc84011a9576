import { beforeAll, expect, test } from "vitest";
import { insertReport } from "#electron/core/store/reports.ts";
import type { LetterFormat } from "#shared/api/exports.ts";
import { EvidenceFields } from "#shared/domain/evidence.ts";
import { ReportId } from "#shared/domain/ids.ts";
import { deskOf, type TestDesk } from "#tests/helpers/desks.ts";
import { change } from "#tests/helpers/library.ts";
import { flat, has, readWith, sayWhatIsSkipped, wordAsText } from "#tests/helpers/readers.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

sayWhatIsSkipped("soffice", "pdftotext");

const reportId = ReportId.parse("letter");
let reviewer: TestDesk;
beforeAll(async () => {
  reviewer = await deskOf("Rae Reviewer", "reviewer");
  const { client, app } = reviewer;
  const draft = smallDraft();
  const blocks = [...draft.blocks, paragraph("Partners meet #monthly*.", { id: "last" })];
  insertReport(app.context.library.write, reportId, { ...draft, blocks }, { name: "", sha256: "" }, change);
  const fields = EvidenceFields.parse({ kind: "interview", title: "A secret talk", date: null });
  await client.evidence.put({ reportId, evidence: { ...fields, id: null } });
  const say = (comment: object) =>
    client.comments.add({ reportId, comment: { blockId: null, quote: "", offset: 0, text: "", ...comment } });
  const asked = await say({
    blockId: "last",
    quote: "meet #monthly*",
    offset: 9,
    text: "Is it monthly?\nOr *less*?",
    suggestion: "meet each month",
  });
  await client.comments.answer({ reportId, commentId: asked.id, text: "The minutes say so." });
  await client.comments.settle({ reportId, commentId: asked.id, taken: true });
  await say({ text: "Please number the tables." });
  await say({ blockId: blocks[1]!.id, quote: "is inadequate", offset: 48, text: "Say why." });
  await say({ text: "Note to self.", isPrivate: true });
});

async function letter(format: LetterFormat): Promise<{ name: string; bytes: Uint8Array }> {
  for await (const event of await reviewer.client.exports.letter({ reportId, format }))
    if (event.kind === "done") return { name: event.fileName, bytes: Buffer.from(event.content, "base64") };
  throw new Error("No letter was made");
}

/** In the order in which it has to be read. */
const SAYS = [
  "Quality-assurance letter",
  "Report: Inspection of Anyshire",
  "From: Rae Reviewer",
  "3 queries in the order of the report, 2 of them open.",
  "The whole report",
  "Please number the tables.",
  "Paragraph 1",
  "“is inadequate”",
  "Say why.",
  "Paragraph 3",
  "“meet #monthly*”",
  "Is it monthly?",
  "Or *less*?",
  "Suggested and taken: “meet each month”",
];
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}#*]+/gu, "");

function expectAll(text: string): void {
  let at = 0;
  for (const words of SAYS) {
    const found = letters(text).indexOf(letters(words), at);
    expect(found, words).toBeGreaterThanOrEqual(0);
    at = found;
  }
  for (const words of ["The minutes say so.", "Settled by Rae Reviewer", "None yet"])
    expect(letters(text)).toContain(letters(words));
  for (const secret of ["Note to self", "A secret talk", "E-001"]) expect(text).not.toContain(secret);
}

test.skipIf(!has.soffice)("LibreOffice reads every query of the Word letter, in report order", async () => {
  const { name, bytes } = await letter("word");
  expect(name).toBe("anyshire-qa-letter-2009-09-30.docx");
  expectAll(wordAsText(bytes));
});

test.skipIf(!has.pdftotext)(
  "poppler reads the same in the PDF, which is tagged and names nobody as author",
  async () => {
    const { name, bytes } = await letter("pdf");
    expect(name).toBe("anyshire-qa-letter-2009-09-30.pdf");
    expectAll(flat(readWith("pdftotext", (file) => [file, "-"], "letter.pdf", bytes)));
    expect(Buffer.from(bytes).toString("latin1")).toContain("<pdfuaid:part>1</pdfuaid:part>");
    const info = readWith("pdfinfo", (file) => [file], "letter.pdf", bytes);
    expect(info).toContain("Tagged:          yes");
    expect(info).not.toMatch(/^Author:/m);
    const tree = readWith("pdfinfo", (file) => ["-struct", file], "letter.pdf", bytes);
    for (const tag of ["Table", "THead", "TH"]) expect(tree).toContain(tag);
  },
);
