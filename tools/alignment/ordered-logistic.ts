import { MODEL_GRADES } from "#shared/consistency/alignment/model.ts";

export interface Calibration {
  readonly slope: number;
  readonly thresholds: readonly number[];
}

const ROUNDS = 4000;

/**
 * Proportional odds: P(rank > k) = σ(slope · (score − threshold k)), by gradient ascent on the likelihood, which has one
 * peak. Fit it on scores of texts that the linear model had not seen.
 */
export function fitOrderedLogistic(scores: readonly number[], ranks: readonly number[]): Calibration {
  const middle = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  // [slope, cut 0, cut 1, …] with cut k = slope · (threshold k − middle)
  let at = [3, -3, 0, 3];
  let here = ascent(at, scores, ranks, middle);
  let step = 0.01;
  for (let round = 0; round < ROUNDS && step > 1e-12; round++) {
    const next = at.map((value, k) => value + step * here.gradient[k]!);
    const there = ascent(next, scores, ranks, middle);
    if (there.likelihood > here.likelihood) {
      at = next;
      here = there;
      step *= 1.3;
    } else step /= 3;
  }
  const [slope, ...cuts] = at;
  return { slope: slope!, thresholds: cuts.map((cut) => cut / slope! + middle) };
}

function ascent(
  [slope, ...cuts]: readonly number[],
  scores: readonly number[],
  ranks: readonly number[],
  middle: number,
): { likelihood: number; gradient: number[] } {
  const gradient = [0, ...cuts.map(() => 0)];
  let likelihood = 0;
  for (const [i, score] of scores.entries()) {
    const x = score - middle;
    const above = (k: number): number => {
      if (k < 0) return 1;
      return k >= MODEL_GRADES - 1 ? 0 : 1 / (1 + Math.exp(cuts[k]! - slope! * x));
    };
    const rank = ranks[i]!;
    const lower = above(rank - 1);
    const upper = above(rank);
    const chance = lower - upper;
    if (!(chance > 0)) return { likelihood: -Infinity, gradient };
    likelihood += Math.log(chance) / scores.length;
    const atLower = (lower * (1 - lower)) / chance / scores.length;
    const atUpper = (upper * (1 - upper)) / chance / scores.length;
    gradient[0]! += (atLower - atUpper) * x;
    if (rank > 0) gradient[rank]! -= atLower;
    if (rank < MODEL_GRADES - 1) gradient[rank + 1]! += atUpper;
  }
  return { likelihood, gradient };
}
