import { z } from "zod";
import { AreaId, EvidenceId } from "#shared/domain/ids.ts";

/** Source: docs/frameworks.md, “How inspectors record evidence”. */
export const EVIDENCE_KINDS = [
  "interview",
  "focus-group",
  "case-file",
  "case-audit",
  "observation",
  "document",
  "data",
  "survey",
  "correspondence",
  "other-inspection",
] as const;

/** Something an inspector saw, heard or read. It belongs to the inspection and is never exported. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  /** As cited in the text: E-012. Unique in the report. */
  reference: z.string().regex(/^E-\d{3,5}$/),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string().min(1).max(300),
  /** The day it was gathered; null when not recorded. */
  date: z.iso.date().nullable(),
  source: z.string().max(300).default(""),
  people: z.int().nonnegative().nullable().default(null),
  notes: z.string().max(20_000).default(""),
  areaIds: z.array(AreaId).default([]),
  speaksFor: z.enum(["strength", "weakness", "both", "neither"]).default("neither"),
});
export type Evidence = z.infer<typeof Evidence>;
