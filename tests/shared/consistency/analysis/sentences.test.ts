import { expect, test } from "vitest";
import { sentencesOf } from "#shared/consistency/analysis/sentences.ts";

const split = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test("splits at stops, question and exclamation marks", () => {
  expect(split("It is good. Is it? Yes! It is")).toEqual(["It is good.", "Is it?", "Yes!", "It is"]);
});

test.each([
  ["Mr. Smith and Dr. Jones met. They agreed.", 2],
  ["Support, e.g. respite care, is late. It is poor.", 2],
  ["See para. 12 of the plan.", 1],
  ["It rose by 3.5 points. Then it fell.", 2],
  ["J. Smith chairs the board.", 1],
  ["", 0],
  ["   ", 0],
])("%s has %i", (text, count) => {
  expect(split(text)).toHaveLength(count);
});

test("a closing quotation mark stays with its sentence", () => {
  expect(split("‘It is great.’ Others agreed.")).toEqual(["‘It is great.’", "Others agreed."]);
});

test("a quoted question inside a sentence does not end it", () => {
  expect(split("‘Can you get help?’ asked one parent. Yes.")).toEqual([
    "‘Can you get help?’ asked one parent.",
    "Yes.",
  ]);
});
