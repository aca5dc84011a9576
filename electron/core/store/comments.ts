import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { Comment } from "#shared/domain/comment.ts";
import type { CommentId, ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

const Row = z
  .object({
    id: z.string(),
    answers: z.string().nullable(),
    block_id: z.string().nullable(),
    quote: z.string(),
    at_offset: z.int(),
    text: z.string(),
    written_by: z.string(),
    written_at: z.string(),
    resolved_by: z.string().nullable(),
    resolved_at: z.string().nullable(),
    assigned_to: z.string(),
    private: z.int(),
    suggestion: z.string().nullable(),
    finding: z.string().nullable(),
  })
  .transform(({ block_id, at_offset, written_by, written_at, resolved_by, resolved_at, ...row }) =>
    Comment.parse({
      id: row.id,
      answers: row.answers,
      quote: row.quote,
      text: row.text,
      finding: row.finding,
      assignedTo: row.assigned_to,
      isPrivate: row.private === 1,
      suggestion: row.suggestion === null ? null : JSON.parse(row.suggestion),
      blockId: block_id,
      offset: at_offset,
      by: written_by,
      at: written_at,
      resolved: resolved_at === null ? null : { by: resolved_by ?? "", at: resolved_at },
    }),
  );

/** Oldest first. Removed ones are left out. */
export const listComments = (db: ReadDb, reportId: ReportId): Comment[] =>
  db
    .prepare("SELECT * FROM comments WHERE report_id = ? AND removed_at IS NULL ORDER BY seq")
    .all(reportId)
    .map((row) => Row.parse(row));

/**
 * @returns the comment as it stands
 * @throws Fault `not-found`
 */
export function getComment(db: ReadDb, reportId: ReportId, commentId: CommentId): Comment {
  const comment = listComments(db, reportId).find(({ id }) => id === commentId);
  if (comment) return comment;
  throw new Fault(
    "not-found",
    "That comment is already gone.",
    "Open the report again to see what there is.",
  );
}

export function insertComment(db: WriteDb, reportId: ReportId, comment: Comment): void {
  const { id, answers, blockId, quote, offset, text, by, at, resolved, suggestion } = comment;
  db.prepare(
    `INSERT INTO comments (report_id, id, answers, block_id, quote, at_offset, text, written_by, written_at,
       resolved_by, resolved_at, assigned_to, private, suggestion, finding)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    reportId,
    id,
    answers,
    blockId,
    quote,
    offset,
    text,
    by,
    at,
    resolved?.by ?? null,
    resolved?.at ?? null,
    comment.assignedTo,
    comment.isPrivate ? 1 : 0,
    suggestion && JSON.stringify(suggestion),
    comment.finding,
  );
}

/** Gives the comment to somebody; an empty name to nobody in particular. */
export function assignComment(
  db: WriteDb,
  reportId: ReportId,
  commentId: CommentId,
  assignedTo: string,
): void {
  getComment(db, reportId, commentId);
  db.prepare("UPDATE comments SET assigned_to = ? WHERE id = ?").run(assignedTo, commentId);
}

/**
 * Notes that the suggested words were taken or refused, which settles the thread; null opens both again.
 *
 * @throws Fault `bad-input` where nothing is suggested
 */
export function settleSuggestion(
  db: WriteDb,
  reportId: ReportId,
  commentId: CommentId,
  taken: boolean | null,
  { by, at }: Change,
): void {
  const { suggestion } = getComment(db, reportId, commentId);
  if (!suggestion)
    throw new Fault("bad-input", "This comment suggests no other words.", "Answer or resolve it instead.");
  const settled = taken === null ? null : { by, at, taken };
  db.transaction(() => {
    db.prepare("UPDATE comments SET suggestion = ? WHERE id = ?").run(
      JSON.stringify({ ...suggestion, settled }),
      commentId,
    );
    setResolved(db, reportId, commentId, settled && { by, at });
  })();
}

/** What was settled of a comment, or given to whom, at another desk. */
export function updateComment(db: WriteDb, { id, resolved, assignedTo, suggestion }: Comment): void {
  db.prepare(
    "UPDATE comments SET resolved_by = ?, resolved_at = ?, assigned_to = ?, suggestion = ? WHERE id = ?",
  ).run(resolved?.by ?? null, resolved?.at ?? null, assignedTo, suggestion && JSON.stringify(suggestion), id);
}

/** Settles the thread that the comment began, or opens it again. */
export function setResolved(
  db: WriteDb,
  reportId: ReportId,
  commentId: CommentId,
  resolved: Comment["resolved"],
): void {
  getComment(db, reportId, commentId);
  db.prepare("UPDATE comments SET resolved_by = ?, resolved_at = ? WHERE id = ?").run(
    resolved?.by ?? null,
    resolved?.at ?? null,
    commentId,
  );
}

/** Comments of a report that were taken out of sight. */
export const removedComments = (db: ReadDb, reportId: ReportId): ReadonlySet<string> =>
  new Set(
    db
      .prepare("SELECT id FROM comments WHERE report_id = ? AND removed_at IS NOT NULL")
      .all(reportId)
      .map((row) => z.object({ id: z.string() }).parse(row).id),
  );

/**
 * Takes a comment out of sight; `restoreComment` brings it back as it was.
 *
 * @throws Fault `bad-input` when somebody else wrote it, or answered it
 */
export function removeComment(
  db: WriteDb,
  reportId: ReportId,
  commentId: CommentId,
  { by, at }: Change,
): void {
  const comment = getComment(db, reportId, commentId);
  if (comment.by !== by)
    throw new Fault(
      "bad-input",
      `This comment is ${comment.by || "somebody else"}’s.`,
      "Resolve it instead.",
    );
  if (listComments(db, reportId).some(({ answers }) => answers === commentId))
    throw new Fault("bad-input", "This comment has been answered.", "Resolve it instead.");
  db.prepare("UPDATE comments SET removed_at = ? WHERE id = ?").run(at, commentId);
}

/** @throws Fault `not-found` when no comment of this id was removed */
export function restoreComment(db: WriteDb, reportId: ReportId, commentId: CommentId): Comment {
  db.prepare("UPDATE comments SET removed_at = NULL WHERE report_id = ? AND id = ?").run(reportId, commentId);
  return getComment(db, reportId, commentId);
}
