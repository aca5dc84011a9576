import { afterEach, beforeEach, expect, test } from "vitest";
import { breakOf } from "#electron/core/store/ledger.ts";
import type { ExportEvent } from "#shared/api/exports.ts";
import type { FactualCheck, NewFactualComment } from "#shared/domain/factual-check.ts";
import { blockId } from "#tests/helpers/reports.ts";
import type { FactualCheckId, ReportId } from "#shared/domain/ids.ts";
import { issuedCopy } from "#shared/factual-accuracy/place-comment.ts";
import { guessMapping, readMargin, readTable } from "#shared/factual-accuracy/read-table.ts";
import { heldUpBy } from "#shared/publication/publication-item.ts";
import { appInMemory } from "#tests/helpers/app.ts";
import { addReport } from "#tests/helpers/library.ts";
import { has, readWith } from "#tests/helpers/readers.ts";
import { everyPart, fillIn, remark, wordText } from "#tests/helpers/response-form.ts";
import { block, paragraph, smallDraft } from "#tests/helpers/reports.ts";

let app: Awaited<ReturnType<typeof appInMemory>>;
let reportId: ReportId;
const BLOCKS = [
  block({ kind: "heading", id: "h", level: 1, text: "Leadership and management" }),
  paragraph("Inspectors read 21 case files and met 41 parents and carers.", {
    id: "files",
    evidenceIds: [],
  }),
  paragraph("Senior managers are ineffective, and the council’s strategy is not agreed.", { id: "managers" }),
  block({ kind: "bullet", id: "first", text: "plans are late in one case of ten" }),
  block({ kind: "bullet", id: "second", text: "caseloads are 18 on average" }),
];

beforeEach(async () => {
  app = await appInMemory();
  const draft = { ...smallDraft(), frameworkId: null, judgements: [], blocks: BLOCKS };
  reportId = addReport(app.app.context.library, draft);
});
afterEach(() => app.app.close());

const revision = async (): Promise<number> => (await app.client.reports.open({ reportId })).revision;

async function issue(fields: { reason?: string; to?: string } = {}): Promise<FactualCheck> {
  const dates = { issuedOn: "2026-03-02", dueOn: "2026-03-16" };
  const input = {
    reportId,
    baseRevision: await revision(),
    to: "Northshire County Council",
    ...dates,
    ...fields,
  };
  return (await app.client.factualAccuracy.issue(input)).check;
}

async function fileOf(events: AsyncIterable<ExportEvent>): Promise<{ name: string; bytes: Uint8Array }> {
  for await (const event of events)
    if (event.kind === "done")
      return { name: event.fileName, bytes: new Uint8Array(Buffer.from(event.content, "base64")) };
  throw new Error("No file was made");
}
const copyOf = async (checkId: FactualCheckId, format: "word" | "pdf" = "word") =>
  fileOf(await app.client.factualAccuracy.copy({ reportId, checkId, format }));
const responseOf = async (checkId: FactualCheckId, format: "word" | "pdf" = "word") =>
  fileOf(await app.client.factualAccuracy.response({ reportId, checkId, format }));

/** Reads a file as the page does. */
async function commentsIn(
  checkId: FactualCheckId,
  name: string,
  bytes: Uint8Array,
): Promise<NewFactualComment[]> {
  const file = new File([new Uint8Array(bytes)], name);
  const form = await app.client.factualAccuracy.read({ reportId, checkId, file });
  const copy = issuedCopy((await app.client.factualAccuracy.issued({ reportId, checkId })).blocks);
  const tables = form.tables.flatMap((table) => {
    const mapping = guessMapping(table);
    return mapping ? readTable(table, mapping, copy).comments : [];
  });
  return [...tables, ...readMargin(form.margin, copy)];
}

const put = async (id: string, text: string): Promise<number> => {
  const { revision: baseRevision, blocks } = await app.client.reports.open({ reportId });
  const at = blocks.findIndex((each) => each.id === id);
  const answer = await app.client.reports.apply({
    reportId,
    baseRevision,
    operations: [{ op: "put", block: paragraph(text, { id }), afterId: blocks[at - 1]?.id ?? null }],
  });
  return answer.revision;
};

