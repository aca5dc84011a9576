import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { faultData, os, tellingFaults } from "#electron/core/api/procedures.ts";
import type { CoreContext } from "#electron/core/context.ts";
import type { ReadDb } from "#electron/core/store/database.ts";
import { importEvidence, undoImport } from "#electron/core/store/evidence-imports.ts";
import { listEvidence } from "#electron/core/store/evidence.ts";
import { getReportHead } from "#electron/core/store/reports.ts";
import { readSettings, writeSetting } from "#electron/core/store/settings.ts";
import type { EvidenceImportEvent, EvidenceReadEvent } from "#shared/api/evidence-import.ts";
import type { NamedBytes } from "#shared/api/bytes.ts";
import { findFramework, type Framework } from "#shared/domain/framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { type DuplicateChoice, findDuplicates } from "#shared/evidence/duplicates.ts";
import { EvidenceMapping, guessMapping, guessSheet, headerSignature } from "#shared/evidence/mapping.ts";
import { readRows, type ReadRows } from "#shared/evidence/read-rows.ts";
import type { Sheet } from "#shared/evidence/sheet.ts";
import { Fault } from "#shared/fault.ts";

/** A cancel that waits at the door while rows are read has come in after this. */
const HEAR_CANCEL_MS = 20;
const SAMPLE_ROWS = 40;
const SHOWN_ITEMS = 200;
const SHOWN_PROBLEMS = 1000;

interface Reading {
  readonly id: string;
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
}

/** What each library has read last, until another file is read: evidence is not kept on disk before it is wanted. */
const readings = new WeakMap<CoreContext["library"], Reading>();

export const evidenceImport = {
  read: os.evidenceImport.read.handler(({ input, context, signal }) =>
    tellingFaults(readFile(context, input.reportId, input.file, signal)),
  ),
  preview: os.evidenceImport.preview.handler(({ input, context }) => {
    const { reportId, mapping } = input;
    const { items, problems, unknown } = rowsOf(context, reportId, input.readingId, mapping);
    const duplicates = findDuplicates(items, listEvidence(context.library.read, reportId));
    const titles = new Map(items.map(({ row, fields }) => [row, fields.title]));
    return {
      count: items.length,
      items: items.slice(0, SHOWN_ITEMS),
      problemCount: problems.length,
      problemRows: new Set(problems.map(({ row }) => row)).size,
      problems: problems.slice(0, SHOWN_PROBLEMS),
      unknown,
      duplicates: [...duplicates].map(([row, of]) => ({ row, of, title: titles.get(row) ?? "" })),
    };
  }),
  commit: os.evidenceImport.commit.handler(({ input, context, signal }) =>
    tellingFaults(commit(context, input, signal)),
  ),
  undo: os.evidenceImport.undo.handler(({ input: { reportId, importId }, context }) => ({
    ...undoImport(context.library.write, reportId, importId, context.change()),
    evidence: listEvidence(context.library.read, reportId),
  })),
};

async function* readFile(
  context: CoreContext,
  reportId: ReportId,
  file: NamedBytes,
  signal: AbortSignal | undefined,
): AsyncGenerator<EvidenceReadEvent> {
  const framework = frameworkOf(context, reportId);
  yield { kind: "reading", file: file.name };
  let sheets: Sheet[];
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    sheets = await context.jail.readSheets({ name: file.name, bytes }, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted) return;
    if (!(error instanceof Fault)) throw error;
    yield { kind: "refused", fault: faultData(error) };
    return;
  }
  const reading: Reading = { id: context.newId(), fileName: file.name, sheets };
  readings.set(context.library, reading);
  const remembered = recall(context.library.read, sheets, framework);
  yield {
    kind: "read",
    readingId: reading.id,
    sheets: sheets.map(({ name, rows }) => ({
      name,
      rows: rows.length,
      columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
      sample: rows.slice(0, SAMPLE_ROWS).map((row) => row.map((cell) => cell.slice(0, 300))),
    })),
    mapping: remembered ?? guessMapping(sheets, framework),
    remembered: remembered !== null,
  };
}

