import { expect, test } from "vitest";
import { wordingOffScaleGradingWord } from "#shared/consistency/rules/wording-off-scale-grading-word.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const said = (text: string): string[] =>
  foundBriefly(wordingOffScaleGradingWord, { grades: { help: "good" }, lines: [`help: ${text}`] });

test("a grade of another scale is a warning, a mere description advice", () => {
  expect(said("The plan is satisfactory.")).toEqual(["warning: satisfactory"]);
  expect(said("Reviews were judged by Ofsted to be satisfactory.")).toEqual(["warning: satisfactory"]);
  expect(said("Outcomes are of an unsatisfactory kind.")).toEqual(["advice: unsatisfactory"]);
  expect(said("Some live in unsatisfactory accommodation.")).toEqual([]);
});

test("an earlier inspection may have had another scale", () => {
  expect(said("At the last inspection in 2012 services were judged to be adequate.")).toEqual([]);
  expect(said("The previous inspection was in May. The authority was judged to be adequate.")).toEqual([]);
  expect(said("Services are adequate.")).toEqual(["warning: adequate"]);
  expect(said("There is adequate accommodation. Resources are adequate to the need.")).toEqual([]);
});
