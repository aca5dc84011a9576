import { lexiconOf, meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { shorten, stem, wordsOf } from "#shared/consistency/analysis/words.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView, RecommendationView } from "#shared/consistency/snapshot.ts";

/** A recommendation whose telling words are met to less than this share by any paragraph has no ground there. */
const TRACED = 0.4;
/** … and in one place: a paragraph may hold the words without saying anything of the matter. */
const TRACED_IN_PLACE = 0.38;
/** Fewer telling words than this say too little to look for. */
const ENOUGH_WORDS = 3;
/** A word the narrative never uses weighs as if it stood in this many paragraphs. */
const UNSEEN = 3;

export const recommendationWithoutNarrative = defineRule({
  id: "recommendation/without-narrative",
  number: 17,
  severity: "warning",
  mode: "heuristic",
  title: "No paragraph gives the ground for a recommendation",
  why: "An authority may refuse an action that no finding in the report calls for.",
  remedy:
    "Write the finding into the narrative, tie the paragraph that holds it, or take the recommendation out.",
  source: "Quality assurance practice: every area for improvement traces to the narrative",
  guards: [
    "A recommendation tied to the paragraph that justifies it is traced.",
    "Words are compared by their roots and weighed by how rare they are in the report; the message names those that were not found.",
    "Narrative of the same tree is looked through, all of it where recommendations are tied to no area.",
    "Only the demand is traced, not its purpose (“so that …”); where a paragraph has the words but no two sentences bring them together, it is advice.",
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
    if (report.recommendations.length === 0) return;
    const narrative = report.blocks.filter((view) => isNarrative(view.block) && view.areaIds.length > 0);
    if (narrative.length === 0) return;
    const weights = rarity(narrative);
    const { treeOf } = lexiconOf(report.framework);
    for (const view of report.recommendations) {
      if (view.block.justifiedBy.some((id) => report.blockById.has(id))) continue;
      const wanted = wantedOf(view.analysis);
      if (wanted.length < ENOUGH_WORDS) continue;
      const trees = new Set(view.areaIds.map((id) => treeOf.get(id) ?? null));
      const near =
        trees.size === 0
          ? narrative
          : narrative.filter((other) => other.areaIds.some((id) => trees.has(treeOf.get(id) ?? null)));
      const best = nearest(wanted, near, weights);
      if (best.share >= TRACED && best.inPlace >= TRACED_IN_PLACE) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: null,
        severity: best.share < TRACED ? "warning" : "advice",
        message: messageOf(view, best),
      };
    }
  },
});

/** Where the demand ends and its purpose or manner begins. */
const PURPOSE =
  /\b(?:in order to|so that|so as to|thereby|through|by \w+ing|to (?:allow|enable|support|facilitate|ensure|help|provide|improve|inform|identify))\b/;

/** Words by which recommendations order things done, whatever they ask for, and joining words. */
const ORDERS = new Set(
  "ensure improve maintain strengthen review sufficient appropriate effective robust robustly clear clearly timely accurate accurately consistent consistently address develop establish continue further quality provide provided full fully that there any they them when about from level undertaken used put place set all it systems"
    .split(" ")
    .map(stem),
);

/** The demand itself: what is to be done, without why. Kept with the analysis of the text. */
export const wantedOf = perText(({ text }): readonly string[] => {
  const end = PURPOSE.exec(text.slice(12));
  const words = wordsOf(text, 0, end ? end.index + 12 : text.length);
  return meaningOf(words).filter((root) => !ORDERS.has(root));
});

/** Words met in few paragraphs tell most; a word met in none may be only another way of saying it. */
function rarity(narrative: readonly BlockView[]): (root: string) => number {
  const seenIn = new Map<string, number>();
  for (const { analysis } of narrative)
    for (const root of analysis.rootSet) seenIn.set(root, (seenIn.get(root) ?? 0) + 1);
  return (root) => Math.log((narrative.length + 1) / ((seenIn.get(root) ?? UNSEEN) + 0.5));
}

interface Nearest {
  readonly view: BlockView | null;
  /** Share of the telling words’ weight met by the paragraph, and by its best two sentences. 0 to 1. */
  readonly share: number;
  readonly inPlace: number;
  readonly missing: readonly string[];
}

function nearest(
  wanted: readonly string[],
  views: readonly BlockView[],
  weight: (root: string) => number,
): Nearest {
  const total = wanted.reduce((sum, root) => sum + weight(root), 0);
  let best: Nearest = { view: null, share: 0, inPlace: 0, missing: wanted };
  for (const view of views) {
    const { roots, rootSet } = view.analysis;
    const met = wanted.filter((root) => rootSet.has(root));
    const share = met.reduce((sum, root) => sum + weight(root), 0) / total;
    if (share <= best.share) continue;
    let inPlace = 0;
    for (let i = 0; i < roots.length; i++) {
      const here = met.filter((root) => roots[i]!.includes(root) || roots[i + 1]?.includes(root));
      inPlace = Math.max(inPlace, here.reduce((sum, root) => sum + weight(root), 0) / total);
    }
    const missing = wanted.filter((root) => !rootSet.has(root));
    best = { view, share, inPlace, missing };
  }
  return best;
}

function messageOf(view: RecommendationView, best: Nearest): string {
  const missing = best.missing.slice(0, 4).map((root) => written(view, root));
  const words =
    missing.length > 0 ? ` Nothing there speaks of ${missing.map((word) => `“${word}”`).join(", ")}.` : "";
  const near =
    best.view && best.share > TRACED / 2
      ? ` Nearest is ${best.view.paragraph === null ? `“${shorten(best.view.text, 40)}”` : `paragraph ${best.view.paragraph}`}.`
      : "";
  return `No paragraph clearly calls for this recommendation.${near}${words} Write the finding in, or tie its paragraph.`;
}

/** The word as the recommendation writes it. */
function written(view: RecommendationView, root: string): string {
  const words = view.text.match(/[\p{L}-]+/gu) ?? [];
  return words.find((word) => word.toLowerCase().startsWith(root.slice(0, 5))) ?? root;
}
