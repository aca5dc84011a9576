import { z } from "zod";
import { listBlocks } from "#electron/core/store/blocks.ts";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { Figure } from "#shared/domain/figure.ts";
import type { FigureId, ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";
import { heldBy } from "#shared/figures/citations.ts";
import { putInRegister } from "#shared/figures/derive-figure.ts";

const Row = z
  .object({
    id: z.string(),
    label: z.string(),
    value: z.string(),
    as_at: z.string().nullable(),
    evidence_id: z.string().nullable(),
    unit: z.string(),
    population: z.string(),
    derived: z.string().nullable(),
    counts: z.string().nullable(),
  })
  .transform(({ as_at, evidence_id, derived, counts, ...row }) =>
    Figure.parse({
      ...row,
      asAt: as_at,
      evidenceId: evidence_id,
      derived: derived === null ? null : (JSON.parse(derived) as unknown),
      counts: counts === null ? null : (JSON.parse(counts) as unknown),
    }),
  );

/** In the order they were first said. An item that was removed is not named until it is brought back. */
export const listFigures = (db: ReadDb, reportId: ReportId): Figure[] =>
  db
    .prepare(
      `SELECT id, label, value, as_at, unit, population, derived, counts,
         (SELECT id FROM evidence WHERE id = evidence_id AND removed_at IS NULL) AS evidence_id
       FROM figures WHERE report_id = ? ORDER BY seq`,
    )
    .all(reportId)
    .map((row) => Row.parse(row));

/** As it stands: for reports that come in whole. */
export function writeFigure(db: WriteDb, reportId: ReportId, figure: Figure): void {
  db.prepare(
    `INSERT INTO figures (report_id, id, label, value, as_at, evidence_id, unit, population, derived, counts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET label = excluded.label, value = excluded.value, as_at = excluded.as_at,
       evidence_id = excluded.evidence_id, unit = excluded.unit, population = excluded.population,
       derived = excluded.derived, counts = excluded.counts
     WHERE report_id = excluded.report_id`,
  ).run(
    reportId,
    figure.id,
    figure.label,
    figure.value,
    figure.asAt,
    figure.evidenceId,
    figure.unit,
    figure.population,
    figure.derived && JSON.stringify(figure.derived),
    figure.counts && JSON.stringify(figure.counts),
  );
}

/**
 * Adds or replaces a figure, and works out again what follows from it, all or nothing.
 *
 * @returns what changed, the figure itself first
 * @throws Fault `bad-input` when one of them cannot be worked out
 */
export const putFigure = (db: WriteDb, reportId: ReportId, figure: Figure): Figure[] =>
  db.transaction(() => {
    const { changed } = putInRegister(listFigures(db, reportId), figure);
    for (const each of changed) writeFigure(db, reportId, each);
    return changed;
  })();

/** @throws Fault `not-found`; `conflict` while the text cites it or another figure follows from it, saying where */
export function removeFigure(db: WriteDb, reportId: ReportId, figureId: FigureId): void {
  db.transaction(() => {
    const held = heldBy(listFigures(db, reportId), listBlocks(db, reportId), figureId);
    if (held !== null)
      throw new Fault("conflict", `That figure is still needed: ${held}.`, "Take out what needs it first.");
    const { changes } = db
      .prepare("DELETE FROM figures WHERE report_id = ? AND id = ?")
      .run(reportId, figureId);
    if (changes === 0)
      throw new Fault(
        "not-found",
        "That figure is already gone.",
        "Reload the report to see the current list.",
      );
  })();
}
