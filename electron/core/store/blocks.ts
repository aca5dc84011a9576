import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { BlockOperation } from "#shared/document/operations.ts";
import { Bearing, Block, countWords, textOf } from "#shared/domain/block.ts";
import { EvidenceId, type BlockId, type ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

const Row = z.object({
  content: z.string(),
  area_ids: z.string().nullable(),
  ties: z.string().nullable(),
});

/** Each tie as its item and its bearing, which is null where the item supports the block. */
const Ties = z.array(z.tuple([EvidenceId, Bearing.nullable()]));

const SELECT = `
  SELECT content,
    (SELECT json_group_array(area_id ORDER BY ordinal) FROM block_areas WHERE block_seq = blocks.seq) AS area_ids,
    (SELECT json_group_array(json_array(evidence_id, bearing) ORDER BY ordinal)
       FROM block_evidence JOIN evidence ON evidence.id = evidence_id
       WHERE block_seq = blocks.seq AND removed_at IS NULL) AS ties
  FROM blocks`;

/** Through the parser, so that a key order and defaults are the same wherever a block comes from. */
function parseRow(row: unknown): Block {
  const { content, area_ids, ties } = Row.parse(row);
  // Most blocks have none; a report is thousands of blocks, and somebody waits for it.
  const evidence = ties === null || ties === "[]" ? [] : Ties.parse(JSON.parse(ties));
  return Block.parse({
    ...(JSON.parse(content) as object),
    areaIds: JSON.parse(area_ids ?? "[]") as unknown,
    evidenceIds: evidence.map(([id]) => id),
    bearings: Object.fromEntries(evidence.filter(([, bearing]) => bearing !== null)),
  });
}

/** The report's blocks in reading order. */
export const listBlocks = (db: ReadDb, reportId: ReportId): Block[] =>
  db.prepare(`${SELECT} WHERE report_id = ? ORDER BY position`).all(reportId).map(parseRow);

export function findBlock(db: ReadDb, reportId: ReportId, blockId: BlockId): Block | null {
  const row = db.prepare(`${SELECT} WHERE report_id = ? AND id = ?`).get(reportId, blockId);
  return row === undefined ? null : parseRow(row);
}

/**
 * Applies one operation and answers its inverse. To be called inside the transaction that logs both.
 *
 * @throws Fault `conflict` when it names a block that is not there
 */
export function applyToStore(db: WriteDb, reportId: ReportId, operation: BlockOperation): BlockOperation {
  if (operation.op === "remove") {
    const block = getBlock(db, reportId, operation.blockId);
    const afterId = predecessorOf(db, reportId, operation.blockId);
    db.prepare("DELETE FROM blocks WHERE report_id = ? AND id = ?").run(reportId, operation.blockId);
    return { op: "put", block, afterId };
  }
  if (operation.op === "move") {
    getBlock(db, reportId, operation.blockId);
    const afterId = predecessorOf(db, reportId, operation.blockId);
    place(db, reportId, operation.blockId, operation.afterId);
    return { op: "move", blockId: operation.blockId, afterId };
  }
  const { block, afterId } = operation;
  const old = findBlock(db, reportId, block.id);
  if (!old) {
    insertBlock(db, reportId, block, positionAfter(db, reportId, afterId));
    return { op: "remove", blockId: block.id };
  }
  const oldAfterId = predecessorOf(db, reportId, block.id);
  const { areaIds: _areas, evidenceIds: _items, bearings: _bearings, ...content } = block;
  const text = textOf(block);
  db.prepare(
    "UPDATE blocks SET kind = ?, content = ?, text = ?, words = ? WHERE report_id = ? AND id = ?",
  ).run(block.kind, JSON.stringify(content), text, countWords(text), reportId, block.id);
  writeTies(db, seqOf(db, reportId, block.id), block);
  if (oldAfterId !== afterId) place(db, reportId, block.id, afterId);
  return { op: "put", block: old, afterId: oldAfterId };
}

function insertBlock(db: WriteDb, reportId: ReportId, block: Block, position: number): void {
  const { areaIds: _areas, evidenceIds: _items, bearings: _bearings, ...content } = block;
  const text = textOf(block);
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO blocks (report_id, id, position, kind, content, text, words) VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(reportId, block.id, position, block.kind, JSON.stringify(content), text, countWords(text));
  writeTies(db, Number(lastInsertRowid), block);
}

/** All blocks of a new report at once, spaced so that thousands can go between any two. */
export function insertBlocks(db: WriteDb, reportId: ReportId, blocks: readonly Block[]): void {
  blocks.forEach((block, index) => insertBlock(db, reportId, block, (index + 1) * SPACING));
}

const SPACING = 1024;

function writeTies(db: WriteDb, seq: number, { areaIds, evidenceIds, bearings }: Block): void {
  db.prepare("DELETE FROM block_areas WHERE block_seq = ?").run(seq);
  db.prepare("DELETE FROM block_evidence WHERE block_seq = ?").run(seq);
  const area = db.prepare("INSERT INTO block_areas (block_seq, area_id, ordinal) VALUES (?, ?, ?)");
  areaIds.forEach((areaId, ordinal) => area.run(seq, areaId, ordinal));
  // A tie to an item that was removed meanwhile is dropped rather than refusing the author's text.
  const item = db.prepare(
    `INSERT INTO block_evidence (block_seq, evidence_id, ordinal, bearing)
     SELECT ?, id, ?, ? FROM evidence WHERE id = ? AND removed_at IS NULL`,
  );
  evidenceIds.forEach((evidenceId, ordinal) =>
    item.run(seq, ordinal, bearings[evidenceId] ?? null, evidenceId),
  );
}

function getBlock(db: ReadDb, reportId: ReportId, blockId: BlockId): Block {
  const block = findBlock(db, reportId, blockId);
  if (!block) throw outOfStep();
  return block;
}

const outOfStep = (): Fault =>
  new Fault(
    "conflict",
    "The report in the library is no longer the one this window started from.",
    "Your text is still in the window: copy what you need, then reload the report.",
  );

const Position = z.object({ position: z.number() }).optional();
const positionOf = (db: ReadDb, reportId: ReportId, blockId: BlockId): number => {
  const row = Position.parse(
    db.prepare("SELECT position FROM blocks WHERE report_id = ? AND id = ?").get(reportId, blockId),
  );
  if (!row) throw outOfStep();
  return row.position;
};

const seqOf = (db: ReadDb, reportId: ReportId, blockId: BlockId): number =>
  z
    .object({ seq: z.int() })
    .parse(db.prepare("SELECT seq FROM blocks WHERE report_id = ? AND id = ?").get(reportId, blockId)).seq;

function predecessorOf(db: ReadDb, reportId: ReportId, blockId: BlockId): BlockId | null {
  const row = db
    .prepare("SELECT id FROM blocks WHERE report_id = ? AND position < ? ORDER BY position DESC LIMIT 1")
    .get(reportId, positionOf(db, reportId, blockId));
  return z.object({ id: z.custom<BlockId>() }).optional().parse(row)?.id ?? null;
}

function place(db: WriteDb, reportId: ReportId, blockId: BlockId, afterId: BlockId | null): void {
  if (afterId === blockId) throw outOfStep();
  // Out of the way first: the block's own place must not count as its new neighbour.
  db.prepare("UPDATE blocks SET position = -1 - seq WHERE report_id = ? AND id = ?").run(reportId, blockId);
  const position = positionAfter(db, reportId, afterId);
  db.prepare("UPDATE blocks SET position = ? WHERE report_id = ? AND id = ?").run(
    position,
    reportId,
    blockId,
  );
}

/** A free position right after the block; makes room by respacing the report when halving has run out. */
function positionAfter(db: WriteDb, reportId: ReportId, afterId: BlockId | null): number {
  const before = afterId === null ? 0 : positionOf(db, reportId, afterId);
  const next = Position.parse(
    db
      .prepare("SELECT position FROM blocks WHERE report_id = ? AND position > ? ORDER BY position LIMIT 1")
      .get(reportId, before),
  );
  if (!next) return before + SPACING;
  const middle = (before + next.position) / 2;
  if (middle > before && middle < next.position && next.position - before > 1e-6) return middle;
  respace(db, reportId);
  return positionAfter(db, reportId, afterId);
}

function respace(db: WriteDb, reportId: ReportId): void {
  const rows = z
    .array(z.object({ seq: z.int() }))
    .parse(
      db
        .prepare("SELECT seq FROM blocks WHERE report_id = ? AND position > 0 ORDER BY position")
        .all(reportId),
    );
  // Two passes keep the unique index content: first far beyond every position in use, then to the new ones.
  const move = db.prepare("UPDATE blocks SET position = ? WHERE seq = ?");
  const beyond = 1e12;
  for (const offset of [beyond, 0])
    rows.forEach(({ seq }, index) => move.run(offset + (index + 1) * SPACING, seq));
}
