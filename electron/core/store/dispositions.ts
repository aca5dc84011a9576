import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { Disposition, type DispositionGiven } from "#shared/domain/disposition.ts";
import type { ReportId } from "#shared/domain/ids.ts";

const Row = z
  .object({
    fingerprint: z.string(),
    basis: z.string(),
    rule: z.string(),
    area_id: z.string().nullable(),
    block_id: z.string().nullable(),
    state: z.string(),
    reason: z.string(),
    given_by: z.string(),
    given_at: z.string(),
  })
  .transform(({ area_id, block_id, given_by, given_at, ...row }) =>
    Disposition.parse({ ...row, areaId: area_id, blockId: block_id, by: given_by, at: given_at }),
  );

/** The answer that was given last to each finding; answers taken back are left out. Oldest first. */
export const listDispositions = (db: ReadDb, reportId: ReportId): Disposition[] =>
  db
    .prepare(
      `SELECT fingerprint, basis, rule, area_id, block_id, state, reason, given_by, given_at FROM dispositions
       WHERE seq IN (SELECT max(seq) FROM dispositions WHERE report_id = ? GROUP BY fingerprint)
         AND state IS NOT NULL
       ORDER BY seq`,
    )
    .all(reportId)
    .map((row) => Row.parse(row));

/** Answers a finding. Earlier answers stay in the table, for the record. */
export function putDisposition(
  db: WriteDb,
  reportId: ReportId,
  given: DispositionGiven,
  { by, at }: Change,
): Disposition {
  insert(db, reportId, given, given.state, { by, at });
  return { ...given, by, at };
}

/** Takes answers back: the findings are open again. Without an answer nothing happens. */
export function withdrawDispositions(
  db: WriteDb,
  reportId: ReportId,
  fingerprints: readonly string[],
  change: Change,
): void {
  const wanted = new Set(fingerprints);
  for (const last of listDispositions(db, reportId))
    if (wanted.has(last.fingerprint)) insert(db, reportId, { ...last, reason: "" }, null, change);
}

function insert(
  db: WriteDb,
  reportId: ReportId,
  { fingerprint, basis, rule, areaId, blockId, reason }: DispositionGiven,
  state: DispositionGiven["state"] | null,
  { by, at }: Change,
): void {
  db.prepare(
    `INSERT INTO dispositions
       (report_id, fingerprint, basis, rule, area_id, block_id, state, reason, given_by, given_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(reportId, fingerprint, basis, rule, areaId, blockId, state, reason, by, at);
}
