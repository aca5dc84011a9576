import { expect, test } from "vitest";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { gradeReadsOtherwise } from "#shared/consistency/rules/grade-reads-otherwise.ts";
import { gradeReadsFarOtherwise } from "#shared/consistency/rules/grade-reads-far-otherwise.ts";
import { found } from "#tests/shared/consistency/found.ts";

const lines = ["help: Plans drift. Visits come late and plans drift."];

test("only where the grade’s own chance is nearly none", () => {
  const asked = (grade: string): number =>
    found(gradeReadsFarOtherwise, { grades: { help: grade }, lines, model: sketchModel }).length;
  expect(["inadequate", "requires-improvement", "good", "outstanding"].map(asked)).toEqual([0, 0, 1, 1]);
});

test("on a framework the model was not tried on it takes two steps", () => {
  const elsewhere = { ...sketchModel, families: ["other"] };
  const asked = (grade: string): number =>
    [gradeReadsOtherwise, gradeReadsFarOtherwise].flatMap((rule) =>
      found(rule, { grades: { help: grade }, lines, model: elsewhere }),
    ).length;
  expect(["inadequate", "requires-improvement", "good", "outstanding"].map(asked)).toEqual([0, 0, 1, 1]);
});
