import { z } from "zod";
import { TextRun } from "#shared/domain/block.ts";

/** Words of a file that carry the name of the block they were exported from; places in characters. */
export const Anchor = z.strictObject({
  kind: z.enum(["tag", "bookmark"]),
  /** The block's id or a generated part for a tag, the bookmark's name for a bookmark. */
  name: z.string().max(300),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
});
export type Anchor = z.infer<typeof Anchor>;

/** A change somebody made with changes being tracked. Struck words stand at `from`, and are in no text. */
export const Tracked = z.strictObject({
  kind: z.enum(["inserted", "deleted"]),
  from: z.int().nonnegative(),
  text: z.string(),
  by: z.string().max(300),
  at: z.iso.datetime().nullable(),
});
export type Tracked = z.infer<typeof Tracked>;

export const ReturnedNote = z.object({
  kind: z.literal("note"),
  words: z.array(TextRun),
  anchors: z.array(Anchor).default([]),
});

/** One paragraph of a file that came back, or one cell of a table in it, as a reader of the file sees it. */
export const ReturnedPart = z.object({
  text: z.string(),
  role: z.enum(["text", "heading", "item", "note", "quotation", "caption"]),
  /** Of a heading or an item, from 1; 0 where not said. */
  level: z.int().nonnegative(),
  numbered: z.boolean().default(false),
  runs: z.array(z.discriminatedUnion("kind", [TextRun, ReturnedNote])).default([]),
  cell: z
    .object({
      table: z.string(),
      row: z.int().nonnegative(),
      column: z.int().nonnegative(),
      header: z.boolean(),
    })
    .nullable(),
  anchors: z.array(Anchor).default([]),
  tracked: z.array(Tracked).default([]),
  /** Where comments hang. */
  comments: z
    .array(z.object({ id: z.string(), quote: z.string(), offset: z.int().nonnegative() }))
    .default([]),
});
export type ReturnedPart = z.infer<typeof ReturnedPart>;

/** A comment of the file, under the file's own ids. */
export const ReturnedComment = z.object({
  id: z.string(),
  answers: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime().nullable(),
  text: z.string(),
  resolved: z.boolean(),
});
export type ReturnedComment = z.infer<typeof ReturnedComment>;

/** A Word file that came back, before it is compared with anything. */
export const ReturnedFile = z.object({
  /** Of the report and the revision that were sent; null for a file that does not say. */
  reportId: z.string().nullable(),
  revision: z.int().nonnegative().nullable(),
  parts: z.array(ReturnedPart),
  comments: z.array(ReturnedComment),
});
export type ReturnedFile = z.infer<typeof ReturnedFile>;
