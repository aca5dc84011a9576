import type { Vector } from "#tools/alignment/examples.ts";

/** How the model is fitted; chosen within the training data. */
export interface Settings {
  /** Strength of the L2 penalty, where the average text has length 1. */
  readonly lambda: number;
  /** How much a feature's own agreement with the grades decides how freely it may weigh: 0 not at all. */
  readonly trust: number;
}

/** score = base + Σ weights[feature] · value */
export interface Linear {
  readonly base: number;
  readonly weights: Float64Array;
}

/**
 * Ridge regression of the grade's rank on the features. Each feature is scaled first by its rarity (idf) and by its
 * correlation with the grades to the power of `trust`; of those that enough authorities' reports hold, the `most` with the
 * highest correlation are kept.
 */
export function fitRidge(
  vectors: readonly Vector[],
  authorities: readonly string[],
  ranks: readonly number[],
  features: number,
  { lambda, trust }: Settings,
  { most, fewestAuthorities }: { most: number; fewestAuthorities: number },
): Linear {
  const scale = scalesOf(vectors, authorities, ranks, features, trust, most, fewestAuthorities);
  const rows = vectors.map(({ ids, values }) => compact(ids, values, scale));
  const size = rows.reduce((sum, { values }) => sum + values.reduce((s, v) => s + v * v, 0), 0);
  const unit = Math.sqrt(rows.length / size);
  for (const { values } of rows) for (let k = 0; k < values.length; k++) values[k]! *= unit;

  const fitted = solve(rows, features, lambda, ranks);
  const ones = solve(
    rows,
    features,
    lambda,
    ranks.map(() => 1),
  );
  const base = total(fitted) / total(ones);
  const weights = new Float64Array(features);
  for (const [i, { ids, values }] of rows.entries()) {
    const pull = fitted[i]! - base * ones[i]!;
    for (let k = 0; k < ids.length; k++) weights[ids[k]!]! += pull * values[k]!;
  }
  for (let j = 0; j < features; j++) weights[j]! *= scale[j]! * unit;
  return { base, weights };
}

export function scoreOf({ base, weights }: Linear, { ids, values }: Vector): number {
  let score = base;
  for (let k = 0; k < ids.length; k++) score += weights[ids[k]!]! * values[k]!;
  return score;
}

function scalesOf(
  vectors: readonly Vector[],
  authorities: readonly string[],
  ranks: readonly number[],
  features: number,
  trust: number,
  most: number,
  fewestAuthorities: number,
): Float64Array {
  const n = vectors.length;
  const mean = total(ranks) / n;
  const spread = Math.sqrt(ranks.reduce((sum, rank) => sum + (rank - mean) ** 2, 0) / n);
  const sums = new Float64Array(features);
  const squares = new Float64Array(features);
  const products = new Float64Array(features);
  const texts = new Float64Array(features);
  const held = new Float64Array(features);
  const last: (string | undefined)[] = Array.from({ length: features });
  for (const [i, { ids, values }] of vectors.entries())
    for (let k = 0; k < ids.length; k++) {
      const id = ids[k]!;
      sums[id]! += values[k]!;
      squares[id]! += values[k]! ** 2;
      products[id]! += values[k]! * (ranks[i]! - mean);
      texts[id]!++;
      // Reports are in the order of their authorities.
      if (last[id] !== authorities[i]) held[id]!++;
      last[id] = authorities[i];
    }
  const agreement = new Float64Array(features);
  for (let j = 0; j < features; j++) {
    const variance = squares[j]! / n - (sums[j]! / n) ** 2;
    if (held[j]! >= fewestAuthorities && variance > 1e-12)
      agreement[j] = Math.abs(products[j]! / n) / Math.sqrt(variance) / spread;
  }
  const least = agreement.toSorted().at(-most) ?? 0;
  return agreement.map((r, j) =>
    r > 0 && r >= least ? (Math.log((n + 1) / (texts[j]! + 1)) + 1) * r ** trust : 0,
  );
}

function compact(ids: Int32Array, values: Float64Array, scale: Float64Array): Vector {
  const kept = [...ids.keys()].filter((k) => scale[ids[k]!]! > 0);
  return {
    ids: Int32Array.from(kept, (k) => ids[k]!),
    values: Float64Array.from(kept, (k) => values[k]! * scale[ids[k]!]!),
  };
}

/** Conjugate gradients on (X·Xᵀ + λ·I)·a = y, without ever forming X·Xᵀ. */
function solve(
  rows: readonly Vector[],
  features: number,
  lambda: number,
  target: readonly number[],
): Float64Array {
  const n = rows.length;
  const a = new Float64Array(n);
  const rest = Float64Array.from(target);
  const step = Float64Array.from(target);
  const middle = new Float64Array(features);
  let error = dot(rest, rest);
  const enough = error * 1e-16;
  for (let round = 0; round < 300 && error > enough; round++) {
    const image = times(rows, step, middle, lambda);
    const far = error / dot(step, image);
    for (let i = 0; i < n; i++) {
      a[i]! += far * step[i]!;
      rest[i]! -= far * image[i]!;
    }
    const next = dot(rest, rest);
    for (let i = 0; i < n; i++) step[i] = rest[i]! + (next / error) * step[i]!;
    error = next;
  }
  return a;
}

function times(rows: readonly Vector[], v: Float64Array, middle: Float64Array, lambda: number): Float64Array {
  middle.fill(0);
  for (let i = 0; i < rows.length; i++) {
    const { ids, values } = rows[i]!;
    const factor = v[i]!;
    for (let k = 0; k < ids.length; k++) middle[ids[k]!]! += factor * values[k]!;
  }
  return v.map((own, i) => {
    const { ids, values } = rows[i]!;
    let sum = lambda * own;
    for (let k = 0; k < ids.length; k++) sum += middle[ids[k]!]! * values[k]!;
    return sum;
  });
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const total = (values: Iterable<number>): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
