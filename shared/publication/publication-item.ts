import { z } from "zod";
import { BlockId, CommentId } from "#shared/domain/ids.ts";

/** What is looked for before a report leaves the desk, in the order it is shown. */
export const PUBLICATION_KINDS = [
  "personal-detail",
  "small-number",
  "error",
  "placeholder",
  "section",
  "comment",
  "factual-check",
  "abbreviation",
  "description",
] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** Kinds that hold an export up until they are put right or a reason is given; the others are told. */
const HOLDS: readonly PublicationKind[] = [
  "personal-detail",
  "small-number",
  "error",
  "placeholder",
  "section",
  "comment",
  "factual-check",
];
export const holdsUp = (kind: PublicationKind): boolean => HOLDS.includes(kind);

/** One thing to settle before a report leaves the desk. */
export const PublicationItem = z.strictObject({
  kind: z.enum(PUBLICATION_KINDS),
  /** Null where it is about the whole report. */
  blockId: BlockId.nullable(),
  /** The printed number of the paragraph, or of the one it hangs on; null where there is none. */
  paragraph: z.int().nullable(),
  /** The words it is about; empty without a place. */
  quote: z.string(),
  /** What is wrong and what to do, in one or two sentences. */
  message: z.string(),
  /** The comment that is open; null for every other kind. */
  commentId: CommentId.nullable(),
  /** The same as long as the words it is about are the same, in whatever paragraph a name stands. */
  fingerprint: z.string().min(1).max(64),
});
export type PublicationItem = z.infer<typeof PublicationItem>;

/** Why something was let out all the same. */
export const LetOut = z.strictObject({
  reason: z.string(),
  by: z.string(),
  /** ISO time, for display only. */
  at: z.iso.datetime(),
});
export type LetOut = z.infer<typeof LetOut>;

/** An item with the reason it was let out for before, or null while nobody has. */
export const CheckedItem = PublicationItem.extend({ letOut: LetOut.nullable() });
export type CheckedItem = z.infer<typeof CheckedItem>;

/** What holds an export up now. */
export const heldUpBy = (items: readonly CheckedItem[]): CheckedItem[] =>
  items.filter(({ kind, letOut }) => holdsUp(kind) && letOut === null);
