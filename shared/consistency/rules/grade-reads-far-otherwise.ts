import { questionOf, readsOtherwise } from "#shared/consistency/alignment/question.ts";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { defineRule } from "#shared/consistency/rule.ts";

export const gradeReadsFarOtherwise = defineRule({
  id: "grade/reads-far-otherwise",
  number: null,
  severity: "warning",
  mode: "heuristic",
  title: "A narrative reads clearly like another grade than the one given",
  why: "Hardly any published report has such a narrative under this grade.",
  remedy: "Read the sentences that pull it most; then change the narrative, the grade, or neither.",
  source: "Comes with the model of “reads like” (docs/model-card.md), not from the reviewer’s list",
  guards: [
    "Grades, names and numbers are masked: only what is told of the work is read.",
    "Asked where the chance of the given grade is below the limit at which 0.5 % of published grades were questioned.",
    "Silent on too little text, on scales that are not four-point, for areas that sum up others, and without the model.",
    "On frameworks of which it has not read many reports it speaks only from two steps of the scale on.",
    "Never an error: the model advises, and no model may keep a report from being published.",
  ],
  examples: {
    flagged: [
      {
        grades: { help: "good" },
        lines: ["help: Plans drift. Visits come late and plans drift."],
        model: sketchModel,
      },
    ],
    clean: [
      {
        grades: { help: "inadequate" },
        lines: ["help: Plans drift. Visits come late and plans drift."],
        model: sketchModel,
      },
      { grades: { help: "good" }, lines: ["help: Plans drift. Visits come late and plans drift."] },
      { grades: { help: "good" }, lines: ["help: Plans drift."], model: sketchModel },
      {
        grades: { overall: "good" },
        lines: ["overall: Plans drift. Visits come late and plans drift."],
        model: sketchModel,
      },
    ],
  },
  over: "report",
  *check(report) {
    // The rest of the report is weighed as well: what any area reads like may change with another.
    for (const area of report.areas)
      if (questionOf(area, report) === "far-otherwise") yield* readsOtherwise(area, report);
  },
});
