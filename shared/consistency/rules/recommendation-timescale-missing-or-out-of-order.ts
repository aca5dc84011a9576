import { defineRule } from "#shared/consistency/rule.ts";
import { asRecommendation, recommendationLists } from "#shared/consistency/recommendation-lists.ts";
import type { RecommendationView } from "#shared/consistency/snapshot.ts";

export const recommendationTimescale = defineRule({
  id: "recommendation/timescale-missing-or-out-of-order",
  number: 18,
  severity: "error",
  mode: "deterministic",
  title: "A recommendation has no timescale, or stands in the wrong group",
  why: "The authority’s action plan is measured against these dates; an action without one cannot be late.",
  remedy: "Give the recommendation a timescale, and keep the groups in order, the most urgent first.",
  source: "The framework’s groups of recommendations",
  guards: [
    "Silent where the framework has fewer than two groups.",
    "Lists are compared one at a time: each part of a report may have its own.",
    "Where no recommendation has a timescale the report gets one piece of advice.",
  ],
  examples: {
    flagged: [
      { lines: ["! now: Ensure visits are made.", "! Improve the quality of plans."] },
      { lines: ["! soon: Ensure visits are made.", "! now: Improve the quality of plans."] },
      { lines: ["! now: Ensure visits.", "! later: Improve plans.", "! now: Review the strategy."] },
      { lines: ["! Ensure visits are made."] },
    ],
    clean: [
      {
        lines: ["! now: Ensure visits are made.", "! soon: Improve plans.", "! later: Review the strategy."],
      },
      { lines: ["! soon: Improve plans.", "# help Help and protection", "! now: Ensure visits are made."] },
      { lines: [] },
    ],
  },
  over: "report",
  reads: () => [asRecommendation],
  *check(report) {
    const { timescales } = report.framework;
    if (timescales.length < 2 || report.recommendations.length === 0) return;
    if (report.recommendations.every((view) => view.block.timescaleId === null)) {
      yield {
        areaId: null,
        blockId: report.recommendations[0]!.id,
        span: null,
        severity: "advice",
        key: "none",
        message: `None of the ${report.recommendations.length} recommendations has a timescale. Put each under ${timescales.map((each) => `“${each.label}”`).join(", ")}.`,
      };
      return;
    }
    const rank = (view: RecommendationView): number =>
      timescales.findIndex((each) => each.id === view.block.timescaleId);
    for (const list of recommendationLists(report)) {
      let furthest = -1;
      for (const view of list) {
        const at = rank(view);
        const place = { areaId: view.areaIds[0] ?? null, blockId: view.id, span: null };
        if (at < 0) {
          yield { ...place, message: "This recommendation has no timescale. Say by when it is to be done." };
        } else if (at < furthest) {
          yield {
            ...place,
            message: `“${timescales[at]!.label}” comes after “${timescales[furthest]!.label}” in this list. Put the more urgent group first.`,
          };
        } else furthest = at;
      }
    }
  },
});
