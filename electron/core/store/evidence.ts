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
    direction: z.string(),
    sensitivity: z.string(),
    area_ids: z.string(),
    attachments: z.string(),
  })
  .transform(({ area_ids, attachments, ...row }) =>
    Evidence.parse({
      ...row,
      areaIds: JSON.parse(area_ids) as unknown,
      attachments: JSON.parse(attachments) as unknown,
    }),
  );

const SELECT = `
  SELECT id, reference, kind, title, date, source, people, notes, direction, sensitivity,
    (SELECT json_group_array(area_id ORDER BY ordinal) FROM evidence_areas WHERE evidence_seq = evidence.seq) AS area_ids,
    (SELECT json_group_array(json_object('hash', hash, 'name', name, 'size', size, 'mediaType', media_type)
         ORDER BY evidence_attachments.seq)
       FROM evidence_attachments JOIN attachment_contents USING (hash) WHERE evidence_id = evidence.id) AS attachments
  FROM evidence WHERE report_id = ? AND removed_at IS NULL`;

const Seq = z.object({ seq: z.int() });

/** By reference. Removed items are left out. */
export const listEvidence = (db: ReadDb, reportId: ReportId): Evidence[] =>
  db
    .prepare(`${SELECT} ORDER BY length(reference), reference`)
    .all(reportId)
    .map((row) => Row.parse(row));

export function findEvidence(db: ReadDb, reportId: ReportId, evidenceId: EvidenceId): Evidence | null {
  const row = db.prepare(`${SELECT} AND id = ?`).get(reportId, evidenceId);
  return row === undefined ? null : Row.parse(row);
}

/** @throws Fault `not-found` */
export function getEvidence(db: ReadDb, reportId: ReportId, evidenceId: EvidenceId): Evidence {
  const item = findEvidence(db, reportId, evidenceId);
  if (item) return item;
  throw new Fault(
    "not-found",
    "That evidence item is already gone.",
    "Reload the report to see the current list.",
  );
}

/** E-001 for the first item. A number is not used again, even when its item has been removed. */
export const nextReference = (db: ReadDb, reportId: ReportId): string =>
  referenceOf(highestReference(db, reportId) + 1);

export const referenceOf = (number: number): string => `E-${String(number).padStart(3, "0")}`;

/** The highest number that any item of the report has had; 0 when there was none. */
export function highestReference(db: ReadDb, reportId: ReportId): number {
  const row = db
    .prepare("SELECT max(CAST(substr(reference, 3) AS INTEGER)) AS highest FROM evidence WHERE report_id = ?")
    .get(reportId);
  return z.object({ highest: z.int().nullable() }).parse(row).highest ?? 0;
}

/** Every reference that an item of the report has or had. */
export const takenReferences = (db: ReadDb, reportId: ReportId): Set<string> =>
  new Set(
    z
      .array(z.object({ reference: z.string() }))
      .parse(db.prepare("SELECT reference FROM evidence WHERE report_id = ?").all(reportId))
      .map(({ reference }) => reference),
  );

/** Adds an item, or replaces what is written of the one of that id. Files are kept apart: `attach`. */
export const putEvidence = (db: WriteDb, reportId: ReportId, item: Evidence): void =>
  putAllEvidence(db, reportId, [item]);

/** All of them, or none. */
export function putAllEvidence(db: WriteDb, reportId: ReportId, items: Iterable<Evidence>): void {
  const put = db.prepare(
    `INSERT INTO evidence (report_id, id, reference, kind, title, date, source, people, notes, direction, sensitivity)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, date = excluded.date,
       source = excluded.source, people = excluded.people, notes = excluded.notes,
       direction = excluded.direction, sensitivity = excluded.sensitivity
     RETURNING seq`,
  );
  const untie = db.prepare("DELETE FROM evidence_areas WHERE evidence_seq = ?");
  const tie = db.prepare("INSERT INTO evidence_areas (evidence_seq, area_id, ordinal) VALUES (?, ?, ?)");
  db.transaction(() => {
    for (const item of items) {
      const { id, reference, kind, title, date, source, people, notes, direction, sensitivity } = item;
      const row = put.get(
        reportId,
        id,
        reference,
        kind,
        title,
        date,
        source,
        people,
        notes,
        direction,
        sensitivity,
      );
      const { seq } = Seq.parse(row);
      untie.run(seq);
      item.areaIds.forEach((areaId, ordinal) => tie.run(seq, areaId, ordinal));
    }
  })();
}

/**
 * Takes an item out of sight, and its ties with it: the text stays. `restoreEvidence` brings all of it back.
 *
 * @param at ISO time
 * @throws Fault `not-found`
 */
export function removeEvidence(db: WriteDb, reportId: ReportId, evidenceId: EvidenceId, at: string): void {
  getEvidence(db, reportId, evidenceId);
  removeAllEvidence(db, [evidenceId], at);
}

/** @param at ISO time */
export function removeAllEvidence(db: WriteDb, evidenceIds: Iterable<EvidenceId>, at: string): void {
  const remove = db.prepare("UPDATE evidence SET removed_at = ? WHERE id = ? AND removed_at IS NULL");
  db.transaction(() => {
    for (const evidenceId of evidenceIds) remove.run(at, evidenceId);
  })();
}

/**
 * The item as it was, under its id and reference.
 *
 * @throws Fault `not-found` when no item of this id was removed
 */
export function restoreEvidence(db: WriteDb, reportId: ReportId, evidenceId: EvidenceId): Evidence {
  db.prepare("UPDATE evidence SET removed_at = NULL WHERE report_id = ? AND id = ?").run(
    reportId,
    evidenceId,
  );
  return getEvidence(db, reportId, evidenceId);
}
