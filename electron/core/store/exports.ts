import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import type { ExportFormat } from "#shared/api/exports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { LetOut } from "#shared/publication/publication-item.ts";

export interface MadeExport {
  readonly revision: number;
  readonly format: ExportFormat;
  /** Fingerprints of what was found and let out. */
  readonly letOut: readonly string[];
  readonly reason: string;
}

/** Notes that a file was made. */
export const insertExport = (
  db: WriteDb,
  reportId: ReportId,
  { revision, format, letOut, reason }: MadeExport,
  { by, at }: Change,
): void =>
  void db
    .prepare(
      `INSERT INTO exports (report_id, revision, format, let_out, reason, made_by, made_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(reportId, revision, format, JSON.stringify(letOut), reason, by, at);

const Row = z.object({
  let_out: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  reason: z.string(),
  made_by: z.string(),
  made_at: z.string(),
});

/** The last reason that was given for each thing let out, by its fingerprint. */
export function listLetOut(db: ReadDb, reportId: ReportId): Map<string, LetOut> {
  const rows = db
    .prepare(
      "SELECT let_out, reason, made_by, made_at FROM exports WHERE report_id = ? AND reason <> '' ORDER BY seq",
    )
    .all(reportId)
    .map((row) => Row.parse(row));
  return new Map(
    rows.flatMap(({ let_out, reason, made_by, made_at }) =>
      let_out.map((fingerprint) => [fingerprint, { reason, by: made_by, at: made_at }] as const),
    ),
  );
}
