import { damped, featuresOf } from "#shared/consistency/alignment/features.ts";
import { MODEL_GRADES, type AlignmentModel } from "#shared/consistency/alignment/model.ts";
import { chancesOf, readsLike, type Alignment } from "#shared/consistency/alignment/reads-like.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Features of one text; kept with it, so that an edit reads one paragraph again. */
const featuresIn = perText(({ text, sentences }) =>
  sentences.flatMap(({ start, end }) => featuresOf(text.slice(start, end))),
);

const scores = new WeakMap<AreaView, { readonly model: AlignmentModel; readonly score: number | null }>();

/** The score of the area’s own text, not yet kept to the scale; null on too little text. Kept with the area. */
function ownScoreOf(area: AreaView, model: AlignmentModel): number | null {
  let known = scores.get(area);
  if (known?.model !== model) scores.set(area, (known = { model, score: readScore(area, model) }));
  return known.score;
}

function readScore({ narrative }: AreaView, model: AlignmentModel): number | null {
  if (narrative.reduce((sum, { words }) => sum + words, 0) < model.contextWords) return null;
  const counts = new Map<string, number>();
  for (const { analysis } of narrative)
    for (const feature of featuresIn(analysis)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  if (counts.size === 0) return null;
  let squares = 0;
  let sum = 0;
  for (const [feature, times] of counts) {
    const weighed = damped(times);
    squares += weighed ** 2;
    const weight = model.weights.get(feature);
    if (weight !== undefined) sum += weight * weighed;
  }
  return model.base + sum / Math.sqrt(squares);
}

/** The average score of the report’s other graded areas; null where none has enough text. */
function othersOf(area: AreaView, areas: readonly AreaView[], model: AlignmentModel): number | null {
  let sum = 0;
  let count = 0;
  for (const other of areas) {
    if (other.id === area.id || other.area.kind !== "graded") continue;
    const score = ownScoreOf(other, model);
    if (score === null) continue;
    sum += score;
    count++;
  }
  return count === 0 ? null : sum / count;
}

/**
 * What the area’s narrative reads like beside the other areas of its report, with its reasons; null without a model, on
 * too little text and on scales that are not four-point.
 */
export function alignmentOf(area: AreaView, { model, framework, areas }: Snapshot): Alignment | null {
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  const grades = framework.grades.map(({ id }) => id);
  return readsLike(model, grades, area.narrative, othersOf(area, areas, model));
}

/** The chance of each grade, worst first: as in `alignmentOf`, without the reasons and for a fraction of its cost. */
export function chancesFor(area: AreaView, { model, framework, areas }: Snapshot): readonly number[] | null {
  if (!model || framework.grades.length !== MODEL_GRADES) return null;
  if (area.narrative.reduce((sum, { words }) => sum + words, 0) < model.minWords) return null;
  const own = ownScoreOf(area, model);
  if (own === null) return null;
  const others = othersOf(area, areas, model);
  const score = others === null ? own : own + model.context * (others - own);
  return chancesOf(model, Math.min(MODEL_GRADES - 1, Math.max(0, score)));
}
