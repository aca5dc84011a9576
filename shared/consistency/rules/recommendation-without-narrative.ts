import { shorten } from "#shared/consistency/analysis/words.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";
import { tracesOf, wantedOf } from "#shared/consistency/trace.ts";
import type { Trace } from "#shared/consistency/trace-side.ts";

/** A recommendation whose telling words are met to less than this share by any paragraph has no ground there. */
const TRACED = 0.36;
/** … and in one place: a paragraph may hold the words without saying anything of the matter. */
const TRACED_IN_PLACE = 0.4;
/** So many words of a demand must be looked for before it matters that they stand apart. */
const LONG_DEMAND = 6;
/** Fewer telling words than this say too little to look for. */
const ENOUGH_WORDS = 3;

export const recommendationWithoutNarrative = defineRule({
  id: "recommendation/without-narrative",
  number: 17,
  severity: "advice",
  mode: "heuristic",
  offByDefault: true,
  title: "No paragraph gives the ground for a recommendation",
  why: "An authority may refuse an action that no finding in the report calls for.",
  remedy:
    "Write the finding into the narrative, tie the paragraph that holds it, or take the recommendation out.",
  source: "Quality assurance practice: every area for improvement traces to the narrative",
  guards: [
    "A recommendation tied to the paragraph that justifies it is traced.",
    "Words are compared by their roots and weighed by how rare they are in the report; the message names those that were not found.",
    "Narrative of the same tree is looked through, all of it where recommendations are tied to no area.",
    "Only the demand is traced, not its purpose (“so that …”); in a long demand two sentences must bring the words together.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "help: Referrals are answered within a day. Assessments are thorough and timely.",
          "leadership: Leaders know their staff. Supervision is regular and reflective.",
          "! now: Ensure private fostering households receive announced statutory inspections.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "help: Too many private fostering households do not receive their statutory visits.",
          "leadership: Supervision is regular.",
          "! now: Ensure private fostering households receive statutory visits.",
        ],
      },
      { lines: ["! now: Improve plans."] },
    ],
  },
  over: "report",
  *check(report) {
    const traces = tracesOf(report);
    if (!report.blocks.some(({ block, areaIds }) => isNarrative(block) && areaIds.length > 0)) return;
    for (const view of report.recommendations) {
      if (view.block.justifiedBy.some((id) => report.blockById.has(id))) continue;
      const wanted = wantedOf(view.analysis).length;
      if (wanted < ENOUGH_WORDS) continue;
      const best = traces.groundOf(view);
      if (best.share >= TRACED && (best.inPlace >= TRACED_IN_PLACE || wanted < LONG_DEMAND)) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: null,
        message: messageOf(view, best, report),
      };
    }
  },
});

function messageOf(view: RecommendationView, best: Trace, report: Snapshot): string {
  const nearest = best.blockId === null ? undefined : report.blockById.get(best.blockId);
  const missing = best.missing.slice(0, 4).map((root) => written(view, root));
  const words =
    missing.length > 0 ? ` Nothing there speaks of ${missing.map((word) => `“${word}”`).join(", ")}.` : "";
  const near =
    nearest && best.share > TRACED / 2
      ? ` Nearest is ${nearest.paragraph === null ? `“${shorten(nearest.text, 40)}”` : `paragraph ${nearest.paragraph}`}.`
      : "";
  return `No paragraph clearly calls for this recommendation.${near}${words} Write the finding in, or tie its paragraph.`;
}

/** The word as the recommendation writes it. */
function written(view: RecommendationView, root: string): string {
  const words = view.text.match(/[\p{L}-]+/gu) ?? [];
  return words.find((word) => word.toLowerCase().startsWith(root.slice(0, 5))) ?? root;
}
