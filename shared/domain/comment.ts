import { z } from "zod";
import { BlockId, CommentId } from "#shared/domain/ids.ts";

const Settled = z.strictObject({ by: z.string().max(300), at: z.iso.datetime() });

/** Other words for those a comment is about. */
export const Suggestion = z.strictObject({
  /** What would stand in place of the quoted words; empty takes them out. */
  words: z.string().max(20_000),
  /** Null until somebody takes or refuses it. */
  settled: Settled.extend({ taken: z.boolean() }).nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** What somebody says of words of the report, or answers to what was said. Exported only where that is asked for. */
export const Comment = z.strictObject({
  id: CommentId,
  /** The comment that began the thread; null for that one itself. */
  answers: CommentId.nullable(),
  /** Null for an answer, and for a comment on no part of the text. */
  blockId: BlockId.nullable(),
  /** The words it is about as they stood then; empty when it is about the whole block. */
  quote: z.string().max(1000),
  /** Where they began in the block's text, so that the nearest of equal words is meant. */
  offset: z.int().nonnegative(),
  text: z.string().max(20_000),
  by: z.string().max(300),
  /** ISO time, for display only. */
  at: z.iso.datetime(),
  resolved: Settled.nullable(),
  /** Who is to see to it; empty for nobody in particular. */
  assignedTo: z.string().max(300).default(""),
  /** A note to oneself: it is in no export and no package, whatever is asked for. */
  isPrivate: z.boolean().default(false),
  suggestion: Suggestion.nullable().default(null),
  /** The fingerprint of the finding it asks about; null for a comment on words alone. */
  finding: z.string().max(64).nullable().default(null),
});
export type Comment = z.infer<typeof Comment>;

/** What began threads that are not settled; notes to oneself ask nothing of anybody. */
export const openComments = (comments: readonly Comment[]): Comment[] =>
  comments.filter(({ answers, resolved, isPrivate }) => answers === null && resolved === null && !isPrivate);

/** A comment with what was answered to it, oldest first. */
export interface Thread {
  readonly comment: Comment;
  readonly answers: readonly Comment[];
}

/** In the order of the comments given. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const answers = Map.groupBy(comments, (comment) => comment.answers);
  return (answers.get(null) ?? []).map((comment) => ({ comment, answers: answers.get(comment.id) ?? [] }));
}
