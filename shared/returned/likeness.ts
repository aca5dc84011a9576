import { countedWords } from "#shared/domain/block.ts";

/** Two texts with fewer words in common than this share are not one text that was rewritten. */
export const ALIKE = 0.55;
/** Short texts are like too many others to be known by a few words. */
export const FEWEST_WORDS = 4;

/** The words of a text, each as often as it is said. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

export function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  const words = countedWords(text.toLowerCase());
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, size: words.length };
}

/** How many words two texts have in common. */
export function shared(a: Bag, b: Bag): number {
  let count = 0;
  for (const [word, times] of a.counts) count += Math.min(times, b.counts.get(word) ?? 0);
  return count;
}

/** From 0 to 1; Dice's coefficient over words. */
export const likenessOf = (a: Bag, b: Bag): number =>
  a.size + b.size === 0 ? 0 : (2 * shared(a, b)) / (a.size + b.size);
