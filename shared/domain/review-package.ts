import { z } from "zod";
import { Comment } from "#shared/domain/comment.ts";
import { Disposition } from "#shared/domain/disposition.ts";
import { ContentHash, Evidence } from "#shared/domain/evidence.ts";
import { Figure } from "#shared/domain/figure.ts";
import { EvidenceId, ReportId } from "#shared/domain/ids.ts";
import { Desk, LedgerEntry } from "#shared/domain/ledger.ts";
import { ReportDraft, STAGES } from "#shared/domain/report.ts";

/** What of the evidence goes whole; of every other item only its reference and what kind it is. */
export const PACKED_EVIDENCE = ["none", "quotable", "paraphrase"] as const;
export type PackedEvidence = (typeof PACKED_EVIDENCE)[number];

/** A state of a report in the numbering of one library, and the SHA-256 of its text and grades. */
export const KnownState = z.strictObject({
  libraryId: z.uuid(),
  revision: z.int().positive(),
  hash: ContentHash,
});
export type KnownState = z.infer<typeof KnownState>;

/** The reviewer a report is given to, empty for nobody, and the day its review is due. */
export const Assignment = z.strictObject({
  assignedTo: z.string().max(300),
  dueOn: z.iso.date().nullable(),
});
export type Assignment = z.infer<typeof Assignment>;

/** One report to hand to another desk and to merge back. Sealed by `electron/core/package/seal.ts`. */
export const PackageContent = z.strictObject({
  format: z.literal("plumbline-review-package"),
  version: z.literal(1),
  id: z.uuid(),
  from: Desk,
  sentAt: z.iso.datetime(),
  reportId: ReportId,
  /** Where the report stands at the sender’s. */
  state: KnownState,
  /** Of every library it came to the sender from, the last state that was merged there, and who was to review it then. */
  knows: z.array(KnownState.extend({ assignment: Assignment.nullable().default(null) })),
  report: ReportDraft.extend({
    stage: z.enum(STAGES),
    ...Assignment.shape,
    figures: z.array(Figure),
    evidence: z.array(Evidence),
  }),
  /** Items of which only reference, kind, areas and direction go along. */
  withheld: z.array(EvidenceId),
  /** Contents of the files of items that go whole, in base64 by their hash. */
  files: z.record(ContentHash, z.base64()),
  comments: z.array(Comment),
  dispositions: z.array(Disposition),
  ledger: z.array(LedgerEntry),
});
export type PackageContent = z.infer<typeof PackageContent>;

/** What an item that is withheld is called at the other desk. */
export const WITHHELD_TITLE = "Withheld: stays at the desk it was written at";
