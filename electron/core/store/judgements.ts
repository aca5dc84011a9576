import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { AreaId, ReportId } from "#shared/domain/ids.ts";
import { Judgement, JudgementChange } from "#shared/domain/report.ts";

const Row = z
  .object({
    area_id: z.string(),
    grade_id: z.string().nullable(),
    rationale: z.string(),
    row_text: z.string().nullable(),
  })
  .transform((row) =>
    Judgement.parse({
      areaId: row.area_id,
      gradeId: row.grade_id,
      rationale: row.rationale,
      rowText: row.row_text,
    }),
  );

const SELECT = "SELECT area_id, grade_id, rationale, row_text FROM judgements WHERE report_id = ?";

/** In the order in which the source's table gave them. */
export const listJudgements = (db: ReadDb, reportId: ReportId): Judgement[] =>
  db
    .prepare(`${SELECT} ORDER BY ordinal, area_id`)
    .all(reportId)
    .map((row) => Row.parse(row));

export function findJudgement(db: ReadDb, reportId: ReportId, areaId: AreaId): Judgement | null {
  const row = db.prepare(`${SELECT} AND area_id = ?`).get(reportId, areaId);
  return row === undefined ? null : Row.parse(row);
}

export function writeJudgement(db: WriteDb, reportId: ReportId, judgement: Judgement, ordinal: number): void {
  db.prepare(
    `INSERT INTO judgements (report_id, area_id, ordinal, grade_id, rationale, row_text) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (report_id, area_id) DO UPDATE SET grade_id = excluded.grade_id, rationale = excluded.rationale,
       row_text = excluded.row_text`,
  ).run(reportId, judgement.areaId, ordinal, judgement.gradeId, judgement.rationale, judgement.rowText);
}

const ChangeRow = z
  .object({
    area_id: z.string(),
    revision: z.int(),
    from_grade: z.string().nullable(),
    to_grade: z.string().nullable(),
    rationale: z.string(),
    changed_by: z.string(),
    changed_at: z.string(),
  })
  .transform((row) =>
    JudgementChange.parse({
      areaId: row.area_id,
      revision: row.revision,
      from: row.from_grade,
      to: row.to_grade,
      rationale: row.rationale,
      by: row.changed_by,
      at: row.changed_at,
    }),
  );

export function appendGradeChange(
  db: WriteDb,
  reportId: ReportId,
  { areaId, revision, from, to, rationale, by, at }: JudgementChange,
): void {
  db.prepare(
    `INSERT INTO judgement_changes (report_id, area_id, revision, from_grade, to_grade, rationale, changed_by, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(reportId, areaId, revision, from, to, rationale, by, at);
}

/**
 * The judgements as they stood at a revision: later changes are undone from the newest. A reason that was there before
 * the first change of its grade is not in the log, and is empty.
 */
export function judgementsAt(db: ReadDb, reportId: ReportId, revision: number): Judgement[] {
  const changes = db
    .prepare(
      `SELECT judgement_changes.*, kind FROM judgement_changes JOIN operations USING (report_id, revision)
       WHERE report_id = ? ORDER BY seq DESC`,
    )
    .all(reportId)
    .map((row) => {
      const change = ChangeRow.parse(row);
      const restored = z.object({ kind: z.string() }).parse(row).kind === "restore";
      return restored ? { ...change, rationale: withoutOrigin(change.rationale) } : change;
    });
  return listJudgements(db, reportId).map((judgement) => {
    const own = changes.filter(({ areaId }) => areaId === judgement.areaId);
    const undone = own.filter((each) => each.revision > revision).at(-1);
    if (!undone) return judgement;
    const standing = own.find((each) => each.revision <= revision);
    return { ...judgement, gradeId: undone.from, rationale: standing?.rationale ?? "" };
  });
}

/** The reason of a grade that came back, for its history: where it came from, then what the reason was. */
export const withOrigin = (origin: string, rationale: string): string =>
  rationale === "" ? origin : `${origin}\n${rationale}`;

const withoutOrigin = (rationale: string): string => rationale.split("\n").slice(1).join("\n");

/** Newest first. */
export const listGradeChanges = (db: ReadDb, reportId: ReportId, areaId: AreaId): JudgementChange[] =>
  db
    .prepare("SELECT * FROM judgement_changes WHERE report_id = ? AND area_id = ? ORDER BY seq DESC")
    .all(reportId, areaId)
    .map((row) => ChangeRow.parse(row));
