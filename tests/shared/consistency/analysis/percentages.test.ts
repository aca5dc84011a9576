import { expect, test } from "vitest";
import { agrees, isPossible, nearest } from "#shared/consistency/analysis/percentages.ts";
import { read } from "#tests/shared/consistency/analysis/read-text.ts";

const quantities = (text: string) => read(text).quantities;

test.each([
  ["14 of the 26 plans (54%)", true],
  ["14 of the 26 plans (53.8%)", true],
  ["14 of the 26 plans (53%)", false],
  ["14 of the 26 plans (about 52%)", true],
])("%s agrees: %s", (text, expected) => {
  const [part, whole, percent] = quantities(text);
  expect(agrees(part!, whole!, percent!)).toBe(expected);
});

test("46% of 13 is six; 45% is nobody", () => {
  const [whole, right, wrong] = quantities("13 homes: 46% or 45%");
  expect([isPossible(whole!, right!), isPossible(whole!, wrong!)]).toEqual([true, false]);
  expect(nearest(whole!, wrong!)).toBe("5 is 38%, 6 is 46%");
});
