import type { PrintedLine } from "#electron/core/importers/pdf/page-furniture.ts";
import type { Segment } from "#electron/core/importers/pdf/page-text.ts";
import type { TagCell } from "#electron/core/importers/pdf/tags.ts";

/** So many lines must have a gap before the same place before that is a column and not a chance. */
const ENOUGH_LINES = 3;
/** Points by which what stands in one column, or on one height, may differ. */
const SAME_PLACE = 3;
/** A line lower by more than this, of its letters' size, does not go on in the same cell. */
const CLOSE = 1.35;
/** A number, letter or sign before a paragraph is set apart from it, and is no column. */
const MARK = /^\s*(?:\(?[\p{L}\d]{1,3}[.)]?|[^\p{L}\p{N}\s])\s*$/u;

/** A row being put together: the segments of each column, and the height of its lines. */
interface Row {
  readonly key: string;
  readonly lines: { readonly column: number; readonly line: PrintedLine }[];
}

/**
 * The cells of tables in a document without tags, told by gaps that stand at the same place line after line. Rows
 * of one cell, such as a title within a table, are no part of it.
 */
export function untaggedCells(lines: readonly PrintedLine[]): Map<Segment, TagCell> {
  const columns = columnsOf(lines);
  const cells = new Map<Segment, TagCell>();
  if (columns.length === 0) return cells;
  const columnAt = (x: number): number => columns.findIndex((place) => near(place, x)) + 1;
  let table = 0;
  let row: Row | null = null;
  const put = (segment: Segment, column: number, line: PrintedLine): void => {
    row ??= { key: `${table}.${cells.size}`, lines: [] };
    row.lines.push({ column, line });
    cells.set(segment, { table: `columns ${table}`, row: row.key, column, header: false });
  };
  for (const [index, line] of lines.entries()) {
    const [first, ...others] = line.segments;
    if (!first || first.tag !== null) {
      row = null;
      continue;
    }
    const begun: Row | null = row;
    const column = columnAt(first.x);
    const beside = others.filter((segment) => segment.afterGap && columnAt(segment.x) > 0);
    const hasMark = MARK.test(first.text);
    if (beside.length > 0 && !hasMark) {
      row = null;
      let own = 0;
      for (const segment of line.segments) {
        if (segment.afterGap && columnAt(segment.x) > 0) own = columnAt(segment.x);
        put(segment, own, line);
      }
    } else if (begun && goesOn(begun, line, column)) put(first, column, line);
    else if (column === 0 && standsBesideLater(lines, index, columnAt)) {
      row = null;
      put(first, 0, line);
    } else {
      row = null;
      table++;
    }
  }
  return cells;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SAME_PLACE;

/** Places, in points from the left, at which something stands behind a gap in enough lines; from left to right. */
function columnsOf(lines: readonly PrintedLine[]): number[] {
  const places: { x: number; lines: number }[] = [];
  for (const { segments } of lines)
    for (const [index, { x, afterGap, tag }] of segments.entries()) {
      if (!afterGap || tag !== null || (index === 1 && MARK.test(segments[0]?.text ?? ""))) continue;
      const known = places.find((place) => near(place.x, x));
      if (known) known.lines++;
      else places.push({ x, lines: 1 });
    }
  return places
    .filter((place) => place.lines >= ENOUGH_LINES)
    .map(({ x }) => x)
    .toSorted((a, b) => a - b);
}

/** The next line of a cell, or the first line of the cell beside it where that is drawn afterwards. */
function goesOn(row: Row, line: PrintedLine, column: number): boolean {
  const above = row.lines.findLast((part) => part.column === column)?.line;
  const [first] = line.segments;
  if (!first || row.lines[0]?.line.page !== line.page) return false;
  if (!above) return row.lines.some((part) => Math.abs(part.line.y - line.y) <= SAME_PLACE);
  const lead = above.segments[0];
  const gap = line.y - above.y;
  return (
    gap > 0 &&
    gap <= first.size * CLOSE &&
    lead !== undefined &&
    (column > 0 || near(lead.x, first.x)) &&
    lead.bold === first.bold
  );
}

/** True when something on the same height stands in a column of its own, drawn a few lines later. */
function standsBesideLater(
  lines: readonly PrintedLine[],
  index: number,
  columnAt: (x: number) => number,
): boolean {
  const line = lines[index];
  if (!line) return false;
  return lines
    .slice(index + 1, index + 1 + MOST_LINES)
    .some(
      ({ page, y, segments }) =>
        page === line.page && Math.abs(y - line.y) <= SAME_PLACE && columnAt(segments[0]?.x ?? 0) > 0,
    );
}

/** A cell of more lines than this is not looked across. */
const MOST_LINES = 8;
