import { expect, test } from "vitest";
import { ageBandsOf } from "#shared/consistency/analysis/age-bands.ts";
import { read } from "#tests/shared/consistency/analysis/read-text.ts";

test.each([
  ["children aged 0–5 years and people aged five and over", ["0-5", "5-Infinity"]],
  [
    "82 children under five years of age, 291 of school age (5–16) and 96 post-16",
    ["0-4", "5-16", "17-Infinity"],
  ],
  ["young people in the 12-14 age range", ["12-14"]],
  ["16 and 17 year olds", ["16-17"]],
  ["over 10 children and under 12 months", []],
  ["aged care between 2008 and 2009", []],
])("age bands in %s", (text, expected) => {
  expect(ageBandsOf(read(text)).map(({ from, to }) => `${from}-${to}`)).toEqual(expected);
});
