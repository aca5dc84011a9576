import { beforeEach, expect, test } from "vitest";
import type { Library } from "#electron/core/store/database.ts";
import { readDesk, writeApprovalsNeeded, writeDesk } from "#electron/core/store/desk.ts";
import { setGrade } from "#electron/core/store/grades.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { breakOf, checkedLedger, listLedger } from "#electron/core/store/ledger.ts";
import { applyChange, getReport, getReportHead } from "#electron/core/store/reports.ts";
import { approve, listReviews, moveStage, reviewState, signOffArea } from "#electron/core/store/review.ts";
import { AreaId, GradeId, type ReportId } from "#shared/domain/ids.ts";
import { areaBasis } from "#shared/review/basis.ts";
import { signOffs } from "#shared/review/standing.ts";
import { addReport, AT, memoryLibrary, writer } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";

const framework = loadFrameworks().find(({ id }) => id === "slac-2009")!;
const overall = AreaId.parse("safeguarding.overall-effectiveness");
const partnerships = AreaId.parse("safeguarding.partnerships");
const reviewer = (by = "r.viewer") => ({ by, at: AT, role: "reviewer" }) as const;

let library: Library;
let reportId: ReportId;
beforeEach(() => {
  library = memoryLibrary();
  reportId = addReport(library, smallDraft());
});

const revision = (): number => getReportHead(library.read, reportId).revision;
const send = (): void =>
  moveStage(library.write, reportId, revision(), { to: "in-review", reason: "" }, writer);
const grade = (gradeId: string): void =>
  void setGrade(
    library.write,
    framework,
    reportId,
    revision(),
    { areaId: partnerships, gradeId: GradeId.parse(gradeId), rationale: "The board meets." },
    writer,
  );
const write = (text: string): void => {
  const block = paragraph(text, { areaIds: [partnerships] });
  const operations = [{ op: "put", block, afterId: null }] as const;
  applyChange(library.write, reportId, revision(), "edit", operations, writer);
};
const state = () => reviewState(library.read, reportId);

test("a report goes to review and back by those whose step it is, with a reason where one is wanted", () => {
  const back = { to: "returned", reason: "Paragraph 2 contradicts the grade." } as const;
  expect(() => moveStage(library.write, reportId, revision(), back, reviewer())).toThrow("does not take");
  send();
  expect(() => moveStage(library.write, reportId, revision(), back, writer)).toThrow("lead inspector");
  expect(() => moveStage(library.write, reportId, revision(), { ...back, reason: "" }, reviewer())).toThrow(
    "wants a reason",
  );
  moveStage(library.write, reportId, revision(), back, reviewer());
  expect(state()).toMatchObject({ stage: "returned", broken: null });
  expect(state().ledger.map(({ fact, by }) => [fact, by])).toEqual([
    [{ kind: "stage", from: "draft", to: "in-review", reason: "" }, "a.tester"],
    [{ kind: "stage", from: "in-review", ...back }, "r.viewer"],
  ]);
  expect(getReport(library.read, reportId).stage).toBe("returned");
});

test("as many different reviewers approve as the library asks for, of the same words", () => {
  writeApprovalsNeeded(library.write, 2);
  expect(() => approve(library.write, reportId, revision(), reviewer())).toThrow("in review");
  send();
  expect(() => approve(library.write, reportId, revision(), writer)).toThrow("does not approve");
  approve(library.write, reportId, revision(), reviewer());
  approve(library.write, reportId, revision(), reviewer());
  expect(state().stage).toBe("in-review");
  // What the first approved is no longer what the report says.
  write("Partners meet monthly.");
  approve(library.write, reportId, revision(), reviewer("another"));
  expect(state().stage).toBe("in-review");
  approve(library.write, reportId, revision(), reviewer());
  expect(state().stage).toBe("approved");
});

test("an area that is signed off is so until its words, its ties or its grade change", () => {
  const standing = () => {
    const report = getReport(library.read, reportId);
    return signOffs(listLedger(library.read, reportId), (areaId) => areaBasis(report, areaId)).get(
      partnerships,
    );
  };
  const sign = (signed: boolean): void =>
    signOffArea(library.write, reportId, revision(), { areaId: partnerships, signed }, reviewer());
  expect(() =>
    signOffArea(library.write, reportId, revision(), { areaId: overall, signed: true }, writer),
  ).toThrow("by a reviewer");
  sign(true);
  expect(standing()).toEqual({ by: "r.viewer", at: AT, revision: revision(), holds: true });
  write("Partners meet monthly.");
  expect(standing()?.holds).toBe(false);
  sign(true);
  grade("good");
  expect(standing()?.holds).toBe(false);
  sign(true);
  sign(false);
  expect(standing()).toBeUndefined();
});

