import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS, type Sheet } from "#shared/evidence/sheet.ts";
import { Fault } from "#shared/fault.ts";

/** Larger files are refused unread. */
export const MOST_SHEET_BYTES = 50 * 1024 * 1024;

const number = (value: number): string => value.toLocaleString("en-GB");

/** @throws Fault `too-large` */
export function refuseSize(sheets: readonly Sheet[]): void {
  let cells = 0;
  for (const { name, rows } of sheets) {
    if (rows.length > MOST_ROWS) throw tooMany(`the sheet “${name}” has more than ${number(MOST_ROWS)} rows`);
    for (const [index, row] of rows.entries()) {
      if (row.length > MOST_COLUMNS)
        throw tooMany(
          `row ${number(index + 1)} of the sheet “${name}” has more than ${MOST_COLUMNS} columns`,
        );
      cells += row.length;
    }
  }
  if (cells > MOST_CELLS) throw tooMany(`it has more than ${number(MOST_CELLS)} cells`);
}

export const tooMany = (how: string): Fault =>
  new Fault(
    "too-large",
    `This spreadsheet is too large for a log of evidence: ${how}.`,
    "Keep the rows and columns that are evidence, save that as a spreadsheet of its own, and import it.",
  );

/** Without empty cells at the end of rows, and empty rows at the end of the sheet. */
export function trimmed({ name, rows }: Sheet): Sheet {
  const short = rows.map((row) => {
    let length = row.length;
    while (length > 0 && row[length - 1]!.trim() === "") length--;
    return length === row.length ? row : row.slice(0, length);
  });
  let length = short.length;
  while (length > 0 && short[length - 1]!.length === 0) length--;
  return { name, rows: short.slice(0, length) };
}
