import type { TagCell } from "#electron/core/importers/pdf/tags.ts";
import type { Cell } from "#electron/core/importers/reading/source-block.ts";

/**
 * Counts the rows of each table, and tells tables from frames. Many reports set whole pages in a table of one
 * column, and the title above the grades in rows of one cell: such cells only hold the page together.
 */
export class CellCounter {
  /** By table: the keys of its rows in their order, each with the columns it fills. */
  readonly #tables = new Map<string, Map<string, Set<number>>>();

  constructor(cells: readonly TagCell[]) {
    for (const { table, row, column } of cells) {
      const rows = this.#tables.get(table) ?? new Map<string, Set<number>>();
      this.#tables.set(table, rows.set(row, (rows.get(row) ?? new Set<number>()).add(column)));
    }
  }

  /** Null for a cell that only frames text: in one column, or in a row of one cell at the head or foot of a table. */
  place(cell: TagCell | null): Cell | null {
    const rows = cell && this.#tables.get(cell.table);
    if (!cell || !rows) return null;
    const keys = [...rows.keys()];
    const isFull = (key: string): boolean => (rows.get(key)?.size ?? 0) > 1;
    const firstFull = keys.findIndex(isFull);
    const row = keys.indexOf(cell.row);
    if (firstFull < 0 || row < firstFull || row > keys.findLastIndex(isFull)) return null;
    return { table: cell.table, row: row - firstFull, column: cell.column, header: cell.header };
  }
}
