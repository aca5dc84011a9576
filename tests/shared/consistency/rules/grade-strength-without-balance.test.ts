import { expect, test } from "vitest";
import { gradeStrengthWithoutBalance } from "#shared/consistency/rules/grade-strength-without-balance.ts";
import { found } from "#tests/shared/consistency/found.ts";

const count = (text: string): number =>
  found(gradeStrengthWithoutBalance, {
    grades: { partnerships: "inadequate" },
    lines: [`partnerships: ${text}`],
  }).length;

test("praise of the area is balanced by the next sentence, not by a later one", () => {
  const praise = "Partnership working is robust.";
  expect(count(`${praise} Audits are late.`)).toBe(0);
  expect(count(`${praise} Audits are read by all. Audits are late.`)).toBe(1);
});

test("praise of something else, in quotation marks or as a wish is none", () => {
  expect(count("Minutes are clear.")).toBe(0);
  expect(count("Staff called partnership working ‘robust’.")).toBe(0);
  expect(count("Leaders need robust partnership working.")).toBe(0);
});
