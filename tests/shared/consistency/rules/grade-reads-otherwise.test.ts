import { expect, test } from "vitest";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { gradeReadsOtherwise } from "#shared/consistency/rules/grade-reads-otherwise.ts";
import { found } from "#tests/shared/consistency/found.ts";

const lines = ["help: Visits come when they can.", "help: Plans drift. Visits come late and plans drift."];

test("the sentence that pulls it most is shown, with how sure it is", () => {
  const [finding] = found(gradeReadsOtherwise, {
    grades: { help: "requires-improvement" },
    lines,
    model: sketchModel,
  });
  expect(finding!.severity).toBe("warning");
  expect(finding!.quote).toBe("Visits come late and plans drift.");
  expect(finding!.message).toMatch(
    /reads like inadequate \(\d\d in 100\); this sentence pulls it most\. Weigh/,
  );
});

test("what is far off is left to the other rule", () => {
  expect(found(gradeReadsOtherwise, { grades: { help: "outstanding" }, lines, model: sketchModel })).toEqual(
    [],
  );
});
