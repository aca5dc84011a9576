import { perText } from "#shared/consistency/analysis/per-text.ts";
import { topicsOf } from "#shared/consistency/analysis/topics.ts";
import type { BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";
import { tracesOf, wantedOf } from "#shared/consistency/trace.ts";

/** A recommendation answers a sentence when it meets this share of its telling words … */
const SHARE = 0.4;
/** … or when the sentence, helped by the one before it, holds this share of what is demanded … */
const DEMANDED = 0.4;
/** … or when the words they share are this rare in all, each by the halvings of the narrative beyond the commonest. */
const RARE = 4;
const COMMON = 2;
/** In every case, so many words. */
const FEWEST = 2;

/** A recommendation on plans at large answers a weakness of one kind of plan. */
const ALL_PLANS =
  /\b(?:plans and planning|(?:all|children[’']s) plans|assessments?(?:,| and|, and) plan(?:s|ning))\b/i;
const PLANS = ["pathway plans", "personal education plans"];

/** The matters, by the names of `topicsOf`, that a recommendation speaks of. */
export const demandedTopics = perText((analysis): readonly string[] => [
  ...topicsOf(analysis).map(({ topic }) => topic),
  ...(ALL_PLANS.test(analysis.text) ? PLANS : []),
]);

/**
 * The recommendation that answers one sentence: one tied to its paragraph that shares a word with it; else the nearest
 * in its trees, if it is near; else one that names the matter the sentence finds weak; else the nearest again, if what
 * it shares is rare. Null where none does.
 *
 * @param at index of the sentence in the block
 */
export function answerTo(report: Snapshot, view: BlockView, at: number): RecommendationView | null {
  const own = view.analysis.roots[at] ?? [];
  const tied = report.recommendations.find(
    ({ block, analysis }) =>
      block.justifiedBy.includes(view.id) && wantedOf(analysis).some((root) => own.includes(root)),
  );
  if (tied) return tied;
  const traces = tracesOf(report);
  const { blockId, share, missing } = traces.answerTo(own, view.areaIds);
  const nearest = report.recommendations.find(({ id }) => id === blockId);
  const shared = [...new Set(own)].filter((root) => !missing.includes(root));
  if (nearest && shared.length >= FEWEST && share >= SHARE) return nearest;
  if (nearest && isDemanded(nearest, [...own, ...(view.analysis.roots[at - 1] ?? [])])) return nearest;
  const rarity = shared.reduce((sum, root) => sum + Math.max(0, traces.weightOf(root) - COMMON), 0);
  return (
    onTheMatter(report, view, at) ?? (nearest && shared.length >= FEWEST && rarity >= RARE ? nearest : null)
  );
}

function isDemanded({ analysis }: RecommendationView, said: readonly string[]): boolean {
  const wanted = wantedOf(analysis);
  const met = wanted.filter((root) => said.includes(root)).length;
  return met >= FEWEST && met >= wanted.length * DEMANDED;
}

function onTheMatter(report: Snapshot, view: BlockView, at: number): RecommendationView | null {
  const sentence = view.analysis.sentences[at];
  if (!sentence) return null;
  const weak = topicsOf(view.analysis).filter(
    ({ start, weakness }) => weakness > 0 && start >= sentence.start && start < sentence.end,
  );
  if (weak.length === 0) return null;
  const names = (each: RecommendationView): boolean => {
    const demanded = demandedTopics(each.analysis);
    return weak.some(({ topic }) => demanded.includes(topic));
  };
  return report.recommendations.find(names) ?? null;
}