const FORM = [
  ["1", "read 21 case files", "It was 23 case files.", "", "The timetable"],
  ["para 2, bullet 2", "", "Caseloads were 17.", "Fact", ""],
  ["", "the council’s strategy is not agreed", "The minutes were provided to the inspectors.", "", "Minutes"],
  ["99", "", "We do not agree.", "", ""],
];

test("issuing keeps the words under a name, writes the ledger, and marks the files; the copy never changes", async () => {
  const check = await issue();
  expect(check).toMatchObject({
    to: "Northshire County Council",
    dueOn: "2026-03-16",
    closed: null,
    comments: [],
  });
  const { ledger, broken } = await app.client.review.state({ reportId });
  expect(ledger.map(({ fact }) => fact)).toEqual([
    {
      kind: "facts-issued",
      checkId: check.id,
      to: "Northshire County Council",
      issuedOn: "2026-03-02",
      dueOn: "2026-03-16",
    },
  ]);
  expect([broken, breakOf(ledger)]).toEqual([null, null]);
  const [version] = await app.client.versions.list({ reportId });
  expect(version).toMatchObject({
    revision: check.revision,
    name: "Issued for factual accuracy, 2 March 2026",
  });
  await expect(app.client.versions.removeName({ reportId, revision: check.revision })).rejects.toMatchObject({
    data: { code: "bad-input" },
  });

  await put("files", "Other words altogether.");
  const { name, bytes } = await copyOf(check.id);
  expect(name).toMatch(/factual-accuracy.*\.docx$/);
  const text = wordText(bytes);
  expect(text).toContain("Inspectors read 21 case files");
  expect(text).not.toContain("Other words altogether");
  expect(text).toContain("Issued to Northshire County Council on 2 March 2026.");
  expect(text).toContain("What you say is wrong");
  expect(
    everyPart(bytes).match(/Draft for factual accuracy check – not for publication/g)!.length,
  ).toBeGreaterThan(1);
});

test.runIf(has.pdftotext)("the PDF says on every page that it is a draft", async () => {
  const { id } = await issue();
  const { bytes } = await copyOf(id, "pdf");
  const pages = readWith("pdftotext", (file) => [file, "-"], "copy.pdf", bytes)
    .split("\f")
    .filter((p) => p.trim());
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain("Draft for factual accuracy check");
});

test("what holds a report up holds its issue up, until a reason is given; nothing is issued twice at once", async () => {
  await put("files", "Jane Smith leads the service.");
  await expect(issue()).rejects.toMatchObject({ data: { code: "held-up" } });
  expect(await app.client.factualAccuracy.list({ reportId })).toEqual([]);
  expect((await app.client.review.state({ reportId })).ledger).toEqual([]);
  await issue({ reason: "She agreed to be named." });
  await expect(issue()).rejects.toMatchObject({ data: { code: "bad-input" } });
  const items = await app.client.exports.check({ reportId });
  expect(items).toMatchObject([
    { kind: "personal-detail", letOut: { reason: "She agreed to be named." } },
    { kind: "factual-check", letOut: null, message: expect.stringContaining("is not closed") },
  ]);
});

test("a form that was filled in comes back row by row; twice the same adds nothing, and all is undone at once", async () => {
  const { id: checkId } = await issue();
  const back = fillIn((await copyOf(checkId)).bytes, FORM);
  const comments = await commentsIn(checkId, "back.docx", back);
  expect(
    comments.map(({ blockIds, placedBy, kind, kindBy }) => [blockIds.join(), placedBy, kind, kindBy]),
  ).toEqual([
    ["files", "number", "slip", "proposed"],
    ["second", "number", "fact", "body"],
    ["managers", "words", "evidence", "proposed"],
    ["", "none", "fact", "proposed"],
  ]);
  const take = () => app.client.factualAccuracy.take({ reportId, checkId, source: "back.docx", comments });
  const first = await take();
  expect([first.added.length, first.already]).toEqual([4, 0]);
  const again = await take();
  expect([again.added, again.already, again.check.comments.length]).toEqual([[], 4, 4]);

  const csv = "Paragraph,Comment\n1,A new one.\n";
  const more = await commentsIn(checkId, "more.csv", new TextEncoder().encode(csv));
  expect(more).toMatchObject([{ blockIds: ["files"], text: "A new one." }]);

  const undone = await app.client.factualAccuracy.setRemoved({
    reportId,
    checkId,
    commentIds: first.added,
    removed: true,
  });
  expect(undone.comments).toEqual([]);
  expect((await take()).added.length).toBe(4);
});

