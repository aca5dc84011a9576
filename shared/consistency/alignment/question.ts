import { chancesFor, strongestSentence } from "#shared/consistency/alignment/area-alignment.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import type { RawFinding } from "#shared/consistency/rule.ts";
import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";

/** On frameworks the model was not tried on, a neighbouring grade may only be another way of writing. */
const FAR = 2;

/**
 * How much a grade must be questioned by what its narrative reads like. Null where it need not be, where nothing can be
 * said, and for an area that sums up the others.
 */
export function questionOf(area: AreaView, report: Snapshot): "otherwise" | "far-otherwise" | null {
  if (area.rank === null || area.area.overall || !report.model) return null;
  const chances = chancesFor(area, report);
  if (!chances) return null;
  const chance = chances[area.rank]!;
  const { families, questions } = report.model;
  const { otherwise, farOtherwise } = questions;
  const apart = Math.abs(chances.indexOf(Math.max(...chances)) - area.rank);
  if (apart < FAR && !families.includes(report.framework.family)) return null;
  return chance < farOtherwise ? "far-otherwise" : chance < otherwise ? "otherwise" : null;
}

/** The question put to a person, at the sentence that pulls the score furthest from the grade given. */
export function readsOtherwise(area: AreaView, report: Snapshot): RawFinding[] {
  const chances = chancesFor(area, report);
  if (!chances || area.rank === null) return [];
  const reads = chances.indexOf(Math.max(...chances));
  const sentence = strongestSentence(area, report, reads > area.rank);
  if (!sentence) return [];
  const sure = Math.min(99, Math.round(100 * chances[reads]!));
  const likeliest = report.framework.grades[reads]!.label.toLowerCase();
  return [
    {
      areaId: area.id,
      blockId: sentence.view.id,
      span: sentence.span,
      key: "",
      message: `${shorten(area.path, 60)} is graded ${area.grade!.label}, but its narrative reads like ${likeliest} (${sure} in 100); this sentence pulls it most. Weigh grade and narrative again: a question, not a judgement.`,
    },
  ];
}
