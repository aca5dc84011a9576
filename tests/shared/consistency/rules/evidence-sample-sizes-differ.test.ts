import { expect, test } from "vitest";
import { evidenceSampleSizesDiffer } from "#shared/consistency/rules/evidence-sample-sizes-differ.ts";
import { found } from "#tests/shared/consistency/found.ts";

const METHOD = ["The evidence evaluated by inspectors included:", "- a review of 21 case files"];

test("gives both numbers", () => {
  const [finding] = found(evidenceSampleSizesDiffer, {
    lines: [...METHOD, "Inspectors read 12 case files and found delay."],
  });
  expect(finding!.message).toBe(
    "“12 case files” here, but the method names 21 case files. Say whether these are among them.",
  );
});

test.each([
  "Inspectors read a further 12 case files.",
  "Managers audited 12 case files.",
  "Inspectors sampled 21 cases.",
  "School nurses hold 35 cases.",
])("leaves alone: %s", (line) =>
  expect(found(evidenceSampleSizesDiffer, { lines: [...METHOD, line] })).toEqual([]),
);
