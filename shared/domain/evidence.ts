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

export const DIRECTIONS = ["strength", "weakness", "both", "context"] as const;

/** What may be said of it outside: its very words, its sense alone, or nothing. */
export const SENSITIVITIES = ["quotable", "paraphrase", "never"] as const;

/** In characters. */
export const LONGEST_TITLE = 300;
export const LONGEST_SOURCE = 300;
export const LONGEST_NOTES = 20_000;

/** The SHA-256 of a content, in hexadecimal. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A file kept with an item. Its bytes are in the library under their hash, and leave it only as a saved copy. */
export const Attachment = z.strictObject({
  hash: ContentHash,
  name: z.string().min(1).max(255),
  /** In bytes. */
  size: z.int().nonnegative(),
  mediaType: z.string().max(200),
});
export type Attachment = z.infer<typeof Attachment>;

/** Something an inspector saw, heard or read. It belongs to the inspection and is never exported with the report. */
export const Evidence = z.strictObject({
  id: EvidenceId,
  /** As cited in the text: E-012. Unique in the report, and never given to another item once this one is removed. */
  reference: z.string().regex(/^E-\d{3,5}$/),
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string().min(1).max(LONGEST_TITLE),
  /** The day it was gathered; null when not recorded. */
  date: z.iso.date().nullable(),
  source: z.string().max(LONGEST_SOURCE).default(""),
  people: z.int().nonnegative().nullable().default(null),
  /** Markdown, of which bold, italic, bulleted and numbered lists and quotations mean something. */
  notes: z.string().max(LONGEST_NOTES).default(""),
  areaIds: z.array(AreaId).default([]),
  direction: z.enum(DIRECTIONS).default("context"),
  sensitivity: z.enum(SENSITIVITIES).default("paraphrase"),
  /** In the order they were added. */
  attachments: z.array(Attachment).default([]),
});
export type Evidence = z.infer<typeof Evidence>;

/** What a person writes of an item; the library gives the rest. */
export const EvidenceFields = Evidence.omit({ id: true, reference: true, attachments: true });
export type EvidenceFields = z.infer<typeof EvidenceFields>;

export function fieldsOf(item: Evidence): EvidenceFields {
  const { id: _id, reference: _reference, attachments: _attachments, ...fields } = item;
  return fields;
}