test("the ledger says who moved a grade, from what, why, on what, and whether a reviewer had seen it", () => {
  grade("good");
  // A new reason alone moves nothing.
  grade("good");
  send();
  moveStage(library.write, reportId, revision(), { to: "returned", reason: "Why good?" }, reviewer());
  grade("outstanding");
  expect(
    listLedger(library.read, reportId).flatMap(({ fact }) => (fact.kind === "grade" ? [fact] : [])),
  ).toEqual([
    {
      kind: "grade",
      areaId: partnerships,
      from: "adequate",
      to: "good",
      reason: "The board meets.",
      evidence: [],
      afterReview: false,
    },
    expect.objectContaining({ from: "good", to: "outstanding", afterReview: true }),
  ]);
});

test("a line that is altered, taken out or put elsewhere is found; the store takes no update", () => {
  for (const each of ["good", "adequate", "good"]) grade(each);
  const ledger = listLedger(library.read, reportId);
  expect(breakOf(ledger)).toBeNull();
  const [one, two, three] = ledger as [(typeof ledger)[0], (typeof ledger)[0], (typeof ledger)[0]];
  expect(breakOf([one, { ...two, by: "somebody else" }, three])).toEqual({ number: 2, how: "altered" });
  expect(breakOf([one, { ...three, number: 2 }])).toEqual({ number: 2, how: "altered" });
  expect(breakOf([two, three])).toEqual({ number: 1, how: "missing" });
  expect(breakOf([one, null, three])).toEqual({ number: 2, how: "unreadable" });
  expect(() => library.write.prepare("UPDATE ledger SET written_by = 'x'").run()).toThrow("only added to");
});

/** Changes the table under the program, as somebody with the file and its key can. */
const goRound = (sql: string): void =>
  void library.write.exec(`DROP TRIGGER IF EXISTS ledger_is_only_added_to; ${sql}`);

test.each([
  ["UPDATE ledger SET written_by = 'x' WHERE number = 2", { number: 2, how: "altered" }, 4],
  ["UPDATE ledger SET fact = '{' WHERE number = 4", { number: 4, how: "unreadable" }, 3],
  ["UPDATE ledger SET role = 'chief' WHERE number = 1", { number: 1, how: "unreadable" }, 3],
  ["DELETE FROM ledger WHERE number = 3", { number: 3, how: "missing" }, 3],
  ["DELETE FROM ledger WHERE number = 4", { number: 4, how: "cut-off" }, 3],
  ["DELETE FROM ledger WHERE number > 1", { number: 2, how: "cut-off" }, 1],
  ["DELETE FROM ledger", { number: 1, how: "cut-off" }, 0],
])("the state of the review says where it was changed: %s", (sql, broken, lines) => {
  for (const each of ["good", "adequate"]) grade(each);
  send();
  grade("good");
  expect(checkedLedger(library.read, reportId)).toMatchObject({ broken: null });
  goRound(sql);
  expect(state().broken).toEqual(broken);
  expect(state().ledger).toHaveLength(lines);
  // Whatever stands there, the work goes on behind it, and the break stays where it was.
  moveStage(library.write, reportId, revision(), { to: "returned", reason: "Why?" }, reviewer());
  expect(state().broken).not.toBeNull();
});

test("grades that were moved before there was a ledger are not missed in it", () => {
  grade("good");
  grade("adequate");
  goRound("DELETE FROM ledger");
  expect(state().broken).toBeNull();
  grade("good");
  expect(state().broken).toBeNull();
});

test("the first page tells what was reviewed here, when it was sent, and the name of the desk", () => {
  expect(readDesk(library.read).role).toBe("lead");
  writeDesk(library.write, { name: "Ann Reader", role: "reviewer" });
  expect(readDesk(library.read)).toEqual({ name: "Ann Reader", role: "reviewer" });
  send();
  const line = () => listReviews(library.read, "r.viewer")[0];
  expect(line()).toMatchObject({ reportId, sentAt: AT, reviewedAt: null });
  moveStage(library.write, reportId, revision(), { to: "returned", reason: "Why?" }, reviewer());
  expect(line()?.reviewedAt).toBe(revision());
});
