import { z } from "zod";
import { EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import { EvidenceId, FigureId } from "#shared/domain/ids.ts";

/** What of the evidence log is counted: the items of a kind, or the people they name. */
export const LogCount = z.strictObject({ kind: z.enum(EVIDENCE_KINDS), what: z.enum(["items", "people"]) });
export type LogCount = z.infer<typeof LogCount>;

/** A number of the report, said once and cited wherever it is used. */
export const Figure = z.strictObject({
  id: FigureId,
  /** What it counts: “children looked after”. */
  label: z.string().min(1).max(200),
  /** As it is printed: “469”, “16%”, “£2.3m”. */
  value: z.string().min(1).max(60),
  /** The day it was true; null when not recorded. */
  asAt: z.iso.date().nullable().default(null),
  evidenceId: EvidenceId.nullable().default(null),
  /** What one of it is: “children”, “%”, “days”; empty when the label says it. */
  unit: z.string().max(60).default(""),
  /** Whom or what it is counted among: “children looked after at 31 March 2009”. */
  population: z.string().max(200).default(""),
  /** How it follows from other figures, in their order; null when it was counted itself. */
  derived: z
    .strictObject({ kind: z.enum(["sum", "share", "change"]), of: z.array(FigureId).min(1).max(100) })
    .nullable()
    .default(null),
  /** What of the evidence log it says, and follows; null when it is written here. Never with `derived`. */
  counts: LogCount.nullable().default(null),
});
export type Figure = z.infer<typeof Figure>;
