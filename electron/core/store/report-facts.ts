import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { ReportFacts } from "#shared/portfolio/report-facts.ts";

const Row = z.object({ report_id: z.string(), facts: z.string() });

/** What is known of reports as they stand now, worked out by this version; the others are left out. */
export function listFacts(db: ReadDb, madeBy: string): Map<ReportId, ReportFacts> {
  const rows = db
    .prepare(
      `SELECT report_id, facts FROM report_facts JOIN reports ON id = report_id
       WHERE report_facts.revision = reports.revision AND made_by = ?`,
    )
    .all(madeBy)
    .map((row) => Row.parse(row));
  return new Map(
    rows.map(({ report_id, facts }) => [report_id as ReportId, ReportFacts.parse(JSON.parse(facts))]),
  );
}

export const putFacts = (
  db: WriteDb,
  reportId: ReportId,
  revision: number,
  madeBy: string,
  facts: ReportFacts,
): void =>
  void db
    .prepare("INSERT OR REPLACE INTO report_facts (report_id, revision, made_by, facts) VALUES (?, ?, ?, ?)")
    .run(reportId, revision, madeBy, JSON.stringify(facts));
