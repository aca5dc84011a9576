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
