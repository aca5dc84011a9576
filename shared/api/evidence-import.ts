import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { NamedBytes } from "#shared/api/bytes.ts";
import { FaultData, procedure } from "#shared/api/procedure.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { EvidenceId, ReportId } from "#shared/domain/ids.ts";
import { DUPLICATE_CHOICES } from "#shared/evidence/duplicates.ts";
import { EvidenceMapping } from "#shared/evidence/mapping.ts";
import { ImportRow, RowProblem, UnknownWords } from "#shared/evidence/read-rows.ts";

/** A spreadsheet as far as a person needs to see it to say what its columns are. */
const SheetSample = z.strictObject({
  name: z.string(),
  rows: z.int(),
  columns: z.int(),
  /** Its first rows. */
  sample: z.array(z.array(z.string())),
});

export const EvidenceReadEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reading"), file: z.string() }),
  z.strictObject({
    kind: z.literal("read"),
    /** Names what was read, for the steps that follow; kept until another file is read. */
    readingId: z.string(),
    sheets: z.array(SheetSample),
    mapping: EvidenceMapping,
    /** True when the mapping is the one that was used for these headings before. */
    remembered: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("refused"), fault: FaultData }),
]);
export type EvidenceReadEvent = z.infer<typeof EvidenceReadEvent>;

const reading = { reportId: ReportId, readingId: z.string(), mapping: EvidenceMapping };

export const EvidencePreview = z.strictObject({
  /** How many rows are items, and the first of them. */
  count: z.int(),
  items: z.array(ImportRow),
  /** How many problems there are, and the first of them. */
  problemCount: z.int(),
  /** Rows that have one. */
  problemRows: z.int(),
  problems: z.array(RowProblem),
  unknown: z.array(UnknownWords),
  duplicates: z.array(
    z.strictObject({
      row: z.int(),
      title: z.string(),
      of: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("item"), evidenceId: EvidenceId, reference: z.string() }),
        z.strictObject({ kind: z.literal("row"), row: z.int() }),
      ]),
    }),
  ),
});
export type EvidencePreview = z.infer<typeof EvidencePreview>;

const Duplicate = z.enum(DUPLICATE_CHOICES);

export const EvidenceImportEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("step"), step: z.string(), done: z.number().min(0).max(1) }),
  z.strictObject({
    kind: z.literal("done"),
    importId: z.string(),
    added: z.int(),
    merged: z.int(),
    skipped: z.int(),
    /** Rows that could not be items and were left out. */
    leftOut: z.int(),
    /** The whole log as it is now. */
    evidence: z.array(Evidence),
  }),
]);
export type EvidenceImportEvent = z.infer<typeof EvidenceImportEvent>;

export const evidenceImport = {
  /** Reads a spreadsheet and guesses what its columns are. Nothing is kept of it but in memory. */
  read: procedure
    .input(z.strictObject({ reportId: ReportId, file: NamedBytes }))
    .output(eventIterator(EvidenceReadEvent)),
  /** What would become of each row. Faults: not-found when another file was read since. */
  preview: procedure.input(z.strictObject(reading)).output(EvidencePreview),
  /** Takes in all rows, or none. Faults: bad-input while rows have problems and are not to be left out; not-found. */
  commit: procedure
    .input(
      z.strictObject({
        ...reading,
        leaveOutProblems: z.boolean(),
        duplicates: Duplicate,
        /** By row number, where it is another than `duplicates`. */
        choices: z.record(z.string(), Duplicate).default({}),
      }),
    )
    .output(eventIterator(EvidenceImportEvent)),
  /** Takes a whole import back; items edited or tied since stay. Faults: not-found. */
  undo: procedure.input(z.strictObject({ reportId: ReportId, importId: z.string() })).output(
    z.strictObject({
      removed: z.int(),
      /** Items that were merged with a row and are as they were. */
      restored: z.int(),
      left: z.array(z.strictObject({ reference: z.string(), why: z.enum(["tied", "edited"]) })),
      evidence: z.array(Evidence),
    }),
  ),
};
