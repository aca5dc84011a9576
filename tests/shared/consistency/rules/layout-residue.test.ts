import { expect, test } from "vitest";
import { layoutResidue } from "#shared/consistency/rules/layout-residue.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(layoutResidue, { lines });

test.each([
  ["a private-use character", "help: Visits \uf0b7 are late.", "error: \uf0b7"],
  ["a wrong code", "help: The childâ€™s plan.", "error: â€"],
  ["a broken word", "help: Assess- ment is late.", "warning: Assess- ment"],
  ["a letter of a list", "help: (b) visits", "warning: (b) "],
])("%s", (_what, line, expected) => expect(of(line)).toEqual([expected]));

test("a line break on purpose and a number in a heading are no residue", () => {
  expect(of("help: Lead inspector\nHer Majesty’s Inspector", "# 11")).toEqual([]);
});

test("each kind is reported once a paragraph", () => {
  expect(of("help: • late • missing")).toEqual(["error: •"]);
});
