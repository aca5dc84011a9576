import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { ContentHash } from "#shared/domain/evidence.ts";
import { BlockId, EvidenceId, ReportId } from "#shared/domain/ids.ts";
import { TemplateId } from "#shared/word/word-template.ts";
import { CheckedItem } from "#shared/publication/publication-item.ts";

export const EXPORT_FORMATS = ["word", "pdf", "html"] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

export const LETTER_FORMATS = ["word", "pdf"] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

/** What can be asked for beside the format. Each is off by default; a format passes over what is not its own. */
export const ExportOptions = z.strictObject({
  /** Word: reviewers’ comments as Word comments on their words. */
  comments: z.boolean().default(false),
  /** Word: what changed since this revision, as tracked changes. */
  changesSince: z.int().nonnegative().nullable().default(null),
  /** Word: evidence matrix, backing, findings and what was decided of them. For internal use only. */
  annex: z.boolean().default(false),
  /** Word: a template of the library; null for the house's own look. */
  templateId: TemplateId.nullable().default(null),
  /** PDF: the standard the file keeps to. */
  pdfStandard: z.enum(["ua-1", "a-2a"]).default("ua-1"),
});
export type ExportOptions = z.infer<typeof ExportOptions>;

/** What the export is let out for in spite of what was found; empty where nothing holds it up. */
const Reason = z.string().max(2000).default("");

export const ExportEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("step"), step: z.string(), done: z.number().min(0).max(1) }),
  z.strictObject({
    kind: z.literal("done"),
    fileName: z.string(),
    mediaType: z.string(),
    /** The file in base64: an event carries text only, whatever the transport. */
    content: z.base64(),
  }),
]);
export type ExportEvent = z.infer<typeof ExportEvent>;

export const exports = {
  /** What to settle before the last saved revision leaves the desk. */
  check: procedure.input(z.strictObject({ reportId: ReportId })).output(z.array(CheckedItem)),
  /**
   * Makes the file from the last saved revision. The page saves it; the back end never learns where. What the check
   * holds up is refused without a reason; the reason is kept, and the same is let out the next time.
   */
  make: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        format: ExportFormat,
        options: ExportOptions.prefault({}),
        reason: Reason,
      }),
    )
    .output(eventIterator(ExportEvent)),
  /** The PDF as `make` writes it, with the page each block begins on. A call that is given up is not set at all. */
  preview: procedure.input(z.strictObject({ reportId: ReportId })).output(
    z.strictObject({
      fileName: z.string(),
      mediaType: z.string(),
      content: z.base64(),
      pages: z.array(z.strictObject({ blockId: BlockId, page: z.int().positive() })),
    }),
  ),
  /** The evidence log as a spreadsheet, every item and field of it. */
  evidenceLog: procedure
    .input(z.strictObject({ reportId: ReportId, format: z.enum(["csv", "xlsx"]) }))
    .output(eventIterator(ExportEvent)),
  /** What was asked of the report in its order, each with its answers. Notes to oneself and evidence are not in it. */
  letter: procedure
    .input(z.strictObject({ reportId: ReportId, format: z.enum(LETTER_FORMATS) }))
    .output(eventIterator(ExportEvent)),
  /** The ledger of the report as a PDF: who decided what, when and why, and whether it is as it was written. */
  ledger: procedure.input(z.strictObject({ reportId: ReportId })).output(eventIterator(ExportEvent)),
  /** A copy of a file that is kept with an evidence item. */
  attachment: procedure
    .input(z.strictObject({ reportId: ReportId, evidenceId: EvidenceId, hash: ContentHash }))
    .output(eventIterator(ExportEvent)),
};
