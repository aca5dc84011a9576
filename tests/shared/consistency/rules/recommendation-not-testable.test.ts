import { expect, test } from "vitest";
import { recommendationNotTestable } from "#shared/consistency/rules/recommendation-not-testable.ts";
import { found } from "#tests/shared/consistency/found.ts";

const count = (text: string): number =>
  found(recommendationNotTestable, { lines: [`! now: ${text}`] }).length;

test("a demand of nothing but vague words is asked what will show", () => {
  expect(count("Continue to improve the quality of services for children and families.")).toBe(1);
  expect(count("Maintain the pace of improvement.")).toBe(1);
});

test("one word that can be looked at is enough, and a fragment is no demand", () => {
  expect(count("Improve the timeliness of visits.")).toBe(0);
  expect(count("The quality of practice with disabled children.")).toBe(0);
  expect(count("Improve practice.")).toBe(0);
});
