import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { judgementsAt } from "#electron/core/store/judgements.ts";
import { blocksAt, blocksAtEach } from "#electron/core/store/operation-log.ts";
import { type Change, getReportHead } from "#electron/core/store/reports.ts";
import { Version, type VersionText } from "#shared/api/versions.ts";
import { changeBetween } from "#shared/document/align-revisions.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

const LogRow = z.object({
  revision: z.int(),
  kind: z.string(),
  by: z.string(),
  at: z.string(),
  name: z.string().nullable(),
});

/** Named revisions, the first, and the last of each day on which something changed; newest first. */
export function listVersions(db: ReadDb, reportId: ReportId): Version[] {
  const log = db
    .prepare(
      `SELECT operations.revision, kind, changed_by AS by, changed_at AS at, name
       FROM operations LEFT JOIN named_versions USING (report_id, revision)
       WHERE report_id = ? ORDER BY revision`,
    )
    .all(reportId)
    .map((row) => LogRow.parse(row));
  const kept = log.filter((row, index) => {
    const next = log[index + 1];
    return index === 0 || row.name !== null || !next || dayOf(row.at) !== dayOf(next.at);
  });
  const texts = blocksAtEach(
    db,
    reportId,
    kept.map(({ revision }) => revision),
  );
  return kept
    .map(({ kind, ...row }, index): Version => {
      const change = index === 0 ? { blocks: 0, words: 0 } : changeBetween(texts[index - 1]!, texts[index]!);
      return Version.parse({
        ...row,
        origin: index === 0 ? kind : null,
        blocksChanged: change.blocks,
        wordsChanged: change.words,
      });
    })
    .toReversed();
}

/** Days as the person at this desk counts them. */
const dayOf = (at: string): string => new Date(at).toDateString();

/** @throws Fault `not-found` when the report never had that revision */
function requireRevision(db: ReadDb, reportId: ReportId, revision: number): void {
  if (revision >= 1 && revision <= getReportHead(db, reportId).revision) return;
  throw new Fault(
    "not-found",
    "This report has no such version.",
    "Open its list of versions again and choose another.",
  );
}

/** @throws Fault `not-found` */
export function readVersion(db: ReadDb, reportId: ReportId, revision: number): VersionText {
  requireRevision(db, reportId, revision);
  return {
    revision,
    blocks: blocksAt(db, reportId, revision),
    judgements: judgementsAt(db, reportId, revision),
  };
}

/** Names a revision, or gives it another name. @throws Fault `not-found` */
export function nameVersion(
  db: WriteDb,
  reportId: ReportId,
  revision: number,
  name: string,
  { by, at }: Change,
): void {
  requireRevision(db, reportId, revision);
  db.prepare(
    `INSERT INTO named_versions (report_id, revision, name, named_by, named_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (report_id, revision) DO UPDATE SET name = excluded.name, named_by = excluded.named_by,
       named_at = excluded.named_at`,
  ).run(reportId, revision, name, by, at);
}

export const removeVersionName = (db: WriteDb, reportId: ReportId, revision: number): void =>
  void db.prepare("DELETE FROM named_versions WHERE report_id = ? AND revision = ?").run(reportId, revision);

/** “Before factual accuracy”, or “revision 12”. */
export function nameOfVersion(db: ReadDb, reportId: ReportId, revision: number): string {
  const row = z
    .object({ name: z.string() })
    .optional()
    .parse(
      db
        .prepare("SELECT name FROM named_versions WHERE report_id = ? AND revision = ?")
        .get(reportId, revision),
    );
  return row ? `“${row.name}”` : `revision ${revision}`;
}
