import { expect, test } from "vitest";
import { figureComparatorNotGiven } from "#shared/consistency/rules/figure-comparator-not-given.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  [
    "Attendance was 95.7%. This is above the national average.",
    "gives its own figure but not the one it is compared with",
  ],
  ["Of the 13 homes 46% are good, below the performance of similar councils.", "gives its own figure"],
])("flags %s", (line, message) => {
  const [finding] = found(figureComparatorNotGiven, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "Attendance is above the national average. The figures are 96% and 94%.",
  "They said that it was ‘above the national average’.",
  "Attendance was 95.7%. This is in line with the national average.",
  "Grades are better than before.",
])("leaves alone: %s", (line) => expect(found(figureComparatorNotGiven, { lines: [line] })).toEqual([]));
