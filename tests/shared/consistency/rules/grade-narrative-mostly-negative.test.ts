import { expect, test } from "vitest";
import { gradeNarrativeMostlyNegative } from "#shared/consistency/rules/grade-narrative-mostly-negative.ts";
import { found } from "#tests/shared/consistency/found.ts";

const count = (grade: string, ...sentences: string[]): number =>
  found(gradeNarrativeMostlyNegative, {
    grades: { help: grade },
    lines: [`help: ${sentences.join(" ")}`],
  }).length;

const weak = "Visits are late.";
const strong = "Plans are clear.";

test("half are too many under good, three quarters under requires improvement", () => {
  expect(count("good", weak, weak, strong, strong, strong)).toBe(0);
  expect(count("good", weak, weak, strong, strong)).toBe(1);
  expect(count("requires-improvement", weak, weak, strong)).toBe(0);
  expect(count("requires-improvement", weak, weak, weak, strong)).toBe(1);
});

test("a sentence with both counts for what follows its “but”", () => {
  expect(count("good", "Visits are prompt but records are late.", strong, strong)).toBe(0);
  expect(count("good", "Visits are prompt but records are late.", "Plans are clear but drift.", strong)).toBe(
    1,
  );
});

test("the name of a review is no blame", () => {
  expect(count("good", "Serious case reviews are read.", "Serious case reviews are shared.", strong)).toBe(0);
});
