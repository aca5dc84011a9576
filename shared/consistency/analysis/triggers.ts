import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";

/** The first four letters as one number, which is compared faster than a piece of text; suffixes begin after them. */
const startOf = (word: string): number =>
  word.charCodeAt(0) | (word.charCodeAt(1) << 8) | (word.charCodeAt(2) << 16) | (word.charCodeAt(3) << 24);

/**
 * Which of many patterns are worth trying on a text, from the roots the text is known to hold: a pattern is given the
 * beginnings of words it cannot match without. Without any it is always tried.
 */
export function triggered<T>(
  patterns: readonly { readonly triggers: readonly string[]; readonly pattern: T }[],
): (analysis: Pick<BlockAnalysis, "rootSet">) => ReadonlySet<T> {
  const byStart = new Map<number, T[]>();
  const always = patterns.filter(({ triggers }) => triggers.length === 0).map(({ pattern }) => pattern);
  for (const { triggers, pattern } of patterns)
    for (const start of new Set(triggers.map(startOf)))
      byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  return ({ rootSet }) => {
    const worth = new Set(always);
    for (const root of rootSet) {
      const begun = byStart.get(startOf(root));
      if (begun) for (const pattern of begun) worth.add(pattern);
    }
    return worth;
  };
}

/** All matches of a global pattern, without the copy of it that `matchAll` makes each time. */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  pattern.lastIndex = 0;
  const found: RegExpExecArray[] = [];
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) found.push(match);
  return found;
}
