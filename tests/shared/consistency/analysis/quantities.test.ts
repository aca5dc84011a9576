import { expect, test } from "vitest";
import { quantitiesOf } from "#shared/consistency/analysis/quantities.ts";
import { readingOf } from "#shared/consistency/analysis/reading.ts";

const brief = (text: string): string[] =>
  quantitiesOf(readingOf(text)).map(({ kind, value, unit }) => `${kind} ${value} ${unit}`.trim());

test.each([
  ["469 looked after children", ["count 469 looked after children"]],
  [
    "six children’s homes, seven respite care centres",
    ["count 6 children's homes", "count 7 respite care centres"],
  ],
  ["1,234 referrals", ["count 1234 referrals"]],
  ["twenty-four families", ["count 24 families"]],
  ["46% were good and 30 per cent poor", ["percent 46", "percent 30 poor"]],
  ["children of school age (5–16)", ["range 5"]],
  ["children under five years of age", ["measure 5 years"]],
  ["13 children’s homes inspected", ["count 13 children's homes"]],
  ["3.5 posts", ["count 3.5 posts"]],
])("reads %s", (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test.each([
  "In July 2009 the plan",
  "on 1 September 2009",
  "between 12 May and 3 June",
  "Grade 4 and Key Stages 1, 2 and 3",
  "paragraph 12",
  "£300 and £2,000",
  "the 12-14 age range of Year 6",
  "COVID-19",
  "one of the homes",
])("finds no count in %s", (text) => {
  expect(quantitiesOf(readingOf(text)).filter(({ kind }) => kind === "count")).toEqual([]);
});
