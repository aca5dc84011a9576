/** How the balance of an area's statements stands to its grade. */
export interface Lean {
  /** Where such a balance is usual: 0 is the worst grade of the scale, 3 the best. */
  readonly position: number;
  /** “true” while the balance is one that published reports of this grade show. */
  readonly direction: "true" | "better" | "worse";
}

/** Fewer statements than this have no balance worth naming. */
const FEWEST = 6;

/**
 * Share of strengths among an area's statements in published reports, worst grade first: the middle, and the range
 * that nine in ten areas lie in, open at the ends of the scale. Counted by this checker over 660 graded areas with six statements or more, in
 * reports of 2013 to 2025 (overall effectiveness left out). It says how reports are written, not how to grade.
 */
const USUAL = [
  { middle: 0.46, from: 0, to: 0.68 },
  { middle: 0.72, from: 0.54, to: 0.86 },
  { middle: 0.9, from: 0.78, to: 1 },
  { middle: 0.96, from: 0.89, to: 1 },
] as const;

/** @returns null for too few statements, an area without a grade, or a scale that has not four points */
export function leanOf(
  strengths: number,
  weaknesses: number,
  rank: number | null,
  points: number,
): Lean | null {
  const usual = rank === null ? undefined : USUAL[rank];
  if (!usual || points !== USUAL.length || strengths + weaknesses < FEWEST) return null;
  const share = strengths / (strengths + weaknesses);
  const direction = share > usual.to ? "better" : share < usual.from ? "worse" : "true";
  return { position: positionOf(share), direction };
}

/** Between the middles of two grades in proportion; at the ends of the scale no farther. */
function positionOf(share: number): number {
  const above = USUAL.findIndex(({ middle }) => share <= middle);
  if (above < 0) return USUAL.length - 1;
  if (above === 0) return 0;
  const [low, high] = [USUAL[above - 1]!.middle, USUAL[above]!.middle];
  return above - 1 + (share - low) / (high - low);
}
