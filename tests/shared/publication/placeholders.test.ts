import { expect, test } from "vitest";
import { placeholdersIn } from "#shared/publication/placeholders.ts";

test.each([
  ["Inspectors read [number] case files.", ["[number]"]],
  ["TODO ask the DCS; date TBC.", ["TODO", "TBC"]],
  ["There were XX children and ??? carers, led by ____.", ["XX", "???", "____"]],
  ["A child said: “They [the carers] listen.” Inspectors saw [number] homes.", ["[number]"]],
])("%s", (text, found) => {
  expect(placeholdersIn(text, "paragraph")).toEqual(found);
});

test.each([
  "Plans [1] are kept [sic] and read […].",
  "“It’s [the home] good,” said a child.",
  "Assessments have to be completed in time. Is that so?",
  "Phase XIX of the plan, at boxes X and Y.",
])("nothing waits in: %s", (text) => {
  expect(placeholdersIn(text, "paragraph")).toEqual([]);
});

test("brackets of a quotation are its editor’s", () => {
  expect(placeholdersIn("They [the carers] listen.", "quotation")).toEqual([]);
});
