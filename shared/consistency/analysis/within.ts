import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** Those of a list in order of start that lie wholly inside a span. Takes no longer for a longer list. */
export function within<T extends Span>(list: readonly T[], { start, end }: Span): T[] {
  const found: T[] = [];
  for (let at = firstFrom(list, start); at < list.length && list[at]!.start < end; at++)
    if (list[at]!.end <= end) found.push(list[at]!);
  return found;
}

/** The one of a list, in order and without overlaps, that holds a character. */
export function holding<T extends Span>(list: readonly T[], at: number): T | null {
  const last = list[firstFrom(list, at + 1) - 1];
  return last !== undefined && at < last.end ? last : null;
}

/** What lies near enough to be about it; a sentence that runs on for pages is no sentence. */
const REACH = 300;

/** The sentence as far as it stands near a part of it. */
export const nearby = (sentence: Span, { start, end }: Span): Span => ({
  start: Math.max(sentence.start, start - REACH),
  end: Math.min(sentence.end, end + REACH),
});

/** Index of the first that starts at the character or after it. */
function firstFrom(list: readonly Span[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
