import Papa from "papaparse";
import { decodeText } from "#electron/core/importers/reading/text-bytes.ts";
import { MOST_ROWS, type Sheet } from "#shared/evidence/sheet.ts";
import { Fault } from "#shared/fault.ts";

/** Excel’s own way to say in the first line what parts the cells. */
const SEPARATOR = /^sep=(.)\r?\n/i;
/** What our export, and careful programs, put an apostrophe before, so that no program takes it for a formula. */
const GUARDED = /^'+[=+\-@\t\r]/;

/** @throws Fault `not-a-document` or `truncated` */
export function readCsv(bytes: Uint8Array): Sheet {
  const whole = textOf(bytes);
  const said = SEPARATOR.exec(whole);
  const text = whole.slice(said?.[0].length ?? 0);
  const { data, errors } = Papa.parse(text, {
    delimiter: said?.[1] ?? delimiterOf(text),
    preview: MOST_ROWS + 1,
  });
  const open = errors.find(({ code }) => code === "MissingQuotes");
  if (open && data.length <= MOST_ROWS)
    throw new Fault(
      "truncated",
      `A quotation mark that opens in row ${(open.row ?? 0) + 1} is never closed.`,
      "The file may not have been saved or copied in full: get it again, or mend that row.",
    );
  return {
    name: "",
    rows: data.map((row) => row.map((cell) => (GUARDED.test(cell) ? cell.slice(1) : cell))),
  };
}

/**
 * The sign that parts most rows into most cells. The library’s own guess wants every row to have the same number, and
 * takes the signs within a column of areas for it.
 */
function delimiterOf(text: string): string {
  const cells = (delimiter: string): number => {
    const { data } = Papa.parse(text, { delimiter, preview: 50 });
    const widths = data.map((row) => row.length).toSorted((a, b) => a - b);
    return widths[Math.floor(widths.length / 2)] ?? 0;
  };
  return [",", ";", "\t"].reduce((best, each) => (cells(each) > cells(best) ? each : best));
}

function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw new Fault(
      "not-a-document",
      "This file is neither text nor a spreadsheet.",
      "Save the log in Excel (.xlsx), in LibreOffice (.ods) or as CSV, and import that.",
      { cause: error },
    );
  }
}
