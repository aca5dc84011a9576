import { expect, test } from "vitest";
import { evidenceNotInMethod } from "#shared/consistency/rules/evidence-not-in-method.ts";
import { found } from "#tests/shared/consistency/found.ts";

const METHOD = ["The evidence evaluated by inspectors included:", "- discussions with children"];

test("names the place where it belongs", () => {
  const [finding] = found(evidenceNotInMethod, {
    lines: [...METHOD, "Many feel safe, as reported in the TellUs 3 survey."],
  });
  expect(finding!.message).toBe(
    "“TellUs 3 survey”: the method in paragraph 1 names no survey. Add it there.",
  );
});

test.each([
  "The council’s survey of carers is well used. Strengths and difficulties questionnaires are completed.",
  "Case audits by managers are regular.",
  "Parents said ‘I saw the pre-inspection survey’.",
])("leaves alone: %s", (line) =>
  expect(found(evidenceNotInMethod, { lines: [...METHOD, line] })).toEqual([]),
);
