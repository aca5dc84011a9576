import { beforeEach, expect, test } from "vitest";
import { textOf } from "#shared/domain/block.ts";
import { changesBetween } from "#shared/merge/changes.ts";
import { takeChanges } from "#shared/merge/take-changes.ts";
import { type BlockOperation, diffBlocks } from "#shared/document/operations.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { AreaId, GradeId, ReportId } from "#shared/domain/ids.ts";
import { insertReport } from "#electron/core/store/reports.ts";
import { reportBasis } from "#shared/review/basis.ts";
import { deskOf, fileOf, opened, packed, type TestDesk } from "#tests/helpers/desks.ts";
import { change } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

const partnerships = AreaId.parse("safeguarding.partnerships");
const item = (fields: object) =>
  Evidence.parse({ kind: "interview", date: "2009-09-14", notes: "Notes.", source: "Head", ...fields });
const EVIDENCE = [
  item({ id: "e-open", reference: "E-001", title: "Open", sensitivity: "quotable" }),
  item({ id: "e-never", reference: "E-002", title: "Secret", sensitivity: "never" }),
];

let lead: TestDesk;
let reviewer: TestDesk;
let reportId: ReportId;
beforeEach(async () => {
  lead = await deskOf("Lee Lead", "lead");
  reviewer = await deskOf("Rae Reviewer", "reviewer");
  reportId = ReportId.parse(`report-${Math.random()}`);
  const draft = smallDraft();
  const tied = paragraph("Partners meet.", {
    id: `tied-${reportId}`,
    areaIds: [partnerships],
    evidenceIds: ["e-open", "e-never"],
  });
  insertReport(
    lead.app.context.library.write,
    reportId,
    { ...draft, blocks: [...draft.blocks, tied] },
    { name: "", sha256: "" },
    change,
    { evidence: EVIDENCE },
  );
});

const reportAt = (desk: TestDesk) => desk.client.reports.open({ reportId });
const say = (desk: TestDesk, text: string, fields: object = {}) =>
  desk.client.comments.add({ reportId, comment: { blockId: null, quote: "", offset: 0, text, ...fields } });
const said = async (desk: TestDesk) =>
  (await desk.client.comments.list({ reportId })).comments.map(({ text }) => text);
async function write(desk: TestDesk, operations: BlockOperation[]): Promise<void> {
  const { revision } = await reportAt(desk);
  await desk.client.reports.apply({ reportId, baseRevision: revision, operations });
}
async function change1(desk: TestDesk, find: string, text: string): Promise<void> {
  const { blocks } = await reportAt(desk);
  const index = blocks.findIndex((block) => textOf(block).includes(find));
  const block = { ...blocks[index]!, inlines: [{ kind: "text" as const, text }] };
  await write(desk, [{ op: "put", block, afterId: blocks[index - 1]?.id ?? null }]);
}
/** Takes everything that does not clash. */
async function take(desk: TestDesk, bytes: Uint8Array<ArrayBuffer>, trust = true) {
  const { returned, grades } = await opened(desk, bytes);
  const changes = returned ? changesBetween(returned) : [];
  const chosen = new Set(changes.filter(({ clash }) => !clash).map(({ id }) => id));
  return desk.client.packages.take({
    file: fileOf(bytes),
    passphrase: null,
    trust,
    baseRevision: returned?.revision ?? null,
    operations: returned ? diffBlocks(returned.ours, takeChanges(returned, changes, chosen)) : [],
    grades: grades.filter(({ clash }) => !clash).map(({ areaId }) => areaId),
  });
}
const send = async (): Promise<void> => {
  const { revision } = await reportAt(lead);
  await lead.client.review.move({ reportId, baseRevision: revision, to: "in-review" });
};

test("a report goes to another desk with its ties, and with no more of the evidence than may go", async () => {
  await send();
  await say(lead, "Please look at ¶2.");
  await say(lead, "Note to self.", { isPrivate: true });
  const bytes = await packed(lead, reviewer, reportId);
  const preview = await opened(reviewer, bytes);
  expect(preview).toMatchObject({
    kind: "new",
    known: false,
    from: { name: "Lee Lead" },
    withheld: 1,
    stage: "in-review",
  });
  await expect(take(reviewer, bytes, false)).rejects.toMatchObject({
    data: { remedy: expect.stringContaining(preview.fingerprint) },
  });
  await take(reviewer, bytes);
  const [there, here] = [await reportAt(lead), await reportAt(reviewer)];
  expect(here.blocks).toEqual(there.blocks);
  expect(here.judgements).toEqual(there.judgements);
  expect(reportBasis(here)).toBe(reportBasis(there));
  expect(here.stage).toBe("in-review");
  expect(here.evidence.map(({ reference, notes }) => [reference, notes])).toEqual([
    ["E-001", "Notes."],
    ["E-002", ""],
  ]);
  expect(JSON.stringify(here)).not.toContain("Secret");
  expect(await said(reviewer)).toEqual(["Please look at ¶2."]);
  expect((await reviewer.client.review.state({ reportId })).ledger).toEqual(
    (await lead.client.review.state({ reportId })).ledger,
  );
});

