import type { BlockOf } from "#shared/domain/block.ts";
import type { BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";

/** For rules that read nothing of the report but its recommendations. */
export const asRecommendation = ({ block }: BlockView): readonly BlockOf<"recommendation">[] =>
  block.kind === "recommendation" ? [block] : [];

/** Recommendations with nothing but each other (and their lead-in paragraph) between them, a heading apart. */
export function recommendationLists(report: Snapshot): RecommendationView[][] {
  const lists: RecommendationView[][] = [];
  if (report.recommendations.length === 0) return lists;
  let last: RecommendationView | null = null;
  for (const view of report.recommendations) {
    const apart = last === null || headingBetween(report, last.index, view.index);
    if (apart) lists.push([view]);
    else lists.at(-1)!.push(view);
    last = view;
  }
  return lists;
}

function headingBetween(report: Snapshot, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (report.blocks[at]!.block.kind === "heading") return true;
  return false;
}
