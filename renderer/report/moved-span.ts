import { wordChanges } from "#shared/document/mark-words.ts";

type Span = readonly [number, number];

/** Characters `from` to `to` of a text gave way to `put` others. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly put: number;
}

/** Fewer words than this in a row may well stand in both texts by chance. */
const ANCHOR = 3;

/**
 * Where words stand after edits of their text, in one place or in several. Words that were edited themselves keep what
 * is left of them, so that a mark under them stays until they are checked again; null when nothing is left.
 *
 * @param span characters in `before`, end exclusive
 */
export function movedSpan(before: string, after: string, span: Span): Span | null {
  const whole = changeBetween(before, after);
  if (!whole) return span;
  const touched = span[1] > whole.from && span[0] < whole.to;
  const changes = touched ? changesWithin(before, after, whole) : [whole];
  // From the last one back, so that those before it stay where they were counted.
  return changes.reduceRight<Span | null>((moved, change) => moved && movedBy(change, moved), span);
}

/** From the first character that differs to the last. */
function changeBetween(before: string, after: string): Change | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { from: start, to: before.length - end, put: after.length - end - start };
}

/** The same change as several, where words between them stayed. In order. */
function changesWithin(before: string, after: string, { from, to, put }: Change): Change[] {
  const changes: Change[] = [];
  let [at, was, now] = [from, "", ""];
  const end = (): void => {
    const change = changeBetween(was, now);
    if (change) changes.push({ from: at + change.from, to: at + change.to, put: change.put });
    at += was.length;
    [was, now] = ["", ""];
  };
  for (const piece of wordChanges(before.slice(from, to), after.slice(from, from + put))) {
    // Words that stay may have another space after them.
    const same = piece.kind === "same" ? (changeBetween(piece.was, piece.text)?.from ?? piece.was.length) : 0;
    const stays = piece.was.slice(0, same).trim().split(/\s+/).length >= ANCHOR ? same : 0;
    if (stays > 0) {
      end();
      at += stays;
    }
    if (piece.kind !== "in") was += piece.was.slice(stays);
    if (piece.kind !== "out") now += piece.text.slice(stays);
  }
  end();
  return changes;
}

function movedBy({ from: start, to: changedTo, put }: Change, [from, to]: Span): Span | null {
  const shift = put - (changedTo - start);
  if (to <= start) return [from, to];
  if (from >= changedTo) return [from + shift, to + shift];
  const begin = from < start ? from : changedTo + shift;
  const finish = to > changedTo ? to + shift : start;
  return finish > begin ? [begin, finish] : null;
}
