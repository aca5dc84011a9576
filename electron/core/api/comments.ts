import { os } from "#electron/core/api/procedures.ts";
import type { CoreContext } from "#electron/core/context.ts";
import {
  assignComment,
  getComment,
  insertComment,
  listComments,
  removeComment,
  restoreComment,
  setResolved,
  settleSuggestion,
} from "#electron/core/store/comments.ts";
import { getReportHead } from "#electron/core/store/reports.ts";
import { Comment } from "#shared/domain/comment.ts";
import type { ReportId } from "#shared/domain/ids.ts";

export const comments = {
  list: os.comments.list.handler(({ input, context }) => ({
    me: context.change().by,
    comments: listComments(context.library.read, input.reportId),
  })),
  add: os.comments.add.handler(({ input, context }) =>
    write(context, input.reportId, {
      ...input.comment,
      suggestion:
        input.comment.suggestion === null ? null : { words: input.comment.suggestion, settled: null },
      answers: null,
    }),
  ),
  answer: os.comments.answer.handler(({ input: { reportId, commentId, text }, context }) => {
    // An answer to an answer goes to the same thread.
    const { id, answers, isPrivate } = getComment(context.library.read, reportId, commentId);
    const about = { answers: answers ?? id, blockId: null, quote: "", offset: 0 };
    return write(context, reportId, { ...about, text, isPrivate });
  }),
  resolve: os.comments.resolve.handler(({ input: { reportId, commentId, resolved }, context }) => {
    setResolved(context.library.write, reportId, commentId, resolved ? context.change() : null);
    return getComment(context.library.read, reportId, commentId);
  }),
  assign: os.comments.assign.handler(({ input: { reportId, commentId, assignedTo }, context }) => {
    assignComment(context.library.write, reportId, commentId, assignedTo.trim());
    return getComment(context.library.read, reportId, commentId);
  }),
  settle: os.comments.settle.handler(({ input: { reportId, commentId, taken }, context }) => {
    settleSuggestion(context.library.write, reportId, commentId, taken, context.change());
    return getComment(context.library.read, reportId, commentId);
  }),
  remove: os.comments.remove.handler(({ input: { reportId, commentId }, context }) =>
    removeComment(context.library.write, reportId, commentId, context.change()),
  ),
  restore: os.comments.restore.handler(({ input: { reportId, commentId }, context }) =>
    restoreComment(context.library.write, reportId, commentId),
  ),
};

function write(
  context: CoreContext,
  reportId: ReportId,
  said: Pick<Comment, "answers" | "blockId" | "quote" | "offset" | "text"> & Partial<Comment>,
): Comment {
  // Refuses a report that is gone, in words, before the foreign key does.
  getReportHead(context.library.read, reportId);
  const comment = Comment.parse({
    ...said,
    text: said.text.trim(),
    id: context.newId(),
    ...context.change(),
    resolved: null,
  });
  insertComment(context.library.write, reportId, comment);
  return comment;
}
