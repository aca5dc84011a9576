import { describe, expect, test } from "vitest";
import { sketch } from "#shared/consistency/sketch.ts";

/** “gradeId voice scope: words” of each statement in one paragraph of the sketch framework. */
function statements(text: string): string[] {
  return sketch({ lines: [text] }).blocks[0]!.analysis.statements.map((statement) => {
    const { scope } = statement;
    const about = scope.kind === "named" ? `${scope.areaIds.join("+")}/${scope.fit}` : scope.kind;
    const marks = [
      statement.polarity === "denied" ? "not" : "",
      statement.hedged ? "partly" : "",
      statement.gradeId,
    ];
    return `${marks.filter(Boolean).join(" ")} · ${statement.voice} · ${about}`;
  });
}

describe("whose area a sentence grades", () => {
  test.each([
    [
      "The overall effectiveness of the service is inadequate.",
      "inadequate · this-inspection · overall/same",
    ],
    ["The overall effectiveness of safeguarding services is good.", "good · this-inspection · overall/same"],
    ["The quality of help and protection is inadequate.", "inadequate · this-inspection · help/same"],
    [
      "Services for children who need help and protection are now good.",
      "good · this-inspection · help/same",
    ],
    [
      "Leadership and management of services for children are inadequate overall.",
      "inadequate · this-inspection · leadership/same",
    ],
    [
      "Leadership, across the council, and management remain outstanding.",
      "outstanding · this-inspection · leadership/same",
    ],
    [
      "In Cornwall, value for money requires improvement to be good.",
      "requires-improvement · this-inspection · money/same",
    ],
    ["Value for money in Cornwall is good.", "good · this-inspection · money/same"],
    ["Partnership working with the police is good.", "good · this-inspection · partnerships/contains"],
    ["Workforce development is currently inadequate.", "inadequate · this-inspection · evaluation/component"],
    ["Services for disabled children are good.", "good · this-inspection · other"],
    ["The service is judged to be good.", "good · this-inspection · generic"],
    ["Although referrals are late, the service is good.", "good · this-inspection · generic"],
    ["Staff are busy but services are good.", "good · this-inspection · generic"],
    ["Services have declined and are now inadequate.", "inadequate · this-inspection · generic"],
    [
      "The council has inadequate leadership and management.",
      "partly inadequate · this-inspection · leadership/same",
    ],
    ["Inspectors found that value for money is good.", "good · this-inspection · money/same"],
  ])("%s", (text, expected) => expect(statements(text)).toEqual([expected]));
});

describe("what is negated or only partly so", () => {
  test.each([
    ["The service is not yet good.", "not good · this-inspection · generic"],
    ["Services are mostly good.", "partly good · this-inspection · generic"],
    ["Some services are good.", "partly good · this-inspection · generic"],
    ["Services are good in some cases.", "partly good · this-inspection · generic"],
    ["Value for money is no longer inadequate.", "not inadequate · this-inspection · money/same"],
  ])("%s", (text, expected) => expect(statements(text)).toEqual([expected]));
});

describe("whose grade it is", () => {
  test.each([
    ["The service was judged to be inadequate in 2018.", "inadequate · earlier · generic"],
    ["Leadership and management were good at the last inspection.", "good · earlier · leadership/same"],
    ["In their self-assessment, leaders say that value for money is good.", "good · other · money/same"],
    ["At this inspection, services were judged to be good.", "good · this-inspection · generic"],
  ])("%s", (text, expected) => expect(statements(text)).toEqual([expected]));
});

describe("each statement carries polarity, tense and giver as fields", () => {
  test.each([
    ["The service is good.", "affirmed present inspectors this-inspection"],
    ["The service is not yet good.", "denied present inspectors this-inspection"],
    ["Services require improvement.", "affirmed present inspectors this-inspection"],
    ["The council has inadequate leadership and management.", "affirmed present inspectors this-inspection"],
    ["The service was inadequate in 2018.", "affirmed past inspectors earlier"],
    ["Value for money has been judged inadequate.", "affirmed perfect inspectors earlier"],
    ["Value for money had been inadequate.", "affirmed past inspectors earlier"],
    ["At this inspection, services were judged to be good.", "affirmed past inspectors this-inspection"],
    ["In their self-assessment, value for money is good.", "affirmed present authority other"],
    ["Leaders say that value for money is good.", "affirmed present authority other"],
    ["Parents report that the service is good.", "affirmed present people other"],
    [
      "Inspections of regulated services found that the service is good.",
      "affirmed present other-inspection other",
    ],
  ])("%s", (text, expected) => {
    const fields = sketch({ lines: [text] }).blocks[0]!.analysis.statements.map(
      ({ polarity, tense, givenBy, voice }) => `${polarity} ${tense} ${givenBy} ${voice}`,
    );
    expect(fields).toEqual([expected]);
  });
});

describe("no grade at all", () => {
  test.each([
    "This is an outstanding recommendation from the last review.",
    "Services promote good health.",
    "There are adequate examples of partnership working.",
    "There is good practice in many teams.",
    "His predicted grade D became a grade A.",
    "Of the homes inspected, most are good or better.",
    "A carer said that ‘the service is good’.",
    "Support is not good enough.",
    "Leaders want the service to be good.",
    "Services should be good.",
    "Improvement cannot be demonstrated adequately.",
    "If the service is good, children thrive.",
    "Staffing is adequate to meet need.",
    "",
  ])("%s", (text) => expect(statements(text)).toEqual([]));
});
