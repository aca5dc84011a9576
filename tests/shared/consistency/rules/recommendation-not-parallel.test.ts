import { expect, test } from "vitest";
import { recommendationNotParallel } from "#shared/consistency/rules/recommendation-not-parallel.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(recommendationNotParallel, { lines });
const topics = ["! The quality of plans.", "! Timeliness of visits.", "! Oversight."];

test("the first that stands out is shown; two lists may differ", () => {
  expect(of(...topics, "! Ensure visits.")).toEqual(["advice: Ensure visits."]);
  expect(of(...topics, "# Board", "! Ensure visits.")).toEqual([]);
});

test("a list of many forms has none to keep to", () => {
  expect(of("! The quality of plans.", "! Timeliness.", "! Ensure visits.", "! Improve plans.")).toEqual([]);
});