test("a comment in the margin of the Word file is read beside the form, and stands where it hangs", async () => {
  const { id: checkId } = await issue();
  const copy = (await copyOf(checkId)).bytes;
  const back = fillIn(remark(copy, "Senior managers", "Two of five were praised."), FORM.slice(0, 1));
  const comments = await commentsIn(checkId, "back.docx", back);
  expect(comments.map(({ text, blockIds }) => [text, blockIds.join()])).toEqual([
    ["It was 23 case files.", "files"],
    ["Two of five were praised.", "managers"],
  ]);
});

test("a returned issue copy compared as Word has no changes of text: the form is not taken for any", async () => {
  const { id: checkId } = await issue();
  const bytes = fillIn((await copyOf(checkId)).bytes, FORM);
  const compared = await app.client.returned.compare({
    reportId,
    file: new File([new Uint8Array(bytes)], "b.docx"),
  });
  expect(compared.theirs).toEqual(compared.base);
});

test.each([
  ["nothing.docx", "", "empty"],
  ["picture.docx", "\x89PNG\r\n\x1a\n....", "unsupported"],
  ["letter.docx", "Dear colleague, nothing to add.", "unsupported"],
  ["report.pdf", "%PDF-1.7\n%....", "unsupported"],
])("%s is refused with what is wrong and what to do", async (name, content, code) => {
  const { id: checkId } = await issue();
  const file = new File([Buffer.from(content, "latin1")], name);
  await expect(app.client.factualAccuracy.read({ reportId, checkId, file })).rejects.toMatchObject({
    data: { code, message: expect.stringMatching(/\.$/), remedy: expect.stringMatching(/\.$/) },
  });
});

test("a copy of another report, and a file with too many rows, are refused", async () => {
  const { id: checkId } = await issue();
  const { bytes } = await copyOf(checkId);
  const other = addReport(app.app.context.library, { ...smallDraft(), frameworkId: null, judgements: [] });
  const { revision: baseRevision } = await app.client.reports.open({ reportId: other });
  const dates = { issuedOn: "2026-03-02", dueOn: "2026-03-16" };
  const issued = await app.client.factualAccuracy.issue({
    reportId: other,
    baseRevision,
    to: "B",
    ...dates,
    reason: "So.",
  });
  const read = (file: File) =>
    app.client.factualAccuracy.read({ reportId: other, checkId: issued.check.id, file });
  await expect(read(new File([new Uint8Array(bytes)], "a.docx"))).rejects.toMatchObject({
    data: { message: "This file was made from another report." },
  });
  const rows = "Paragraph,Comment\n" + "1,x\n".repeat(2100);
  await expect(read(new File([rows], "a.csv"))).rejects.toMatchObject({ data: { code: "too-large" } });
});

