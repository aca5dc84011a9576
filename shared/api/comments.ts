import { z } from "zod";
import { procedure } from "#shared/api/procedure.ts";
import { Comment, Suggestion } from "#shared/domain/comment.ts";
import { CommentId, ReportId } from "#shared/domain/ids.ts";

const one = z.strictObject({ reportId: ReportId, commentId: CommentId });
const Words = Comment.shape.text.refine((text) => text.trim() !== "", "A comment needs words");

export const comments = {
  /** Everything that was said of one report, oldest first, and the name under which this person writes. */
  list: procedure
    .input(z.strictObject({ reportId: ReportId }))
    .output(z.strictObject({ me: z.string(), comments: z.array(Comment) })),
  /** Begins a thread on words of a block. */
  add: procedure
    .input(
      z.strictObject({
        reportId: ReportId,
        comment: Comment.pick({
          blockId: true,
          quote: true,
          offset: true,
          assignedTo: true,
          isPrivate: true,
          finding: true,
        })
          .extend({
            text: z.string().max(20_000),
            suggestion: Suggestion.shape.words.nullable().default(null),
          })
          .refine(
            ({ text, suggestion }) => text.trim() !== "" || suggestion !== null,
            "A comment needs words",
          ),
      }),
    )
    .output(Comment),
  /** Answers the comment that began a thread. */
  answer: procedure.input(one.extend({ text: Words })).output(Comment),
  /** Settles a thread, or opens it again. */
  resolve: procedure.input(one.extend({ resolved: z.boolean() })).output(Comment),
  /** Gives a comment to somebody, or with an empty name to nobody in particular. */
  assign: procedure.input(one.extend({ assignedTo: Comment.shape.assignedTo })).output(Comment),
  /** Notes that suggested words were taken or refused; null takes that back. The text is changed by the editor. */
  settle: procedure.input(one.extend({ taken: z.boolean().nullable() })).output(Comment),
  /** Takes back a comment of one's own that nobody answered. */
  remove: procedure.input(one).output(z.void()),
  /** Brings back what was removed. */
  restore: procedure.input(one).output(Comment),
};
