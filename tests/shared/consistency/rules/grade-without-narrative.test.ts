import { expect, test } from "vitest";
import { gradeWithoutNarrative } from "#shared/consistency/rules/grade-without-narrative.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

const good = { overall: "good", help: "good", leadership: "good", partnerships: "good", money: "good" };

test("in a report written here it is an error", () => {
  expect(foundBriefly(gradeWithoutNarrative, { grades: good, lines: ["help: Visits are made."] })).toEqual([
    "error: ",
    "error: ",
    "error: ",
  ]);
});

test("in an imported report that lost most of its ties it is a warning", () => {
  const sketched = { grades: good, rows: { help: "Help and protection" }, lines: ["help: Visits are made."] };
  expect(foundBriefly(gradeWithoutNarrative, sketched)).toEqual(["warning: ", "warning: ", "warning: "]);
});

test("an empty paragraph, a heading and a recommendation argue for nothing", () => {
  const lines = ["# money Value for money", "money:  ", "! now: money: Review contracts."];
  expect(foundBriefly(gradeWithoutNarrative, { grades: { money: "good" }, lines })).toEqual(["error: "]);
});

test("a sentence on the topic under another area is pointed to", () => {
  const [finding] = found(gradeWithoutNarrative, {
    grades: { partnerships: "good", help: "good" },
    lines: ["help: Partnership working with the police is good."],
  });
  expect(finding!.message).toContain("“Partnership working with the police is good” stands in paragraph 1");
});