test("answers want a reason where not all is accepted; changed words are kept with the comment and in the ledger", async () => {
  const { id: checkId } = await issue();
  const comments = await commentsIn(checkId, "b.docx", fillIn((await copyOf(checkId)).bytes, FORM));
  const { added } = await app.client.factualAccuracy.take({ reportId, checkId, source: "b.docx", comments });
  const [files, second, managers, nowhere] = added;
  const revise = (commentId: typeof files, change: object) =>
    app.client.factualAccuracy.revise({ reportId, checkId, commentId: commentId!, ...change });
  await expect(revise(second, { status: "not-accepted" })).rejects.toMatchObject({
    data: { code: "bad-input" },
  });
  await revise(files, { status: "accepted" });
  await revise(second, { status: "not-accepted", reason: "The average of the year was 18." });
  await revise(managers, { status: "in-part", reason: "The draft strategy was seen.", kind: "fact" });
  const check = await revise(nowhere, { blockIds: [blockId("managers")] });
  expect(check.comments[3]).toMatchObject({ blockIds: ["managers"], placedBy: "desk", note: "" });
  expect(check.comments[2]).toMatchObject({ kind: "fact", kindBy: "desk", status: "in-part" });

  const from = await revision();
  const traceAt = async (id: string, commentId: typeof files) =>
    app.client.factualAccuracy.trace({
      reportId,
      checkId,
      commentId: commentId!,
      baseRevision: await revision(),
      blockId: blockId(id),
      from,
    });
  await put("managers", "Senior managers are ineffective, and the council’s strategy is a draft.");
  await expect(traceAt("files", files)).rejects.toMatchObject({ data: { code: "bad-input" } });
  await put("files", "Inspectors read 23 case files and met 41 parents and carers.");
  const traced = await traceAt("files", files);
  expect(traced.check.comments[0]!.changes).toMatchObject([
    {
      blockId: "files",
      before: "Inspectors read 21 case files and met 41 parents and carers.",
      after: "Inspectors read 23 case files and met 41 parents and carers.",
    },
  ]);
  const { ledger } = await app.client.review.state({ reportId });
  expect(ledger.at(-1)!.fact).toMatchObject({
    kind: "facts-changed",
    commentId: files,
    place: "Paragraph 1",
  });
  expect(breakOf(ledger)).toBeNull();
  // What changed words is part of the record.
  await expect(
    app.client.factualAccuracy.setRemoved({ reportId, checkId, commentIds: [files!], removed: true }),
  ).rejects.toMatchObject({ data: { code: "bad-input" } });

  await expect(responseOf(checkId)).rejects.toMatchObject({ data: { code: "held-up" } });
  await expect(
    app.client.factualAccuracy.close({ reportId, checkId, baseRevision: await revision(), closed: true }),
  ).rejects.toMatchObject({ data: { message: "One comment is not answered yet." } });
  const items = heldUpBy(await app.client.exports.check({ reportId }));
  expect(items.map(({ kind, message }) => [kind, message])).toEqual([
    [
      "factual-check",
      "1 of the 4 factual accuracy comments has no answer. Answer them, and close the check.",
    ],
  ]);
  await revise(nowhere, {
    status: "not-accepted",
    reason: "Judgements are not changed by this check. Mr Alan Jones.",
  });

  await app.client.review.setDesk({ name: "Lena Lead", role: "lead" });
  const { bytes } = await responseOf(checkId);
  const text = wordText(bytes);
  expect(text).toContain("4 comments: 1 accepted, 1 accepted in part, 2 not accepted.");
  expect(text).toContain("Before: Inspectors read 21 case files");
  expect(text).toContain("After: Inspectors read 23 case files");
  expect(text).toContain("The average of the year was 18.");
  expect(text).toContain("From: Lena Lead");
  expect(text).toContain("Paragraph 2, bullet 2");
  expect(await app.client.factualAccuracy.responseDetails({ reportId, checkId })).toEqual(["Mr Alan Jones"]);
  const pdf = await responseOf(checkId, "pdf");
  if (has.pdftotext)
    expect(readWith("pdftotext", (f) => ["-layout", f, "-"], "r.pdf", pdf.bytes)).toContain("not accepted");

  const closed = await app.client.factualAccuracy.close({
    reportId,
    checkId,
    baseRevision: await revision(),
    closed: true,
  });
  expect(closed.check.closed).toMatchObject({ by: "Lena Lead" });
  expect((await app.client.review.state({ reportId })).ledger.at(-1)!.fact).toEqual({
    kind: "facts-closed",
    checkId,
    closed: true,
    accepted: 1,
    inPart: 1,
    notAccepted: 2,
  });
  expect(heldUpBy(await app.client.exports.check({ reportId }))).toEqual([]);
  await expect(revise(files, { status: "open" })).rejects.toMatchObject({ data: { code: "bad-input" } });
});

test("a copy of the report has no check of its own; one that is archived keeps its own", async () => {
  const { id } = await issue();
  const { reportId: copy } = await app.client.library.duplicate({ reportId });
  expect(await app.client.factualAccuracy.list({ reportId: copy })).toEqual([]);
  await app.client.reports.archive({ reportId, archived: true });
  expect(await app.client.factualAccuracy.list({ reportId })).toMatchObject([{ id }]);
});
