import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { applyOperations, BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { ReportId } from "#shared/domain/ids.ts";

/** What a line of the log is about. */
export type OperationKind = "import" | "edit" | "grade" | "describe";

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
const Row = z.object({ forward: z.string() });

/** The blocks as they stood at a revision, by replaying the log. Rules, compare and restore read this. */
export function blocksAt(db: ReadDb, reportId: ReportId, revision: number): Block[] {
  const rows = db
    .prepare("SELECT forward FROM operations WHERE report_id = ? AND revision <= ? ORDER BY revision")
    .all(reportId, revision);
  return rows.reduce<Block[]>(
    (blocks, row) => applyOperations(blocks, Operations.parse(JSON.parse(Row.parse(row).forward))),
    [],
  );
}