test("what was done at both desks comes together, and nothing is overwritten in silence", async () => {
  await send();
  await take(reviewer, await packed(lead, reviewer, reportId));
  await change1(reviewer, "Partners meet", "Partners meet monthly.");
  await change1(reviewer, "Partnership working", "Partnership working is inadequate.");
  await write(reviewer, [{ op: "put", block: paragraph("A new one.", { id: "new" }), afterId: null }]);
  await say(reviewer, "Is it monthly?");
  const { revision } = await reportAt(reviewer);
  await reviewer.client.review.move({
    reportId,
    baseRevision: revision,
    to: "returned",
    reason: "One query.",
  });
  await change1(lead, "Partnership working", "Partnership working is good.");
  await say(lead, "Meanwhile here.");

  const bytes = await packed(reviewer, lead, reportId);
  const preview = await opened(lead, bytes);
  expect(preview).toMatchObject({ kind: "merge", comments: 1, ledgerLines: 1 });
  const changes = changesBetween(preview.returned!);
  expect(changes.map(({ what, clash }) => [what, clash])).toEqual([
    ["added", false],
    ["words", true],
    ["words", false],
  ]);
  await take(lead, bytes);
  const merged = await reportAt(lead);
  expect(merged.blocks.map(textOf)).toEqual(
    expect.arrayContaining(["A new one.", "Partners meet monthly.", "Partnership working is good."]),
  );
  expect(merged.stage).toBe("returned");
  expect((await said(lead)).toSorted()).toEqual(["Is it monthly?", "Meanwhile here."]);
  const tied = merged.blocks.find((block) => textOf(block) === "Partners meet monthly.");
  expect(tied?.evidenceIds).toEqual(["e-open", "e-never"]);
  expect(merged.evidence.map(({ title }) => title)).toEqual(["Open", "Secret"]);

  // Twice is the same as once.
  expect((await opened(lead, bytes)).kind).toBe("again");
  await take(lead, bytes);
  expect(await reportAt(lead)).toEqual(merged);
  const { ledger, broken } = await lead.client.review.state({ reportId });
  expect(ledger.map(({ by }) => by)).toEqual(["Lee Lead", "Rae Reviewer"]);
  expect(broken).toBeNull();

  // And on: back to the reviewer, who approves what is then the report.
  const state = await lead.client.review.move({
    reportId,
    baseRevision: merged.revision,
    to: "in-review",
  });
  expect(state.stage).toBe("in-review");
  await take(reviewer, await packed(lead, reviewer, reportId));
  const back = await reportAt(reviewer);
  expect(back.blocks.map(textOf)).toEqual(merged.blocks.map(textOf));
  await reviewer.client.review.approve({ reportId, baseRevision: back.revision });
  await take(lead, await packed(reviewer, lead, reportId));
  expect((await reportAt(lead)).stage).toBe("approved");
});

test("an approval of words that are no longer the report’s does not approve it", async () => {
  await send();
  await take(reviewer, await packed(lead, reviewer, reportId));
  const { revision } = await reportAt(reviewer);
  await reviewer.client.review.approve({ reportId, baseRevision: revision });
  await change1(lead, "Partners meet", "Partners never meet.");
  await take(lead, await packed(reviewer, lead, reportId));
  expect((await reportAt(lead)).stage).toBe("in-review");
});

test("a grade that was moved there is taken with its reason and line, or left without", async () => {
  await send();
  await take(reviewer, await packed(lead, reviewer, reportId));
  const { revision } = await reportAt(reviewer);
  await reviewer.client.reports.setGrade({
    reportId,
    baseRevision: revision,
    areaId: partnerships,
    gradeId: GradeId.parse("good"),
    rationale: "The board meets.",
  });
  const bytes = await packed(reviewer, lead, reportId);
  const { grades, returned } = await opened(lead, bytes);
  expect(grades).toEqual([
    { areaId: partnerships, ours: "adequate", theirs: "good", reason: "The board meets.", clash: false },
  ]);
  const base = { file: fileOf(bytes), passphrase: null, trust: true, operations: [] };
  await lead.client.packages.take({ ...base, baseRevision: returned!.revision, grades: [partnerships] });
  const report = await reportAt(lead);
  expect(report.judgements.find(({ areaId }) => areaId === partnerships)).toMatchObject({
    gradeId: "good",
    rationale: "The board meets.",
  });
  const { ledger } = await lead.client.review.state({ reportId });
  expect(ledger.at(-1)).toMatchObject({ by: "Rae Reviewer", fact: { kind: "grade", to: "good" } });
});

