import { z } from "zod";
import { Block } from "#shared/domain/block.ts";
import { Comment } from "#shared/domain/comment.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { Figure } from "#shared/domain/figure.ts";
import { AreaId, FrameworkId, GradeId, ReportId } from "#shared/domain/ids.ts";

/** The grade given to one area in one report. No entry, or a null grade, means not judged yet. */
export const Judgement = z.strictObject({
  areaId: AreaId,
  gradeId: GradeId.nullable(),
  rationale: z.string().max(20_000).default(""),
  /** How the source document's table of grades words this area's row; null when written here. */
  rowText: z.string().nullable().default(null),
});
export type Judgement = z.infer<typeof Judgement>;

/** Who moved which grade, from what to what, and why. Ordered by revision, never by clock. */
export const JudgementChange = z.strictObject({
  areaId: AreaId,
  revision: z.int(),
  from: GradeId.nullable(),
  to: GradeId.nullable(),
  rationale: z.string(),
  by: z.string(),
  /** ISO time, for display only. */
  at: z.iso.datetime(),
});
export type JudgementChange = z.infer<typeof JudgementChange>;

/** From the first word to publication; `returned` goes back to the lead with what the reviewer asks. */
export const STAGES = ["draft", "in-review", "returned", "approved", "published"] as const;
export type Stage = (typeof STAGES)[number];

/** A report without an identity in a library. */
export const ReportDraft = z.strictObject({
  title: z.string().min(1).max(500),
  provider: z.string().max(300).default(""),
  /** Null when no framework was recognised: the text is kept, untied. */
  frameworkId: FrameworkId.nullable(),
  /** The day the inspection ended, as far as the source says. */
  inspectionDate: z.iso.date().nullable(),
  judgements: z.array(Judgement),
  blocks: z.array(Block),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

/** What an importer makes and a library takes in. */
export const ImportedReport = ReportDraft.extend({
  comments: z.array(Comment).default([]),
  /** How many pictures were left behind. */
  pictures: z.int().nonnegative().default(0),
});
export type ImportedReport = z.infer<typeof ImportedReport>;

export const Report = ReportDraft.extend({
  id: ReportId,
  stage: z.enum(STAGES),
  /** Goes up by one with each accepted change. */
  revision: z.int().nonnegative(),
  evidence: z.array(Evidence),
  figures: z.array(Figure),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type Report = z.infer<typeof Report>;

/** One line of the library page. */
export const ReportSummary = z.strictObject({
  id: ReportId,
  title: z.string(),
  provider: z.string(),
  frameworkId: FrameworkId.nullable(),
  inspectionDate: z.iso.date().nullable(),
  stage: z.enum(STAGES),
  revision: z.int(),
  paragraphs: z.int(),
  words: z.int(),
  /** Overall grades first; for the library page's chips. */
  overall: z.array(z.strictObject({ areaId: AreaId, gradeId: GradeId.nullable() })),
  changedAt: z.iso.datetime(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

export const gradeOf = (
  report: { readonly judgements: readonly Judgement[] },
  areaId: AreaId,
): GradeId | null => report.judgements.find((judgement) => judgement.areaId === areaId)?.gradeId ?? null;
