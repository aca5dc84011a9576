import { expect, test } from "vitest";
import { holding, within } from "#shared/consistency/analysis/within.ts";

const list = [
  { start: 0, end: 3 },
  { start: 4, end: 9 },
  { start: 12, end: 14 },
];

test("within keeps what lies wholly inside", () => {
  expect(within(list, { start: 4, end: 14 })).toEqual([list[1], list[2]]);
  expect(within(list, { start: 1, end: 8 })).toEqual([]);
});

test("holding finds the span of a character, and none between spans", () => {
  expect([0, 2, 3, 4, 8, 9, 13, 14].map((at) => holding(list, at)?.start ?? null)).toEqual([
    0,
    0,
    null,
    4,
    4,
    null,
    12,
    null,
  ]);
});
