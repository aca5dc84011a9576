import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { applyOperations, BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { ReportId } from "#shared/domain/ids.ts";

/** What a line of the log is about. */
export type OperationKind =
  "import" | "new" | "copy" | "edit" | "grade" | "describe" | "restore" | "returned" | "review" | "package";

export interface LogEntry {
  readonly revision: number;
  readonly kind: OperationKind;
  readonly forward: readonly BlockOperation[];
  /** Undoes `forward` when applied in order. */
  readonly inverse: readonly BlockOperation[];
  readonly by: string;
  /** ISO time, for display only. */
  readonly at: string;
}

export function appendToLog(db: WriteDb, reportId: ReportId, entry: LogEntry): void {
  db.prepare(
    `INSERT INTO operations (report_id, revision, kind, forward, inverse, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    reportId,
    entry.revision,
    entry.kind,
    JSON.stringify(entry.forward),
    JSON.stringify(entry.inverse),
    entry.by,
    entry.at,
  );
}

const Operations = z.array(BlockOperation);
const Row = z.object({ revision: z.int(), forward: z.string() });

/** The blocks as they stood at a revision, by replaying the log. @see blocksAtEach */
export const blocksAt = (db: ReadDb, reportId: ReportId, revision: number): Block[] =>
  blocksAtEach(db, reportId, [revision])[0]!;

/** The blocks as they stood at each of the revisions, which go up, in one pass over the log. */
export function blocksAtEach(db: ReadDb, reportId: ReportId, revisions: readonly number[]): Block[][] {
  const rows = db
    .prepare(
      "SELECT revision, forward FROM operations WHERE report_id = ? AND revision <= ? ORDER BY revision",
    )
    .iterate(reportId, revisions.at(-1) ?? 0);
  const asked = new Set(revisions);
  const answers: Block[][] = [];
  let blocks: Block[] = [];
  for (const found of rows) {
    const { revision, forward } = Row.parse(found);
    blocks = applyOperations(blocks, Operations.parse(JSON.parse(forward)));
    if (asked.has(revision)) answers.push(blocks);
  }
  return answers;
}

/** When a revision was made; ISO time. @throws ZodError when the report never had it */
export const revisionMadeAt = (db: ReadDb, reportId: ReportId, revision: number): string =>
  z
    .object({ at: z.string() })
    .parse(
      db
        .prepare("SELECT changed_at AS at FROM operations WHERE report_id = ? AND revision = ?")
        .get(reportId, revision),
    ).at;
