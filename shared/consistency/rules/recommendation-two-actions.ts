import { demandOf } from "#shared/consistency/analysis/demand.ts";
import { defineRule } from "#shared/consistency/rule.ts";

export const recommendationTwoActions = defineRule({
  id: "recommendation/two-actions",
  number: 20,
  severity: "advice",
  mode: "heuristic",
  title: "A recommendation asks for two things at once",
  why: "When one half is done and the other is not, nobody can say whether the recommendation is met.",
  remedy: "Make two recommendations of it, each with its own timescale.",
  source: "Quality assurance practice: one recommendation, one action",
  guards: [
    "Two verbs with one object (“improve and maintain”) and verbs of a purpose (“to identify and tackle”) are one action.",
    "Only recommendations that order something done are read.",
  ],
  examples: {
    flagged: [
      { lines: ["! now: Improve placement stability and review the fostering service."] },
      { lines: ["! now: Ensure checks are signed off by a manager and that arrangements are put in place."] },
    ],
    clean: [
      { lines: ["! now: Improve and maintain the quality of plans."] },
      { lines: ["! now: Review the service to identify and tackle barriers to stability."] },
      { lines: ["! now: The quality of plans and review of the service."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.block.kind !== "recommendation") return;
    const { second } = demandOf(view.analysis);
    if (second === null) return;
    const words = view.text.slice(second[0], second[1]);
    yield {
      areaId: view.areaIds[0] ?? null,
      blockId: view.id,
      span: second,
      message: `With “${words} …” this recommendation asks for a second action. Make two of it, so that each can be shown to be done.`,
    };
  },
});
