import { readFileSync, statSync } from "node:fs";
import { importers } from "#electron/core/importers/registry.ts";
import type { ImportContext } from "#electron/core/importers/importer.ts";
import { refuseUnreadable } from "#electron/core/importers/refusals.ts";
import type { ImportedReport } from "#shared/domain/report.ts";
import { Fault } from "#shared/fault.ts";

/** Larger files are refused unread. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** A file by its path, or the bytes of one with the name it was given. */
export type ReportSource = string | { readonly name: string; readonly bytes: Uint8Array };

/**
 * Reads a report of any known format, told by its bytes.
 *
 * @throws Fault saying what the file is when it is none that can be read
 */
export async function readReport(source: ReportSource, context: ImportContext): Promise<ImportedReport> {
  const bytes = typeof source === "string" ? bytesOf(source) : source.bytes;
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes.length);
  refuseUnreadable(bytes, typeof source === "string" ? source : source.name);
  const importer = importers.find((candidate) => candidate.recognises(bytes));
  if (!importer)
    throw new Fault(
      "not-a-document",
      "This file is no kind of document that can be read here.",
      "Save the report as Word, PDF or plain text, and import that.",
    );
  return importer.read(bytes, context);
}

function bytesOf(path: string): Uint8Array {
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile())
      throw new Fault("not-a-document", `${path} is a folder, not a file.`, "Choose the files in it.");
    size = stat.size;
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault("not-found", `There is no file ${path}.`, "Check the name and the folder.", {
      cause: error,
    });
  }
  if (size > MOST_BYTES) throw tooLarge(size);
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Fault("not-found", `The file ${path} could not be opened.`, "Check that you may read it.", {
      cause: error,
    });
  }
}

const tooLarge = (bytes: number): Fault =>
  new Fault(
    "too-large",
    `This file has ${Math.ceil(bytes / 1024 / 1024)} MB; the most that is read is ${MOST_BYTES / 1024 / 1024} MB.`,
    "Save it again with smaller pictures, or without them.",
  );
