import { isWord } from "#electron/core/importers/report-word.ts";
import { findKind, isCompound } from "#electron/core/importers/refusals.ts";
import type { Jail } from "#electron/core/importers/jail.ts";
import type { FormFile } from "#shared/api/factual-accuracy.ts";
import type { FactualCheck } from "#shared/domain/factual-check.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { ReturnedFile, ReturnedPart } from "#shared/returned/returned-part.ts";
import { Fault } from "#shared/fault.ts";

/** A form that a person filled in stays far below. */
const MOST_BYTES = 30 * 1024 * 1024;
const MOST_ROWS = 2000;
const MOST_COLUMNS = 40;

const FORM =
  "Ask for the comments in the response form of the issued copy (Word), or in a spreadsheet with headings.";
const WHAT = "comments on factual accuracy are read from Word (.docx), Excel (.xlsx), OpenDocument or CSV.";

type Named = { readonly name: string; readonly bytes: Uint8Array };

/**
 * The tables of a file that came back, and the comments in its margin.
 *
 * @throws Fault with what is wrong and what to do: `empty`, `unsupported`, `too-large`, or the reader’s own
 */
export async function readForm(
  jail: Pick<Jail, "readReturned" | "readSheets">,
  file: Named,
  { reportId, check }: { readonly reportId: ReportId; readonly check: Pick<FactualCheck, "revision"> },
  signal?: AbortSignal,
): Promise<FormFile> {
  const { name, bytes } = file;
  if (bytes.length === 0)
    throw new Fault(
      "empty",
      "This file is empty.",
      "It may not have been saved or sent in full: ask for it again.",
    );
  if (bytes.length > MOST_BYTES)
    throw new Fault(
      "too-large",
      `This file has more than ${MOST_BYTES / 1024 / 1024} MB, which no form of comments has.`,
      "Save the table of comments as a file of its own, and import that.",
    );
  const options = signal ? { signal } : {};
  if (isWord(bytes)) {
    const read = await jail.readReturned(file, options);
    if (read.reportId !== null && read.reportId !== reportId)
      throw new Fault(
        "unsupported",
        "This file was made from another report.",
        "Open the report it belongs to, and import it there.",
      );
    const form = {
      fileName: name,
      tables: tablesOf(read.parts),
      margin: marginOf(read),
      tracked: read.parts.filter(({ cell, tracked }) => !cell && tracked.length > 0).length,
      otherRevision: read.revision !== null && read.revision !== check.revision,
    };
    if (form.tables.length === 0 && form.margin.length === 0 && form.tracked === 0)
      throw new Fault("empty", "There is no table and no comment in this Word file.", FORM);
    return withinLimits(form);
  }
  if (/\.docx$/i.test(name))
    throw new Fault(
      "unsupported",
      "This file is called a Word document (.docx), but it is none.",
      "It may not have been saved or sent in full: ask for it again.",
    );
  const kind = findKind(bytes);
  if (kind && !kind.includes("spreadsheet") && !kind.includes("OpenDocument"))
    throw new Fault("unsupported", `This is ${kind}; ${WHAT}`, FORM);
  if (isCompound(bytes) && !/\.xls$/i.test(name))
    throw new Fault(
      "unsupported",
      `This is a document of an older Word (.doc), or one that is locked; ${WHAT}`,
      "Open it, take any password off, save it as a Word document (.docx), and import that.",
    );
  const sheets = await jail.readSheets(file, options);
  return withinLimits({
    fileName: name,
    tables: sheets.map(({ name: sheet, rows }) => ({ name: sheet, rows: rows.map((row) => [...row]) })),
    margin: [],
    tracked: 0,
    otherRevision: false,
  });
}

function withinLimits(form: FormFile): FormFile {
  const rows = form.tables.reduce((sum, table) => sum + table.rows.length, form.margin.length);
  if (rows > MOST_ROWS)
    throw new Fault(
      "too-large",
      `This file has ${rows.toLocaleString("en-GB")} rows; comments on one report are never more than ${MOST_ROWS.toLocaleString("en-GB")}.`,
      "Save the rows that are comments as a file of their own, and import that.",
    );
  const wide = form.tables.some((table) => table.rows.some((row) => row.length > MOST_COLUMNS));
  if (wide)
    throw new Fault(
      "too-large",
      `A table of this file has more than ${MOST_COLUMNS} columns.`,
      "Save the columns that are comments as a file of their own, and import that.",
    );
  return form;
}

/** Paragraphs of one cell are lines of it. */
function tablesOf(parts: readonly ReturnedPart[]): FormFile["tables"] {
  const tables = new Map<string, string[][]>();
  for (const { cell, text } of parts) {
    if (!cell) continue;
    const rows = tables.get(cell.table) ?? [];
    tables.set(cell.table, rows);
    const row = (rows[cell.row] ??= []);
    const said = row[cell.column];
    row[cell.column] = said === undefined || said === "" ? text : `${said}\n${text}`;
  }
  return [...tables.values()].map((rows, index) => ({
    name: `Table ${index + 1}`,
    rows: Array.from(rows, (row) => Array.from(row ?? [], (text) => text ?? "")),
  }));
}

/** Each with its answers under it: what was said on one place is one comment. */
function marginOf({ parts, comments }: ReturnedFile): FormFile["margin"] {
  const places = new Map(
    parts.flatMap((part) => part.comments.map(({ id, quote }) => [id, { quote, near: part.text }] as const)),
  );
  return comments.flatMap(({ id, answers, by, text }) => {
    if (answers !== null || text.trim() === "") return [];
    const lines = [text, ...comments.filter((other) => other.answers === id).map((other) => other.text)];
    return [{ by, text: lines.join("\n"), quote: "", near: "", ...places.get(id) }];
  });
}
