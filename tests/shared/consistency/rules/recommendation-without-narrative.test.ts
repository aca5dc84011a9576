import { expect, test } from "vitest";
import { recommendationWithoutNarrative } from "#shared/consistency/rules/recommendation-without-narrative.ts";
import { found } from "#tests/shared/consistency/found.ts";

const lines = [
  "help: Visits are made each week and recorded. Plans are reviewed by managers.",
  "leadership: Supervision of newly qualified staff is irregular and lacks reflection.",
];

test("names the nearest paragraph and the words that are missing there", () => {
  const [finding] = found(recommendationWithoutNarrative, {
    lines: [...lines, "! now: Ensure supervision of foster carers covers training, allowances and respite."],
  });
  expect(finding!.message).toContain("“foster”");
  expect(finding!.severity).toBe("advice");
});

test("the purpose of a recommendation needs no ground of its own", () => {
  const demand = "Ensure supervision of newly qualified staff is regular";
  expect(
    found(recommendationWithoutNarrative, {
      lines: [...lines, `! now: ${demand} so that allowances, respite and training improve.`],
    }),
  ).toEqual([]);
});
