/** Letters of a root that are compared; suffixes begin after them. */
const LETTERS = 4;

/**
 * Which of many patterns are worth trying on a text, from the roots the text is known to hold: a pattern is given the
 * beginnings of words it cannot match without. Without any it is always tried.
 */
export function triggered<T>(
  patterns: readonly { readonly triggers: readonly string[]; readonly pattern: T }[],
): (roots: ReadonlySet<string>) => ReadonlySet<T> {
  const byStart = new Map<string, T[]>();
  const always = patterns.filter(({ triggers }) => triggers.length === 0).map(({ pattern }) => pattern);
  for (const { triggers, pattern } of patterns)
    for (const start of new Set(triggers.map((trigger) => trigger.slice(0, LETTERS))))
      byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  return (roots) => {
    const worth = new Set(always);
    for (const root of roots)
      for (const pattern of byStart.get(root.slice(0, LETTERS)) ?? []) worth.add(pattern);
    return worth;
  };
}