test("a heading prints the grade that is given here: it is no change of the text, and follows when the grade is taken", async () => {
  await send();
  await take(reviewer, await packed(lead, reviewer, reportId));
  const { revision } = await reportAt(reviewer);
  const areaId = AreaId.parse("safeguarding.overall-effectiveness");
  const gradeId = GradeId.parse("good");
  await reviewer.client.reports.setGrade({
    reportId,
    baseRevision: revision,
    areaId,
    gradeId,
    rationale: "It holds.",
  });
  const bytes = await packed(reviewer, lead, reportId);
  const { returned } = await opened(lead, bytes);
  expect(changesBetween(returned!)).toEqual([]);
  await take(lead, bytes);
  const heading = (await reportAt(lead)).blocks.find((block) => textOf(block) === "Overall effectiveness");
  expect(heading).toMatchObject({ printedGrade: { gradeId } });
  const [there, here] = [await reportAt(reviewer), await reportAt(lead)];
  expect(reportBasis(here)).toBe(reportBasis(there));
});

test("answers given at both desks are shown beside each other; the newest stands and the other is kept", async () => {
  await take(reviewer, await packed(lead, reviewer, reportId));
  const disposition = {
    fingerprint: "f1",
    basis: "b1",
    rule: "quote/unbalanced",
    areaId: null,
    blockId: null,
  };
  const dispose = (desk: TestDesk, reason: string) =>
    desk.client.findings.dispose({
      reportId,
      dispositions: [{ ...disposition, state: "dismissed", reason }],
    });
  await dispose(reviewer, "The speaker goes on.");
  await new Promise((resolve) => setTimeout(resolve, 5));
  await dispose(lead, "It is closed below.");
  const bytes = await packed(reviewer, lead, reportId);
  expect((await opened(lead, bytes)).answers).toMatchObject([
    { theirs: { reason: "The speaker goes on." }, ours: { reason: "It is closed below." } },
  ]);
  await take(lead, bytes);
  expect((await lead.client.findings.dispositions({ reportId })).map(({ reason }) => reason)).toEqual([
    "It is closed below.",
  ]);
});

test("with a passphrase it opens for whoever knows it, and for nobody else", async () => {
  const lock = { passphrase: "correct horse battery" };
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  for await (const event of await lead.client.packages.make({ reportId, evidence: "none", lock }))
    if (event.kind === "done") bytes = new Uint8Array(Buffer.from(event.content, "base64"));
  const file = fileOf(bytes!);
  expect((await reviewer.client.packages.open({ file, ...lock })).withheld).toBe(2);
  for (const passphrase of ["wrong horse battery", null])
    await expect(reviewer.client.packages.open({ file, passphrase })).rejects.toMatchObject({
      data: { code: "wrong-key" },
    });
});

test("a thread that was settled or given to somebody at one desk is so at the other", async () => {
  const asked = await say(lead, "Who is this?", { suggestion: "the board" });
  await take(reviewer, await packed(lead, reviewer, reportId));
  await reviewer.client.comments.answer({ reportId, commentId: asked.id, text: "The board." });
  await reviewer.client.comments.settle({ reportId, commentId: asked.id, taken: true });
  await take(lead, await packed(reviewer, lead, reportId));
  const { comments } = await lead.client.comments.list({ reportId });
  expect(comments).toMatchObject([
    { text: "Who is this?", suggestion: { settled: { taken: true } }, resolved: { by: "Rae Reviewer" } },
    { text: "The board.", answers: asked.id },
  ]);
});

