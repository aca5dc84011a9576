type Span = readonly [number, number];

/**
 * Where words stand after an edit of their text. Words that were edited themselves keep what is left of them, so that
 * a mark under them stays until they are checked again; null when nothing is left.
 *
 * @param span characters in `before`, end exclusive
 */
export function movedSpan(before: string, after: string, [from, to]: Span): Span | null {
  if (before === after) return [from, to];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const shift = after.length - before.length;
  const changedTo = before.length - end;
  if (to <= start) return [from, to];
  if (from >= changedTo) return [from + shift, to + shift];
  const begin = from < start ? from : changedTo + shift;
  const finish = to > changedTo ? to + shift : start;
  return finish > begin ? [begin, finish] : null;
}
