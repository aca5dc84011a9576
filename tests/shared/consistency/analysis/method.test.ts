import { expect, test } from "vitest";
import { methodBlocks } from "#shared/consistency/analysis/method.ts";
import { sketch } from "#shared/consistency/sketch.ts";

test.each([
  ["The evidence evaluated by inspectors included:", 3],
  ["Inspectors considered a range of evidence, including:", 3],
  ["The evidence for this inspection came from:", 3],
  ["Evidence of impact is limited.", 0],
])("“%s” opens a method of %i blocks", (opening, blocks) => {
  const report = sketch({ lines: ["Before.", opening, "- 79 children", "- 21 case files", "After."] });
  expect(methodBlocks(report)).toHaveLength(blocks);
});
