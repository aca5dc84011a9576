import { expect, test } from "vitest";
import { countFeatures, damped, featuresOf } from "#shared/consistency/alignment/features.ts";

test("a sentence is words, word beginnings and pairs", () => {
  expect(featuresOf("Plans are not yet effective.")).toEqual([
    "plans",
    "are",
    "plans are",
    "not",
    "are not",
    "yet",
    "not yet",
    "effective",
    "effec*",
    "yet effective",
  ]);
});

test.each([
  "Practice is outstanding",
  "Practice is good",
  "Practice is inadequate",
  "Practice is inadequately",
  "Practice is Cornwall’s",
  "Practice is MASH",
  "Practice is 14",
  "Practice is p19",
  "MASH practice is",
])("grades, names, abbreviations and numbers are masked: %s", (sentence) => {
  expect(featuresOf(sentence)).toEqual(["practice", "pract*", "is", "practice is"]);
});

test("a grade’s wording leaves nothing behind, and no pair spans it", () => {
  expect(featuresOf("it requires improvement to be good")).toEqual(["it", "to", "be", "to be"]);
  expect(featuresOf("GOOD and good-enough work")).toEqual(["and", "work"]);
});

test("pairs end at punctuation, but not at a comma", () => {
  expect(featuresOf("plans drift; some, too late")).toEqual([
    "plans",
    "drift",
    "plans drift",
    "some",
    "too",
    "some too",
    "late",
    "too late",
  ]);
});

test("repetition counts ever less", () => {
  expect([1, 3].map(damped)).toEqual([1, 1 + Math.log(3)]);
  expect(countFeatures([["a", "b"], ["a"]])).toEqual({
    counts: new Map([
      ["a", 2],
      ["b", 1],
    ]),
    length: Math.hypot(damped(2), 1),
  });
});
