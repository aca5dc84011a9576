import Papa from "papaparse";

/** Programs take such a cell for a formula. One that has an apostrophe before it already gets another, so that none is lost. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** Rows of text as comma-separated lines, each ended, in which no cell is a formula. */
export const asCsv = (rows: readonly (readonly string[])[], newline: "\n" | "\r\n"): string =>
  rows.length === 0
    ? ""
    : Papa.unparse(
        rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))),
        { newline },
      ) + newline;
