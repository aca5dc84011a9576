import { expect, test } from "vitest";
import { wordingScaleWordAsOrdinaryEnglish } from "#shared/consistency/rules/wording-scale-word-as-ordinary-english.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const said = (text: string): string[] =>
  foundBriefly(wordingScaleWordAsOrdinaryEnglish, { grades: { help: "good" }, lines: [`help: ${text}`] });

test("what waits to be done is outstanding; what is excellent may be called so", () => {
  expect(said("Three actions are still outstanding.")).toEqual(["warning: outstanding"]);
  expect(said("Two outstanding issues were raised.")).toEqual(["warning: outstanding issues"]);
  expect(said("Workers carry out outstanding work with families.")).toEqual([]);
  expect(said("The virtual school is outstanding.")).toEqual([]);
});

test("everyday uses are counted once an area", () => {
  expect(said("Risk was inadequately weighed. Plans were inadequately shared.")).toEqual([
    "advice: inadequately weighed",
  ]);
  expect(said("There is inadequate recording.")).toEqual([]);
});
