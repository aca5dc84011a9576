import { expect, test } from "vitest";
import { recommendationRepeatNotMarked } from "#shared/consistency/rules/recommendation-repeat-not-marked.ts";
import { found } from "#tests/shared/consistency/found.ts";

const unmet =
  "help: None of the recommendations of the last inspection has been met: to identify young carers; to improve CAMHS.";

test("only what no recommendation carries over is named", () => {
  const lines = [
    unmet,
    "! Improve CAMHS. This is an outstanding recommendation.",
    "! Identify young carers.",
  ];
  const [finding] = found(recommendationRepeatNotMarked, { lines });
  expect(finding!.message).toContain("“identify young carers”");
  expect(finding!.message).not.toContain("CAMHS");
});

test("without recommendations nothing can be carried over", () => {
  expect(found(recommendationRepeatNotMarked, { lines: [unmet] })).toEqual([]);
});
