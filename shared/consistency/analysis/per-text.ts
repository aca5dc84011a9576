import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";

/** Remembers what `read` says of a text for as long as the text’s analysis is kept. Made once, at the top of a module. */
export function perText<T>(read: (analysis: BlockAnalysis) => T): (analysis: BlockAnalysis) => T {
  const known = new WeakMap<BlockAnalysis, { readonly value: T }>();
  return (analysis) => {
    let kept = known.get(analysis);
    if (!kept) known.set(analysis, (kept = { value: read(analysis) }));
    return kept.value;
  };
}
