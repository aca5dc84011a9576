/** own → base + factor · own + towards · (others − own), where the other areas of the report have a score; else without. */
export interface Context {
  readonly base: number;
  readonly factor: number;
  readonly towards: number;
}

/** The average score of the other samples of the same report; null where there is none. */
export function othersOf(
  samples: readonly { readonly report: string }[],
  scores: readonly number[],
): (number | null)[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [i, { report }] of samples.entries()) {
    const known = sums.get(report) ?? { sum: 0, count: 0 };
    sums.set(report, { sum: known.sum + scores[i]!, count: known.count + 1 });
  }
  return samples.map(({ report }, i) => {
    const { sum, count } = sums.get(report)!;
    return count < 2 ? null : (sum - scores[i]!) / (count - 1);
  });
}

export const towardsOthers = (share: number, own: number, others: number | null): number =>
  others === null ? own : own + share * (others - own);

/** Least squares, on scores of texts that the linear model had not seen. */
export function fitContext(
  own: readonly number[],
  others: readonly (number | null)[],
  ranks: readonly number[],
): Context {
  const rows = own.map((score, i) => [1, score, others[i] === null ? 0 : others[i]! - score]);
  // Normal equations, with the right side as a fourth column.
  const system = [0, 1, 2].map((a) => [
    ...[0, 1, 2].map((b) => rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0)),
    rows.reduce((sum, row, i) => sum + row[a]! * ranks[i]!, 0),
  ]);
  for (let pivot = 0; pivot < 3; pivot++)
    for (let other = 0; other < 3; other++) {
      if (other === pivot) continue;
      const factor = system[other]![pivot]! / system[pivot]![pivot]!;
      for (let k = pivot; k < 4; k++) system[other]![k]! -= factor * system[pivot]![k]!;
    }
  const [base, factor, towards] = system.map((row, k) => row[3]! / row[k]!);
  return { base: base!, factor: factor!, towards: towards! };
}
