import { wantedOf, tracesOf } from "#shared/consistency/trace.ts";
import type { BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";

/** A recommendation answers a sentence when it meets this share of its telling words … */
const SHARE = 0.4;
/** … or when the sentence, helped by the one before it, holds this share of what is demanded. Either way, so many words. */
const DEMANDED = 0.4;
const FEWEST = 2;

/**
 * The recommendation that answers one sentence: one tied to its paragraph that shares a word with it, else the nearest in
 * its trees, if it is near enough. Null where none does.
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
  const { blockId, share, missing } = tracesOf(report).answerTo(own, view.areaIds);
  const nearest = report.recommendations.find(({ id }) => id === blockId);
  if (!nearest) return null;
  if (share >= SHARE && new Set(own).size - missing.length >= FEWEST) return nearest;
  const said = new Set([...own, ...(view.analysis.roots[at - 1] ?? [])]);
  const wanted = wantedOf(nearest.analysis);
  const met = wanted.filter((root) => said.has(root)).length;
  return met >= FEWEST && met >= wanted.length * DEMANDED ? nearest : null;
}
