import { z } from "zod";
import { applyToStore, insertBlocks, listBlocks } from "#electron/core/store/blocks.ts";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { listEvidence, putEvidence } from "#electron/core/store/evidence.ts";
import { listFigures, writeFigure } from "#electron/core/store/figures.ts";
import { listJudgements, writeJudgement } from "#electron/core/store/judgements.ts";
import { appendToLog, type OperationKind } from "#electron/core/store/operation-log.ts";
import type { BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import { FrameworkId, type ReportId } from "#shared/domain/ids.ts";
import { Report, type ReportDraft, ReportSummary } from "#shared/domain/report.ts";
import { Fault } from "#shared/fault.ts";

/** Who changes something, and when; the time is for display only. */
export interface Change {
  readonly by: string;
  readonly at: string;
}

const Row = z.object({
  id: z.string(),
  title: z.string(),
  provider: z.string(),
  framework_id: z.string().nullable(),
  inspection_date: z.string().nullable(),
  stage: z.string(),
  revision: z.int(),
  created_at: z.string(),
  changed_at: z.string(),
});

const fromRow = (row: z.infer<typeof Row>): Record<string, unknown> => ({
  id: row.id,
  title: row.title,
  provider: row.provider,
  frameworkId: row.framework_id,
  inspectionDate: row.inspection_date,
  stage: row.stage,
  revision: row.revision,
  changedAt: row.changed_at,
});

const ReportHead = Report.omit({ judgements: true, blocks: true, evidence: true, figures: true });

export function findReport(db: ReadDb, reportId: ReportId): Report | null {
  const found = db.prepare("SELECT * FROM reports WHERE id = ?").get(reportId);
  if (found === undefined) return null;
  const row = Row.parse(found);
  // Each part comes through its own parser; parsing all of it again would take as long as reading it.
  return {
    ...ReportHead.parse({ ...fromRow(row), createdAt: row.created_at }),
    judgements: listJudgements(db, reportId),
    blocks: listBlocks(db, reportId),
    evidence: listEvidence(db, reportId),
    figures: listFigures(db, reportId),
  };
}

/** @throws Fault `not-found` */
export function getReport(db: ReadDb, reportId: ReportId): Report {
  const report = findReport(db, reportId);
  if (!report) throw noSuchReport();
  return report;
}

export const noSuchReport = (): Fault =>
  new Fault(
    "not-found",
    "That report is no longer in this library.",
    "Go back to the library page and choose another.",
  );

/** Newest change first. */
export function listReports(db: ReadDb, archived: boolean): ReportSummary[] {
  const rows = db
    .prepare(
      `SELECT reports.*,
         (SELECT count(*) FROM blocks WHERE report_id = reports.id AND kind = 'paragraph'
            AND json_extract(content, '$.numbered')) AS paragraphs,
         (SELECT coalesce(sum(words), 0) FROM blocks WHERE report_id = reports.id) AS words
       FROM reports WHERE archived = ? ORDER BY changed_at DESC, title`,
    )
    .all(archived ? 1 : 0);
  return rows.map((found) => {
    const row = Row.extend({ paragraphs: z.int(), words: z.int() }).parse(found);
    const overall = listJudgements(db, row.id as ReportId)
      .filter((judgement) => /(^|\.)overall(-effectiveness)?$/.test(judgement.areaId))
      .map(({ areaId, gradeId }) => ({ areaId, gradeId }));
    return ReportSummary.parse({ ...fromRow(row), paragraphs: row.paragraphs, words: row.words, overall });
  });
}

/** A report that was made here and not read from a file. */
export const NO_SOURCE = { name: "", sha256: "" };

/** How a report comes in, and what it brings besides its draft. */
interface Arrival extends Pick<Report, "evidence" | "figures"> {
  readonly kind: OperationKind;
}

/** Adds a whole report in one transaction; revision 1 of its log says how it came here. */
export function insertReport(
  db: WriteDb,
  reportId: ReportId,
  draft: ReportDraft,
  source: { readonly name: string; readonly sha256: string },
  change: Change,
  { kind = "import", evidence = [], figures = [] }: Partial<Arrival> = {},
): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO reports (id, title, provider, framework_id, inspection_date, stage, revision, source_name,
         source_sha256, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 'draft', 1, ?, ?, ?, ?)`,
    ).run(
      reportId,
      draft.title,
      draft.provider,
      draft.frameworkId,
      draft.inspectionDate,
      source.name,
      source.sha256,
      change.at,
      change.at,
    );
    // Before the blocks: their ties are to items that are there.
    for (const item of evidence) putEvidence(db, reportId, item);
    for (const figure of figures) writeFigure(db, reportId, figure);
    insertBlocks(db, reportId, draft.blocks);
    draft.judgements.forEach((judgement, ordinal) => writeJudgement(db, reportId, judgement, ordinal));
    const forward = puts(draft.blocks);
    const inverse: BlockOperation[] = draft.blocks.map((block) => ({ op: "remove", blockId: block.id }));
    appendToLog(db, reportId, { revision: 1, kind, forward, inverse, ...change });
  })();
}

function puts(blocks: readonly Block[]): BlockOperation[] {
  return blocks.map((block, index) => ({ op: "put", block, afterId: blocks[index - 1]?.id ?? null }));
}

/**
 * Applies the operations as one revision: all of them and their line in the log, or nothing.
 *
 * @param alsoDo runs in the same transaction, before the revision is counted up
 * @returns the new revision
 * @throws Fault not-found, conflict (somebody saved since `baseRevision`), shrinkage
 */
export function applyChange(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  kind: OperationKind,
  operations: readonly BlockOperation[],
  change: Change,
  alsoDo: (revision: number) => void = () => {},
): number {
  return db.transaction(() => {
    const revision = nextRevision(db, reportId, baseRevision);
    const before = countBlocks(db, reportId);
    const inverse = operations.map((operation) => applyToStore(db, reportId, operation)).reverse();
    refuseShrinkage(before, countBlocks(db, reportId), inverse);
    alsoDo(revision);
    db.prepare("UPDATE reports SET revision = ?, changed_at = ? WHERE id = ?").run(
      revision,
      change.at,
      reportId,
    );
    appendToLog(db, reportId, { revision, kind, forward: operations, inverse, ...change });
    return revision;
  })();
}

const Head = z.object({ revision: z.int(), frameworkId: FrameworkId.nullable(), changedAt: z.string() });

/**
 * What is known of a report without reading its blocks.
 *
 * @throws Fault `not-found`
 */
export function getReportHead(db: ReadDb, reportId: ReportId): z.infer<typeof Head> {
  const row = db
    .prepare(
      "SELECT revision, framework_id AS frameworkId, changed_at AS changedAt FROM reports WHERE id = ?",
    )
    .get(reportId);
  if (row === undefined) throw noSuchReport();
  return Head.parse(row);
}

function nextRevision(db: ReadDb, reportId: ReportId, baseRevision: number): number {
  const { revision } = getReportHead(db, reportId);
  if (revision !== baseRevision) {
    throw new Fault(
      "conflict",
      "This report was changed elsewhere since this window last saved it.",
      "Your text is still in the window: copy what you need, then reload the report.",
    );
  }
  return revision + 1;
}

const countBlocks = (db: ReadDb, reportId: ReportId): number =>
  z
    .object({ n: z.int() })
    .parse(db.prepare("SELECT count(*) AS n FROM blocks WHERE report_id = ?").get(reportId)).n;

/** The number of blocks may only change by what the operations say: anything else would lose text in silence. */
function refuseShrinkage(before: number, after: number, inverse: readonly BlockOperation[]): void {
  const inserted = inverse.filter((operation) => operation.op === "remove").length;
  const removed = inverse.filter((operation) => operation.op === "put").length;
  if (after < before && after - before < inserted - removed) {
    throw new Fault(
      "shrinkage",
      "The change would have removed text that it did not name, so it was refused.",
      "Nothing was lost. Reload the report; if this happens again, export it and report the fault.",
    );
  }
}

export function describeReport(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  fields: {
    readonly title?: string | undefined;
    readonly provider?: string | undefined;
  },
  change: Change,
): number {
  return applyChange(db, reportId, baseRevision, "describe", [], change, () => {
    for (const [column, value] of Object.entries(fields)) {
      // Column names come from the contract's own keys, never from outside.
      if (value !== undefined)
        db.prepare(`UPDATE reports SET ${column} = ? WHERE id = ?`).run(value, reportId);
    }
  });
}

export function archiveReport(db: WriteDb, reportId: ReportId, archived: boolean): void {
  const { changes } = db
    .prepare("UPDATE reports SET archived = ? WHERE id = ?")
    .run(archived ? 1 : 0, reportId);
  if (changes === 0) throw noSuchReport();
}
