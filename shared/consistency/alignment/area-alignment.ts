import { countFeatures, damped, featuresOf } from "#shared/consistency/alignment/features.ts";
import { MODEL_GRADES, type AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { chancesOf, readsLike, type Alignment } from "#shared/consistency/alignment/reads-like.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";

const kept = new WeakMap<
  AreaView,
  { readonly model: AlignmentModel; readonly alignment: Alignment | null }
>();

/**
 * What the area's narrative reads like, with its reasons; null without a model, on too little text and on scales that are
 * not four-point. Worked out when first asked for, and kept with the area.
 */
export function alignmentOf(area: AreaView, { model, framework }: Snapshot): Alignment | null {
  if (!model) return null;
  let known = kept.get(area);
  if (known?.model !== model) {
    const grades = framework.grades.map(({ id }) => id);
    kept.set(area, (known = { model, alignment: readsLike(model, grades, area.narrative) }));
  }
  return known.alignment;
}

/** Features of one text with how often each occurs; kept with the text, so that an edit reads one paragraph again. */
const countsOf = perText(
  ({ text, sentences }) =>
    countFeatures(sentences.map(({ start, end }) => featuresOf(text.slice(start, end)))).counts,
);

/**
 * The chance of each grade, worst first: as in `alignmentOf`, without the reasons and for a fraction of its cost.
 * Null where that is.
 */
export function chancesFor(area: AreaView, { model, framework }: Snapshot): readonly number[] | null {
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  if (area.narrative.reduce((sum, { words }) => sum + words, 0) < model.minWords) return null;
  const counts = new Map<string, number>();
  for (const { analysis } of area.narrative)
    for (const [feature, times] of countsOf(analysis))
      counts.set(feature, (counts.get(feature) ?? 0) + times);
  if (counts.size === 0) return null;
  let squares = 0;
  let sum = 0;
  for (const [feature, times] of counts) {
    const weighed = damped(times);
    squares += weighed ** 2;
    const weight = model.weights.get(feature);
    if (weight !== undefined) sum += weight * weighed;
  }
  const score = Math.min(MODEL_GRADES - 1, Math.max(0, model.base + sum / Math.sqrt(squares)));
  return chancesOf(model, score);
}
