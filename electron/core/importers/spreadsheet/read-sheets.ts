import { isPdf } from "#electron/core/importers/report-pdf.ts";
import { findKind, isCompound, isLocked, isZip } from "#electron/core/importers/refusals.ts";
import {
  MOST_SHEET_BYTES,
  refuseSize,
  tooMany,
  trimmed,
} from "#electron/core/importers/spreadsheet/limits.ts";
import { readCsv } from "#electron/core/importers/spreadsheet/read-csv.ts";
import { readWorkbook } from "#electron/core/importers/spreadsheet/read-workbook.ts";
import type { ZipKind } from "#electron/core/importers/zip.ts";
import type { Sheet } from "#shared/evidence/sheet.ts";
import { Fault } from "#shared/fault.ts";

const EXCEL: ZipKind = { document: "spreadsheet", program: "Excel" };
const OPEN_DOCUMENT: ZipKind = { document: "spreadsheet", program: "LibreOffice" };
/** The first part of an archive is named in its first bytes, its others at its end. */
const NAMES_WITHIN = 66_000;
const SAVE_AS = "Save the log in Excel (.xlsx), in LibreOffice (.ods) or as CSV, and import that.";

/**
 * The sheets of a spreadsheet that have anything in them, told by its bytes: CSV, TSV, Excel or OpenDocument.
 *
 * @throws Fault saying what the file is when it is none that can be read
 */
export function readSheets({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Sheet[] {
  if (bytes.length === 0)
    throw new Fault(
      "empty",
      "This file is empty.",
      "It may not have been saved or copied in full: get it again.",
    );
  if (bytes.length > MOST_SHEET_BYTES)
    throw tooMany(`its file has more than ${MOST_SHEET_BYTES / 1024 / 1024} MB`);
  const sheets = read(name, bytes)
    .map(trimmed)
    .filter(({ rows }) => rows.length > 0);
  if (sheets.length === 0)
    throw new Fault(
      "empty",
      "There is nothing in this spreadsheet.",
      "Check that the log was saved in it, and not in another.",
    );
  refuseSize(sheets);
  return sheets;
}

function read(name: string, bytes: Uint8Array): Sheet[] {
  const archive = archiveKind(bytes);
  if (archive) return readWorkbook(bytes, archive);
  if (isLocked(bytes))
    throw new Fault(
      "encrypted",
      "This spreadsheet is locked with a password.",
      "Open it in Excel with the password, take the password off (File, Info, Protect Workbook), save it, and import that.",
    );
  if (isCompound(bytes))
    throw new Fault("unsupported", "This is a file of an older Excel or Word (.xls, .doc).", SAVE_AS);
  const kind = findKind(bytes);
  if (kind) throw new Fault("unsupported", `This is ${kind}, not a spreadsheet.`, SAVE_AS);
  const calledBook = /\.(xlsx|xlsm|ods)$/i.exec(name);
  if (calledBook)
    throw new Fault(
      "truncated",
      `This file is called ${calledBook[0].toLowerCase()}, but there is no spreadsheet in it.`,
      "It may not have been downloaded or copied in full: get it again.",
    );
  return [{ ...readCsv(bytes), name: name.replace(/\.[^.]*$/, "") || "Sheet" }];
}

function archiveKind(bytes: Uint8Array): ZipKind | null {
  if (!isZip(bytes) || isPdf(bytes)) return null;
  const latin = new TextDecoder("latin1");
  const start = latin.decode(bytes.subarray(0, 4000));
  const names = start + latin.decode(bytes.subarray(-NAMES_WITHIN));
  const says = /mimetypeapplication\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(start)?.[1];
  // Not every program says in its first bytes what it has made.
  if (says === undefined ? names.includes("META-INF/manifest.xml") : says === "spreadsheet")
    return OPEN_DOCUMENT;
  return names.includes("xl/") ? EXCEL : null;
}
