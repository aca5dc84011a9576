/** One sheet of a spreadsheet, as text. Row 1 of the spreadsheet is `rows[0]`; empty cells at the end of a row are left out. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** What an honest log stays below; the process that reads has no room for more. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 200;
export const MOST_CELLS = 2_000_000;

export function isSheets(value: unknown): value is Sheet[] {
  const isRow = (row: unknown): boolean =>
    Array.isArray(row) && row.every((cell) => typeof cell === "string");
  return (
    Array.isArray(value) &&
    value.every(
      (sheet: unknown) =>
        typeof sheet === "object" &&
        sheet !== null &&
        "name" in sheet &&
        typeof sheet.name === "string" &&
        "rows" in sheet &&
        Array.isArray(sheet.rows) &&
        sheet.rows.every(isRow),
    )
  );
}
