import { expect, test } from "vitest";
import { figureSameQuantityDiffers } from "#shared/consistency/rules/figure-same-quantity-differs.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("a sum of two neighbours that makes the other figure is pointed out", () => {
  const [finding] = found(figureSameQuantityDiffers, {
    lines: [
      "The council has six children’s homes, seven respite care centres and a hostel.",
      "Of the 13 children’s homes inspected, few are good.",
    ],
  });
  expect(finding!.message).toContain(
    "With “seven respite care centres” beside it the sum is 13: use one term.",
  );
});

test.each([
  ["There are 71 care leavers.", "There are five care leavers who attend the council."],
  ["There are 12 social work teams. All ten social work teams are busy.", "Other text."],
  ["There were 469 looked after children.", "Numbers of looked after children rose from 414 to 469."],
])("leaves alone: %s %s", (one, other) =>
  expect(found(figureSameQuantityDiffers, { lines: [one, other] })).toEqual([]),
);

test("the end of a change is compared only when it was reached at the time of the inspection", () => {
  const lines = [
    "There were 469 looked after children.",
    "Between March 2007 and May 2008 the number of looked after children increased from 414 to 479.",
  ];
  expect(found(figureSameQuantityDiffers, { lines, inspected: "2009-09-30" })).toEqual([]);
  expect(found(figureSameQuantityDiffers, { lines, inspected: "2008-05-20" })).toHaveLength(1);
});
