import { expect, test } from "vitest";
import { recommendationUrgencyInQuestion } from "#shared/consistency/rules/recommendation-urgency-in-question.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("asks a question, with the paragraph that speaks of the risk", () => {
  const lines = [
    "help: Private fostering households are not visited, which leaves children at risk of harm.",
    "! soon: Ensure private fostering households are visited.",
  ];
  const [finding] = found(recommendationUrgencyInQuestion, { lines });
  expect(finding!.message).toMatch(/^Paragraph 1 speaks of “children at risk”\. .*\?$/);
});

test("at most four questions a report", () => {
  const lines = Array.from({ length: 9 }, (_, k) => `! soon: Ensure unsafe practice ${k} ends.`);
  expect(found(recommendationUrgencyInQuestion, { lines })).toHaveLength(4);
});
