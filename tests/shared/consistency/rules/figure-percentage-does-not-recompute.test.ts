import { expect, test } from "vitest";
import { figurePercentageDoesNotRecompute } from "#shared/consistency/rules/figure-percentage-does-not-recompute.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  ["Some 133 out of 123 councillors are new.", "133 is more than the 123 it is said to be part of"],
  ["The rate was poor at 21% (73 out of 337).", "73 of 337 is 21.7%, but the text says 21%"],
  ["Of the 13 homes only 45% are good.", "No whole number out of 13 is 45%: 5 is 38%, 6 is 46%"],
])("flags %s", (line, message) => {
  const [finding] = found(figurePercentageDoesNotRecompute, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "Of the 26 children, 14 are late (as are 30%).",
  "Of the 26 children, 14 (30% of boys) are late.",
  "Of the 30 plans, 14 (46.7%) are late.",
  "84% of 16- and 17-year-olds are in training.",
  "Of the children up to the age of 16, 70.3% are fostered.",
  "Due to an increase of 10 new posts, the current vacancy rate is 23%.",
  "Almost 12 of 25 homes (50%) are good.",
])("leaves alone: %s", (line) =>
  expect(found(figurePercentageDoesNotRecompute, { lines: [line] })).toEqual([]),
);

test("a percentage cut off instead of rounded is advice", () => {
  const severities = (line: string): string[] =>
    found(figurePercentageDoesNotRecompute, { lines: [line] }).map(({ severity }) => severity);
  expect(severities("The rate was 21% (73 out of 337 carers).")).toEqual(["advice"]);
  expect(severities("The rate was 20% (73 out of 337 carers).")).toEqual(["warning"]);
});
