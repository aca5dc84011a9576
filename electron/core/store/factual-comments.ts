import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { appendToLedger, type Writer } from "#electron/core/store/ledger.ts";
import { blocksAtEach } from "#electron/core/store/operation-log.ts";
import { applyChange, type Change } from "#electron/core/store/reports.ts";
import { wordsShown } from "#shared/document/align-revisions.ts";
import {
  FactualComment,
  type FactualChange,
  type NewFactualComment,
  wantsReason,
} from "#shared/domain/factual-check.ts";
import type { BlockId, FactualCheckId, FactualCommentId, ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

const json = z.string().transform((text): unknown => JSON.parse(text));
const Row = z
  .object({
    id: z.string(),
    source: z.string(),
    source_key: z.string().nullable(),
    place: z.string(),
    quote: z.string(),
    text: z.string(),
    shows: z.string(),
    kind: z.string(),
    kind_by: z.string(),
    block_ids: json,
    placed_by: z.string(),
    note: z.string(),
    status: z.string(),
    reason: z.string(),
    changes: json,
    answered_by: z.string().nullable(),
    answered_at: z.string().nullable(),
    added_by: z.string(),
    added_at: z.string(),
  })
  .transform(
    ({ source_key, kind_by, block_ids, placed_by, answered_by, answered_at, added_by, added_at, ...row }) =>
      FactualComment.parse({
        ...row,
        key: source_key,
        kindBy: kind_by,
        blockIds: block_ids,
        placedBy: placed_by,
        answered: answered_at === null ? null : { by: answered_by ?? "", at: answered_at },
        by: added_by,
        at: added_at,
      }),
  );

/** In the order in which they came; those that were taken back are left out. */
export const listFactualComments = (db: ReadDb, checkId: FactualCheckId): FactualComment[] =>
  db
    .prepare("SELECT * FROM factual_comments WHERE check_id = ? AND removed_at IS NULL ORDER BY seq")
    .all(checkId)
    .map((row) => Row.parse(row));

/** @throws Fault `not-found` */
export function getFactualComment(db: ReadDb, checkId: FactualCheckId, id: FactualCommentId): FactualComment {
  const comment = listFactualComments(db, checkId).find((each) => each.id === id);
  if (comment) return comment;
  throw new Fault(
    "not-found",
    "That comment is no longer in this check.",
    "Open the report again to see what there is.",
  );
}

export interface Taken {
  readonly added: readonly FactualCommentId[];
  /** How many were here before. */
  readonly already: number;
}

/** Takes comments in, all of them or none; those that are here already stay as they are. */
export function takeFactualComments(
  db: WriteDb,
  checkId: FactualCheckId,
  source: string,
  comments: readonly NewFactualComment[],
  newId: () => string,
  { by, at }: Change,
): Taken {
  return db.transaction(() => {
    const here = new Set(listFactualComments(db, checkId).flatMap(({ key }) => key ?? []));
    const fresh = comments.filter(({ key }) => key === null || (!here.has(key) && here.add(key)));
    const insert = db.prepare(
      `INSERT INTO factual_comments (id, check_id, source, source_key, place, quote, text, shows, kind, kind_by,
         block_ids, placed_by, note, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const added = fresh.map((comment) => {
      const id = newId() as FactualCommentId;
      const { key, place, quote, text, shows, kind, kindBy, blockIds, placedBy, note } = comment;
      const blocks = JSON.stringify(blockIds);
      insert.run(
        id,
        checkId,
        source,
        key,
        place,
        quote,
        text,
        shows,
        kind,
        kindBy,
        blocks,
        placedBy,
        note,
        by,
        at,
      );
      return id;
    });
    return { added, already: comments.length - fresh.length };
  })();
}

/**
 * Takes comments back, or brings them here again: the undo of taking them in, and of that.
 *
 * @throws Fault `bad-input` where one was answered or changed words: it is part of the record
 */
export function setFactualRemoved(
  db: WriteDb,
  checkId: FactualCheckId,
  ids: readonly FactualCommentId[],
  removed: boolean,
  { at }: Change,
): void {
  db.transaction(() => {
    for (const id of ids) {
      if (removed) {
        const { status, changes } = getFactualComment(db, checkId, id);
        if (status !== "open" || changes.length > 0)
          throw new Fault(
            "bad-input",
            "A comment that is answered, or for which words were changed, stays in the record.",
            "Open its answer again first, or leave it.",
          );
      }
      db.prepare("UPDATE factual_comments SET removed_at = ? WHERE check_id = ? AND id = ?").run(
        removed ? at : null,
        checkId,
        id,
      );
    }
  })();
}

/** What a person decides of a comment; what is left out stays. */
export type Revision = Partial<Pick<FactualComment, "kind" | "blockIds" | "status" | "reason">>;

/** @throws Fault `bad-input` where a reason is wanted and there is none; `not-found` */
export function reviseFactualComment(
  db: WriteDb,
  checkId: FactualCheckId,
  id: FactualCommentId,
  change: Revision,
  { by, at }: Change,
): void {
  const was = getFactualComment(db, checkId, id);
  const now = { ...was, ...change };
  if (wantsReason(now.status) && now.reason.trim() === "")
    throw new Fault(
      "bad-input",
      "Whoever is not given all that they asked for is told why.",
      "Write the reason; it stands in the response document.",
    );
  const decides = change.status !== undefined || change.reason !== undefined;
  const answered = now.status === "open" ? null : decides ? { by, at } : was.answered;
  db.prepare(
    `UPDATE factual_comments SET kind = ?, kind_by = ?, block_ids = ?, placed_by = ?, note = ?, status = ?, reason = ?,
       answered_by = ?, answered_at = ? WHERE id = ?`,
  ).run(
    now.kind,
    change.kind === undefined ? was.kindBy : "desk",
    JSON.stringify(now.blockIds),
    change.blockIds === undefined ? was.placedBy : change.blockIds.length === 0 ? "none" : "desk",
    change.blockIds === undefined ? was.note : "",
    now.status,
    now.reason.trim(),
    answered?.by ?? null,
    answered?.at ?? null,
    id,
  );
}

export interface Trace {
  readonly blockId: BlockId;
  /** The revision before the words were changed; the report is at the one after. */
  readonly from: number;
  /** What the place is called in the issued copy. */
  readonly place: string;
}

/**
 * Notes that words were changed because of a comment: with the comment, and in the ledger. Both texts are read from the
 * log, so that what is noted is what was done.
 *
 * @throws Fault `bad-input` where the words of that block are the same at both revisions; conflict
 */
export function traceFactualChange(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  checkId: FactualCheckId,
  id: FactualCommentId,
  { blockId, from, place }: Trace,
  writer: Writer,
): void {
  const { changes } = getFactualComment(db, checkId, id);
  if (from >= baseRevision) throw unchanged();
  const [before = "", after = ""] = blocksAtEach(db, reportId, [from, baseRevision]).map((blocks) => {
    const block = blocks.find((each) => each.id === blockId);
    return block ? wordsShown(block) : "";
  });
  if (before === after) throw unchanged();
  const change: FactualChange = {
    blockId,
    revision: baseRevision,
    before,
    after,
    by: writer.by,
    at: writer.at,
  };
  applyChange(db, reportId, baseRevision, "review", [], writer, (revision) => {
    const fact = { kind: "facts-changed", checkId, commentId: id, place, before, after } as const;
    appendToLedger(db, reportId, revision, fact, writer);
    db.prepare("UPDATE factual_comments SET changes = ? WHERE id = ?").run(
      JSON.stringify([...changes, change]),
      id,
    );
  });
}

const unchanged = (): Fault =>
  new Fault(
    "bad-input",
    "The words of that paragraph were not changed.",
    "Change them, then keep the change with the comment.",
  );