async function* commit(
  context: CoreContext,
  input: {
    readonly reportId: ReportId;
    readonly readingId: string;
    readonly mapping: EvidenceMapping;
    readonly leaveOutProblems: boolean;
    readonly duplicates: DuplicateChoice;
    readonly choices: Readonly<Record<string, DuplicateChoice>>;
  },
  signal: AbortSignal | undefined,
): AsyncGenerator<EvidenceImportEvent> {
  const { reportId, mapping } = input;
  yield { kind: "step", step: "Reading the rows", done: 0.1 };
  const { sheets, fileName } = getReading(context, input.readingId);
  const { items, problems } = rowsOf(context, reportId, input.readingId, mapping);
  const problemRows = new Set(problems.map(({ row }) => row)).size;
  if (problemRows > 0 && !input.leaveOutProblems)
    throw new Fault(
      "bad-input",
      `${problemRows === 1 ? "One row" : `${problemRows.toLocaleString("en-GB")} rows`} cannot be read as evidence.`,
      "Mend them in the spreadsheet and choose it again, or leave them out.",
    );
  if (items.length === 0)
    throw new Fault("empty", "No row of this sheet is evidence.", "Check which column holds the title.");
  yield { kind: "step", step: "Writing to the library", done: 0.5 };
  // A cancel that came meanwhile is heard here; what follows is one transaction.
  await setTimeout(HEAR_CANCEL_MS);
  if (signal?.aborted) return;
  const importId = context.newId();
  const { write, read } = context.library;
  const tally = write.transaction(() => {
    remember(context, sheets[mapping.sheet]!, mapping);
    return importEvidence(
      write,
      reportId,
      {
        importId,
        fileName,
        rows: items,
        choose: (row) => input.choices[String(row)] ?? input.duplicates,
        newId: () => context.newId(),
      },
      context.change(),
    );
  })();
  readings.delete(context.library);
  yield { kind: "done", importId, ...tally, leftOut: problemRows, evidence: listEvidence(read, reportId) };
}

function frameworkOf(context: CoreContext, reportId: ReportId): Framework | null {
  const { frameworkId } = getReportHead(context.library.read, reportId);
  return findFramework(context.frameworks, frameworkId);
}

function getReading(context: CoreContext, readingId: string): Reading {
  const reading = readings.get(context.library);
  if (reading?.id === readingId) return reading;
  throw new Fault("not-found", "The spreadsheet is no longer in memory.", "Choose the file again.");
}

function rowsOf(
  context: CoreContext,
  reportId: ReportId,
  readingId: string,
  mapping: EvidenceMapping,
): ReadRows {
  const sheet = getReading(context, readingId).sheets[mapping.sheet];
  if (!sheet) throw new Fault("bad-input", "There is no such sheet in this file.", "Choose another sheet.");
  return readRows(sheet, mapping, frameworkOf(context, reportId));
}

/** What is kept of a mapping for the next sheet with the same headings. */
const Kept = EvidenceMapping.pick({ columns: true, words: true, kind: true });

const settingOf = (signature: string): string =>
  `evidence-columns-${createHash("sha256").update(signature).digest("hex").slice(0, 32)}`;

function remember(context: CoreContext, sheet: Sheet, mapping: EvidenceMapping): void {
  const signature = headerSignature(sheet, mapping.headerRow);
  if (signature === "") return;
  const { columns, words, kind } = mapping;
  writeSetting(context.library.write, settingOf(signature), JSON.stringify({ columns, words, kind }));
}

function recall(db: ReadDb, sheets: readonly Sheet[], framework: Framework | null): EvidenceMapping | null {
  const settings = readSettings(db);
  for (const [index, sheet] of sheets.entries()) {
    const guess = guessSheet(sheet, index, framework);
    const signature = headerSignature(sheet, guess.headerRow);
    const kept = signature === "" ? undefined : settings[settingOf(signature)];
    if (kept !== undefined) return { ...guess, ...Kept.parse(JSON.parse(kept)) };
  }
  return null;
}
