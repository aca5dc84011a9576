import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { wantedOf } from "#shared/consistency/trace.ts";
import type { AreaView, BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";

/** A recommendation answers a sentence that holds this share of its telling words, and at least so many of them. */
const SHARE = 0.4;
const FEWEST = 2;
/** Where the recommendation is tied to the paragraph, one word tells which of its sentences is meant. */
const FEWEST_TIED = 1;

/** The recommendations that may answer an area’s weaknesses: its own, and those of its tree or of no area. */
export function recommendationsFor(area: AreaView, report: Snapshot): readonly RecommendationView[] {
  const { treeOf } = lexiconOf(report.framework);
  const tree = treeOf.get(area.id) ?? null;
  return report.recommendations.filter(
    (view) => view.areaIds.length === 0 || view.areaIds.some((id) => (treeOf.get(id) ?? null) === tree),
  );
}

/**
 * The recommendation that answers one sentence, by the words the two share: the demand alone counts, and of the
 * narrative the sentence, helped by the one before it. Null where none does.
 *
 * @param at index of the sentence in the block
 */
export function answerTo(
  view: BlockView,
  at: number,
  recommendations: readonly RecommendationView[],
): RecommendationView | null {
  const { roots } = view.analysis;
  const own = new Set(roots[at]);
  const said = new Set([...own, ...(roots[at - 1] ?? [])]);
  let best: RecommendationView | null = null;
  let most = 0;
  for (const recommendation of recommendations) {
    const wanted = wantedOf(recommendation.analysis);
    if (!wanted.some((root) => own.has(root))) continue;
    const met = wanted.filter((root) => said.has(root)).length;
    const tied = recommendation.block.justifiedBy.includes(view.id);
    const enough = tied ? met >= FEWEST_TIED : met >= FEWEST && met >= wanted.length * SHARE;
    const share = met / Math.max(1, wanted.length) + (tied ? 1 : 0);
    if (!enough || share <= most) continue;
    best = recommendation;
    most = share;
  }
  return best;
}
