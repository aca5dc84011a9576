/**
 * How far a score is drawn towards the average of the report’s other areas. Between 0.15 and 0.3 the cross-validation hardly
 * changes; farther, areas that truly differ from the others are read as less so.
 */
export const CONTEXT = 0.2;

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

export const towardsOthers = (own: number, others: number | null): number =>
  others === null ? own : own + CONTEXT * (others - own);
