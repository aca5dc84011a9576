import type { PrintedLine } from "#electron/core/importers/pdf/page-furniture.ts";
import type { Segment } from "#electron/core/importers/pdf/page-text.ts";
import { continues } from "#electron/core/importers/reading/join-lines.ts";
import { BULLET, numberOf } from "#electron/core/importers/reading/marks.ts";

/** A gap this much wider than the usual one parts two paragraphs. */
const WIDE_GAP = 1.35;
/** A gap of less than this, of the usual, parts no paragraphs. */
const CLOSE_GAP = 1.15;
/** Points by which lines of one paragraph may differ. */
const SAME_SIZE = 1;
const SAME_LEFT = 6;

/** The distance from line to line that is most common, in points; 0 where there are too few lines. */
export function usualPitch(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const gap = before?.page === line.page ? Math.round((line.y - before.y) * 2) / 2 : 0;
    if (gap > 4) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** True when the line that begins with this segment begins a paragraph of its own on the page. */
export function startsBlock(
  segment: Segment,
  before: Segment,
  line: PrintedLine | undefined,
  pitch: number,
): boolean {
  const gap = segment.y - before.endY;
  const text = line?.text ?? segment.text;
  return (
    gap < 0 ||
    (pitch > 0 && gap > pitch * WIDE_GAP * Math.max(1, segment.size / 12)) ||
    Math.abs(segment.size - before.size) > SAME_SIZE ||
    segment.bold !== before.bold ||
    BULLET.test(text) ||
    (numberOf(text) !== null && segment.x < before.x + SAME_LEFT)
  );
}

/**
 * True when what begins a page goes on with what ended the page before.
 *
 * @param soFar the earlier text
 * @param earlier its segments, of which the second line shows where its further lines are set
 */
export function goesOverPage(soFar: string, earlier: readonly Segment[], later: readonly Segment[]): boolean {
  const [first] = later;
  const before = earlier.at(-1);
  if (!first || !before || !couldGoOn(before, first)) return false;
  const marked = BULLET.test(soFar) || numberOf(soFar) !== null;
  // Some reports give their numbered paragraphs the style of a heading.
  const headings = [before, first].filter(({ tag }) => tag?.role === "heading").length;
  if (headings === 1 || (headings === 2 && !marked)) return false;
  if (continues(soFar, first.text) || !/[.:;!?]["'’”)]*$/.test(soFar)) return true;
  if (marked && first.tag?.role === "item") return true;
  const label = earlier[0]?.x ?? 0;
  const hanging = earlier.find((segment) => segment.startsLine && segment.x > label + SAME_LEFT)?.x;
  return marked && hanging !== undefined && Math.abs(first.x - hanging) <= SAME_LEFT;
}

/** True when the second line or lines of a marked paragraph are tagged as a paragraph of their own. */
export function goesOnBelow(soFar: string, before: Segment, first: Segment, pitch: number): boolean {
  if (numberOf(soFar) === null || !couldGoOn(before, first)) return false;
  if (first.tag?.role === "heading" && before.tag?.role !== "heading") return false;
  const gap = first.y - before.endY;
  const oneLine = numberOf(before.text) !== null;
  return (
    gap > 0 &&
    gap <= pitch * CLOSE_GAP &&
    (oneLine ? first.x > before.x : Math.abs(first.x - before.x) <= SAME_LEFT)
  );
}

/** Set alike, and without a mark of its own. */
const couldGoOn = (before: Segment, first: Segment): boolean =>
  !BULLET.test(first.text) &&
  numberOf(first.text) === null &&
  !/^\s*\d{1,3}[.)]?\s*$/.test(first.text) &&
  Math.abs(first.size - before.size) <= SAME_SIZE &&
  first.bold === before.bold;
