import { z } from "zod";
import { BlockId, CommentId } from "#shared/domain/ids.ts";

/** What somebody says of words of the report, or answers to what was said. Comments are never exported. */
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
  resolved: z.strictObject({ by: z.string().max(300), at: z.iso.datetime() }).nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** What began threads that are not settled. */
export const openComments = (comments: readonly Comment[]): Comment[] =>
  comments.filter(({ answers, resolved }) => answers === null && resolved === null);

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
