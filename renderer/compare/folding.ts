import type { AlignedRow } from "#shared/document/align-revisions.ts";

/** Rows by their index, or a run of unchanged ones that is folded away. */
export type ShownItem =
  | { readonly kind: "row"; readonly index: number }
  | { readonly kind: "fold"; readonly from: number; readonly count: number };

/** Unchanged blocks left on each side of a change, so that one sees where it is. */
const AROUND = 1;
/** A shorter run is no trouble to read over. */
const LONG_RUN = 4;

/**
 * What is on the page: everything, or the changes with long unchanged runs folded.
 *
 * @param opened first rows of the runs somebody opened
 */
export function shownItems(
  rows: readonly AlignedRow[],
  onlyChanges: boolean,
  opened: ReadonlySet<number>,
): ShownItem[] {
  const items: ShownItem[] = [];
  const show = (from: number, to: number): void => {
    for (let index = from; index < to; index++) items.push({ kind: "row", index });
  };
  for (let start = 0; start < rows.length;) {
    let end = start;
    while (end < rows.length && rows[end]!.change === "same") end++;
    if (end === start) {
      show(start, ++start);
      continue;
    }
    const from = start === 0 ? 0 : start + AROUND;
    const to = end === rows.length ? end : end - AROUND;
    if (!onlyChanges || to - from < LONG_RUN || opened.has(from)) show(start, end);
    else {
      show(start, from);
      items.push({ kind: "fold", from, count: to - from });
      show(to, end);
    }
    start = end;
  }
  return items;
}

/** The rows one steps through: a block that moved is one change, where it stands now. */
export const changedRows = (rows: readonly AlignedRow[]): number[] =>
  rows.flatMap((row, index) =>
    row.change === "same" || (row.change === "moved" && row.after === null) ? [] : [index],
  );
