import { z } from "zod";

/** Ids are opaque text; a brand keeps one kind from being passed for another. */
const id = <Brand extends string>() => z.string().min(1).max(120).brand<Brand>();

export const ReportId = id<"ReportId">();
export type ReportId = z.infer<typeof ReportId>;

/** An area of a framework: `safeguarding.partnerships`. Unique within its framework edition. */
export const AreaId = id<"AreaId">();
export type AreaId = z.infer<typeof AreaId>;

/** A block keeps its id through every edit, export and re-import. */
export const BlockId = id<"BlockId">();
export type BlockId = z.infer<typeof BlockId>;

export const EvidenceId = id<"EvidenceId">();
export type EvidenceId = z.infer<typeof EvidenceId>;

export const FigureId = id<"FigureId">();
export type FigureId = z.infer<typeof FigureId>;

/** A point on a framework's scale: `requires-improvement`. */
export const GradeId = id<"GradeId">();
export type GradeId = z.infer<typeof GradeId>;

/** A group of recommendations by when they are due: `within-three-months`. */
export const TimescaleId = id<"TimescaleId">();
export type TimescaleId = z.infer<typeof TimescaleId>;

/** A framework together with its edition: `slac-2009`. */
export const FrameworkId = id<"FrameworkId">();
export type FrameworkId = z.infer<typeof FrameworkId>;

export const CommentId = id<"CommentId">();
export type CommentId = z.infer<typeof CommentId>;

export const FactualCheckId = id<"FactualCheckId">();
export type FactualCheckId = z.infer<typeof FactualCheckId>;

export const FactualCommentId = id<"FactualCommentId">();
export type FactualCommentId = z.infer<typeof FactualCommentId>;
