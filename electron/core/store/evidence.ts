import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import type { EvidenceId, ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

const Row = z
  .object({
    id: z.string(),
    reference: z.string(),
    kind: z.string(),
    title: z.string(),
    date: z.string().nullable(),
    source: z.string(),
    people: z.int().nullable(),
    notes: z.string(),
    speaks_for: z.string(),
    area_ids: z.string(),
  })
  .transform(({ speaks_for, area_ids, ...row }) =>
    Evidence.parse({ ...row, speaksFor: speaks_for, areaIds: JSON.parse(area_ids) as unknown }),
  );

const SELECT = `
  SELECT id, reference, kind, title, date, source, people, notes, speaks_for,
    (SELECT json_group_array(area_id ORDER BY ordinal) FROM evidence_areas WHERE evidence_seq = evidence.seq) AS area_ids
  FROM evidence WHERE report_id = ?`;

/** By reference. */
export const listEvidence = (db: ReadDb, reportId: ReportId): Evidence[] =>
  db
    .prepare(`${SELECT} ORDER BY length(reference), reference`)
    .all(reportId)
    .map((row) => Row.parse(row));

/** E-001 for the first item; a number is not used again while a higher one stands. */
export function nextReference(db: ReadDb, reportId: ReportId): string {
  const { highest } = z
    .object({ highest: z.int().nullable() })
    .parse(
      db
        .prepare(
          "SELECT max(CAST(substr(reference, 3) AS INTEGER)) AS highest FROM evidence WHERE report_id = ?",
        )
        .get(reportId),
    );
  return `E-${String((highest ?? 0) + 1).padStart(3, "0")}`;
}

export function putEvidence(db: WriteDb, reportId: ReportId, item: Evidence): void {
  db.transaction(() => {
    const { seq } = z.object({ seq: z.int() }).parse(
      db
        .prepare(
          `INSERT INTO evidence (report_id, id, reference, kind, title, date, source, people, notes, speaks_for)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, date = excluded.date,
             source = excluded.source, people = excluded.people, notes = excluded.notes, speaks_for = excluded.speaks_for
           RETURNING seq`,
        )
        .get(
          reportId,
          item.id,
          item.reference,
          item.kind,
          item.title,
          item.date,
          item.source,
          item.people,
          item.notes,
          item.speaksFor,
        ),
    );
    db.prepare("DELETE FROM evidence_areas WHERE evidence_seq = ?").run(seq);
    const tie = db.prepare("INSERT INTO evidence_areas (evidence_seq, area_id, ordinal) VALUES (?, ?, ?)");
    item.areaIds.forEach((areaId, ordinal) => tie.run(seq, areaId, ordinal));
  })();
}

export function removeEvidence(db: WriteDb, reportId: ReportId, evidenceId: EvidenceId): void {
  const { changes } = db
    .prepare("DELETE FROM evidence WHERE report_id = ? AND id = ?")
    .run(reportId, evidenceId);
  if (changes === 0) {
    throw new Fault(
      "not-found",
      "That evidence item is already gone.",
      "Reload the report to see the current list.",
    );
  }
}
