import { expect, test } from "vitest";
import { checkReport } from "#shared/consistency/check.ts";
import { frameworkQuestions } from "#shared/consistency/framework-questions.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { basisOf, triageOf } from "#shared/consistency/triage.ts";
import { FrameworkQuestion } from "#shared/domain/framework.ts";
import type { Disposition, DispositionState } from "#shared/domain/disposition.ts";

const answer = (finding: Finding, state: DispositionState): Disposition => ({
  fingerprint: finding.fingerprint,
  basis: basisOf(finding),
  rule: finding.rule,
  areaId: finding.areaId,
  blockId: finding.blockId,
  state,
  reason: "Seen.",
  by: "A. Reader",
  at: "2026-01-02T03:04:05.000Z",
});

const RULE = "grade/contradicted-by-statement";
const found = (gradeId: string, ...lines: string[]): Finding =>
  checkReport(sketchReport({ grades: { help: gradeId }, lines }), sketchFramework).find(
    ({ rule }) => rule === RULE,
  )!;
const LINE = "help: The quality of help and protection is inadequate.";
const first = found("good", LINE);

test("a dismissed finding is set aside, an accepted one stays, a question goes to the checklist", () => {
  expect(triageOf([first], [answer(first, "dismissed")])).toMatchObject({
    open: [],
    dismissed: [first],
  });
  const accepted = triageOf([first], [answer(first, "accepted")]);
  expect(accepted.open).toEqual([first]);
  expect(accepted.answers.get(first.fingerprint)!.state).toBe("accepted");
  const question = { ...first, question: true };
  expect(triageOf([question], [])).toMatchObject({ open: [], questions: [question] });
});

test("an answer holds when text comes in above", () => {
  const moved = found("good", "Welcome.", LINE);
  expect(triageOf([moved], [answer(first, "dismissed")]).dismissed).toEqual([moved]);
});

test("it lapses when the words change, and when the grade they were about does", () => {
  const reworded = found("good", "help: The quality of help and protection is now inadequate.");
  const regraded = found("outstanding", LINE);
  for (const finding of [reworded, regraded]) {
    const { open, lapsed } = triageOf([finding], [answer(first, "dismissed")]);
    expect(open).toEqual([finding]);
    expect(lapsed.get(finding.fingerprint)!.reason).toBe("Seen.");
  }
});

test("numbers of other paragraphs are no part of what a finding says", () => {
  const said = (numbers: string) => basisOf({ quote: "", message: `It stands in ${numbers} already.` });
  expect(said("paragraph 3")).toBe(said("paragraph 14"));
  expect(said("paragraphs 3, 7 and 9")).toBe(said("paragraph 3"));
  expect(said("paragraph 3")).not.toBe(said("section 3"));
});

test("a framework’s own questions stand in the checklist; an answer holds until the question says something else", () => {
  const asking = (text: string) => ({
    ...sketchFramework,
    questions: [FrameworkQuestion.parse({ id: "impact", text, areaIds: ["help"] })],
  });
  const framework = asking("What did leaders change?");
  const [question] = frameworkQuestions(framework);
  expect(question).toMatchObject({
    fingerprint: "framework:impact",
    areaId: "help",
    question: true,
    message: "What did leaders change?",
  });
  expect(frameworkQuestions(framework)[0]).toBe(question);
  expect(frameworkQuestions(null)).toEqual([]);
  const given = answer(question!, "answered");
  expect(triageOf([question!], [given]).answers.get("framework:impact")).toBe(given);
  const [other] = frameworkQuestions(asking("What did leaders change for children?"));
  expect(triageOf([other!], [given])).toMatchObject({
    answers: new Map(),
    lapsed: new Map([["framework:impact", given]]),
  });
});
