import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";

let readers = 0;

/**
 * Remembers what `read` says of a text, for as long as the text’s analysis is kept and in the analysis itself: a
 * table beside it would have to be grown, searched and cleaned with every text. Made once, at the top of a module.
 */
export function perText<T extends NonNullable<unknown> | null>(
  read: (analysis: BlockAnalysis) => T,
): (analysis: BlockAnalysis) => T {
  const place = readers++;
  return (analysis) => {
    const { known } = analysis;
    const found = known[place] as T | undefined;
    if (found !== undefined) return found;
    while (known.length <= place) known.push(undefined);
    return (known[place] = read(analysis));
  };
}