test("who reviews until when goes to the other desk and back; what was changed here stays", async () => {
  const assigned = async (desk: TestDesk) => {
    const { assignedTo, dueOn } = await desk.client.review.state({ reportId });
    return [assignedTo, dueOn];
  };
  const assign = (desk: TestDesk, assignedTo: string, dueOn: string | null) =>
    desk.client.review.assign({ reportId, assignedTo, dueOn });
  await assign(lead, "Rae Reviewer", "2026-06-01");
  await take(reviewer, await packed(lead, reviewer, reportId));
  expect(await assigned(reviewer)).toEqual(["Rae Reviewer", "2026-06-01"]);
  await assign(reviewer, "Bob Reviewer", "2026-06-01");
  await assign(lead, "Rae Reviewer", "2026-06-08");
  const bytes = await packed(reviewer, lead, reportId);
  expect((await opened(lead, bytes)).assignment).toEqual({
    theirs: { assignedTo: "Bob Reviewer", dueOn: "2026-06-01" },
    becomes: { assignedTo: "Bob Reviewer", dueOn: "2026-06-08" },
  });
  await take(lead, bytes);
  expect(await assigned(lead)).toEqual(["Bob Reviewer", "2026-06-08"]);
  // What was changed at both desks stays as it is here.
  await assign(lead, "", "2026-06-10");
  await assign(reviewer, "Bob Reviewer", "2026-06-03");
  await take(lead, await packed(reviewer, lead, reportId));
  expect(await assigned(lead)).toEqual(["", "2026-06-10"]);
  await take(reviewer, await packed(lead, reviewer, reportId));
  expect(await assigned(reviewer)).toEqual(["", "2026-06-10"]);
  expect((await opened(lead, await packed(reviewer, lead, reportId))).assignment).toBeNull();
});

test("a desk that left a grade, or moved it alike, is not taken for one that altered the ledger", async () => {
  const setGrade = async (desk: TestDesk, gradeId: string): Promise<void> => {
    const { revision } = await reportAt(desk);
    await desk.client.reports.setGrade({
      reportId,
      baseRevision: revision,
      areaId: partnerships,
      gradeId: GradeId.parse(gradeId),
      rationale: `Because ${gradeId}.`,
    });
  };
  const told = async (desk: TestDesk) =>
    (await desk.client.review.state({ reportId })).ledger.map(({ by, fact }) => [
      by,
      fact.kind === "grade" && fact.to,
    ]);
  await take(reviewer, await packed(lead, reviewer, reportId));
  await setGrade(reviewer, "good");
  await setGrade(lead, "good");
  // Moved alike at both desks: nothing is to be taken, and both are told.
  await take(lead, await packed(reviewer, lead, reportId));
  expect(await told(lead)).toEqual([
    ["Lee Lead", "good"],
    ["Rae Reviewer", "good"],
  ]);
  await setGrade(lead, "outstanding");
  const bytes = await packed(lead, reviewer, reportId);
  const { returned, grades } = await opened(reviewer, bytes);
  expect(grades).toHaveLength(1);
  const nothing = { passphrase: null, trust: true, operations: [], grades: [] };
  await reviewer.client.packages.take({ file: fileOf(bytes), baseRevision: returned!.revision, ...nothing });
  expect(await told(reviewer)).toEqual([["Rae Reviewer", "good"]]);
  const back = await packed(reviewer, lead, reportId);
  expect((await opened(lead, back)).grades).toMatchObject([{ ours: "outstanding", theirs: "good" }]);
  await take(lead, back);
  await take(reviewer, await packed(lead, reviewer, reportId));
  await take(lead, await packed(reviewer, lead, reportId));
});

test("a second package brings what was said since, though the text is of the same revision; the first is then older", async () => {
  await take(reviewer, await packed(lead, reviewer, reportId));
  await say(reviewer, "One.");
  const [first, second] = [await packed(reviewer, lead, reportId), await packed(reviewer, lead, reportId)];
  await take(lead, first);
  await say(reviewer, "Two.");
  const third = await packed(reviewer, lead, reportId);
  await take(lead, third);
  expect((await said(lead)).toSorted()).toEqual(["One.", "Two."]);
  await expect(opened(lead, second)).rejects.toMatchObject({
    data: { message: expect.stringContaining("older") },
  });
});

test("an item of evidence that was taken out of sight before the report was sent is no sign of an altered one", async () => {
  await lead.client.evidence.remove({ reportId, evidenceId: EVIDENCE[0]!.id });
  await take(reviewer, await packed(lead, reviewer, reportId));
  await change1(reviewer, "Partners meet", "Partners meet monthly.");
  const bytes = await packed(reviewer, lead, reportId);
  expect((await opened(lead, bytes)).kind).toBe("merge");
  await lead.client.evidence.restore({ reportId, evidenceId: EVIDENCE[0]!.id });
  expect(changesBetween((await opened(lead, bytes)).returned!).map(({ what }) => what)).toEqual(["words"]);
});

test("a comment that was removed here stays so, unless it was answered there", async () => {
  const [one, two] = [await say(lead, "One."), await say(lead, "Two.")];
  await take(reviewer, await packed(lead, reviewer, reportId));
  await reviewer.client.comments.answer({ reportId, commentId: two.id, text: "Because." });
  for (const { id } of [one, two]) await lead.client.comments.remove({ reportId, commentId: id });
  await take(lead, await packed(reviewer, lead, reportId));
  expect((await said(lead)).toSorted()).toEqual(["Because.", "Two."]);
});
