import { read, utils, write } from "@e965/xlsx";
import { openJail } from "#electron/core/importers/jail.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { guessMapping } from "#shared/evidence/mapping.ts";
import { readRows } from "#shared/evidence/read-rows.ts";
import { median } from "#tools/bench/times.ts";

/** Milliseconds, medians, both readers warm and taking turns on the same bytes. */
export interface SpreadsheetFigures {
  readonly rows: number;
  /** In the reader’s own process, to rows that are items. */
  readonly ours: number;
  /** The library alone, here, to its own objects. */
  readonly bare: number;
}

const ROWS = 10_000;
const TURNS = 7;
const KINDS = ["Interview", "Focus group", "Case file", "Home visit"];

/** A log of evidence in Excel, through the jail to items, beside the bare library. */
export async function spreadsheetFigures(
  frameworks: readonly Framework[],
  framework: Framework | null,
): Promise<SpreadsheetFigures> {
  const bytes = logOf(ROWS);
  const jail = openJail({ frameworks });
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= TURNS; turn++) {
    const started = performance.now();
    const sheets = await jail.readSheets({ name: "log.xlsx", bytes });
    const { items } = readRows(sheets[0]!, guessMapping(sheets, framework), framework);
    const between = performance.now();
    read(bytes, { type: "array", dense: true });
    const ended = performance.now();
    if (items.length !== ROWS) throw new Error(`${items.length} items of ${ROWS} rows`);
    // The first turn warms both up.
    if (turn === 0) continue;
    ours.push(between - started);
    bare.push(ended - between);
  }
  jail.close();
  return { rows: ROWS, ours: median(ours), bare: median(bare) };
}

function logOf(rows: number): Uint8Array {
  const body = Array.from({ length: rows }, (_, index) => [
    `E-${String(index + 1).padStart(5, "0")}`,
    `${(index % 28) + 1}/09/2009`,
    KINDS[index % KINDS.length]!,
    `Item ${index}: what was said about the plan`,
    index % 9 === 0 ? "c. 12" : "",
    "A note of some length, with “quotes”, commas and a second sentence. ".repeat(1 + (index % 5)),
  ]);
  const sheet = utils.aoa_to_sheet([["Ref", "Date", "Type", "Summary", "Numbers seen", "Notes"], ...body]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Log");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }) as ArrayBuffer);
}
