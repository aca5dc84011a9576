import { z } from "zod";
import { listBlocks } from "#electron/core/store/blocks.ts";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import {
  highestReference,
  listEvidence,
  putAllEvidence,
  referenceOf,
  removeAllEvidence,
  takenReferences,
} from "#electron/core/store/evidence.ts";
import { listFigures } from "#electron/core/store/figures.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { Evidence, fieldsOf } from "#shared/domain/evidence.ts";
import type { EvidenceId, ReportId } from "#shared/domain/ids.ts";
import { type DuplicateChoice, findDuplicates, merged } from "#shared/evidence/duplicates.ts";
import type { ImportRow } from "#shared/evidence/read-rows.ts";
import { Fault } from "#shared/fault.ts";

export interface ImportPlan {
  readonly importId: string;
  readonly fileName: string;
  readonly rows: readonly ImportRow[];
  /** What is done with a row that is in the log, or in the sheet, already. */
  choose(row: number): DuplicateChoice;
  newId(): string;
}

export interface ImportTally {
  readonly added: number;
  readonly merged: number;
  readonly skipped: number;
}

/** Takes the rows in as items, all of them in one transaction, and notes what each was before and after. */
export function importEvidence(
  db: WriteDb,
  reportId: ReportId,
  plan: ImportPlan,
  change: Change,
): ImportTally {
  return db.transaction(() => {
    db.prepare(
      "INSERT INTO evidence_imports (id, report_id, file_name, imported_by, imported_at) VALUES (?, ?, ?, ?, ?)",
    ).run(plan.importId, reportId, plan.fileName, change.by, change.at);
    const log = listEvidence(db, reportId);
    const duplicates = findDuplicates(plan.rows, log);
    const before = new Map(log.map((item) => [item.id, item]));
    const after = new Map<EvidenceId, Evidence>();
    const ofRow = new Map<number, EvidenceId>();
    const taken = takenReferences(db, reportId);
    let number = plan.rows.reduce(
      (highest, { reference }) => Math.max(highest, numberOf(reference)),
      highestReference(db, reportId),
    );
    const tally = { added: 0, merged: 0, skipped: 0 };
    for (const { row, reference, fields } of plan.rows) {
      const original = duplicates.get(row);
      const choice = original ? plan.choose(row) : "add";
      const id = original?.kind === "row" ? ofRow.get(original.row) : original?.evidenceId;
      const old = id && (after.get(id) ?? before.get(id));
      const both = choice === "merge" && old ? merged(fieldsOf(old), fields) : null;
      if (old && both) {
        after.set(old.id, { ...old, ...both });
        tally.merged += 1;
      } else if (choice === "skip") tally.skipped += 1;
      else {
        const own = reference !== null && !taken.has(reference) ? reference : referenceOf(++number);
        taken.add(own);
        const item = Evidence.parse({ ...fields, id: plan.newId(), reference: own });
        after.set(item.id, item);
        ofRow.set(row, item.id);
        tally.added += 1;
      }
    }
    const note = db.prepare(
      "INSERT INTO evidence_import_items (import_id, evidence_id, imported, before) VALUES (?, ?, ?, ?)",
    );
    putAllEvidence(db, reportId, after.values());
    for (const item of after.values()) {
      const old = before.get(item.id);
      note.run(plan.importId, item.id, JSON.stringify(item), old ? JSON.stringify(old) : null);
    }
    return tally;
  })();
}

const numberOf = (reference: string | null): number => (reference === null ? 0 : Number(reference.slice(2)));

/** An item that an undone import left as it is. */
export interface LeftItem {
  readonly reference: string;
  readonly why: "tied" | "edited";
}

const ImportItem = z.object({
  evidence_id: z.custom<EvidenceId>(),
  imported: z.string(),
  before: z.string().nullable(),
});

/**
 * Takes back what an import did, in one transaction. Items that somebody has edited or tied since stay.
 *
 * @throws Fault `not-found` when there is no such import, or it was undone before
 */
export function undoImport(
  db: WriteDb,
  reportId: ReportId,
  importId: string,
  { at }: Change,
): { removed: number; restored: number; left: LeftItem[] } {
  return db.transaction(() => {
    const { changes } = db
      .prepare(
        "UPDATE evidence_imports SET undone_at = ? WHERE id = ? AND report_id = ? AND undone_at IS NULL",
      )
      .run(at, importId, reportId);
    if (changes === 0)
      throw new Fault(
        "not-found",
        "That import is undone already.",
        "Reload the report to see the current list.",
      );
    const tied = tiedItems(db, reportId);
    const left: LeftItem[] = [];
    const rows = db
      .prepare("SELECT evidence_id, imported, before FROM evidence_import_items WHERE import_id = ?")
      .all(importId)
      .map((row) => ImportItem.parse(row));
    const noted = new Map(rows.map((row) => [row.evidence_id, row]));
    const removed: EvidenceId[] = [];
    const restored: Evidence[] = [];
    // What somebody has removed meanwhile is not in the log: that is what undoing wants, too.
    for (const item of listEvidence(db, reportId)) {
      const row = noted.get(item.id);
      if (!row) continue;
      const { imported, before } = row;
      if (JSON.stringify(item) !== JSON.stringify(Evidence.parse(JSON.parse(imported))))
        left.push({ reference: item.reference, why: "edited" });
      else if (before !== null) restored.push(Evidence.parse(JSON.parse(before)));
      else if (tied.has(item.id)) left.push({ reference: item.reference, why: "tied" });
      else removed.push(item.id);
    }
    putAllEvidence(db, reportId, restored);
    removeAllEvidence(db, removed, at);
    return { removed: removed.length, restored: restored.length, left };
  })();
}

/** What paragraphs rest on or cite, and figures come from. */
function tiedItems(db: ReadDb, reportId: ReportId): Set<EvidenceId> {
  const tied = new Set<EvidenceId>();
  for (const { evidenceIds, inlines } of listBlocks(db, reportId)) {
    for (const id of evidenceIds) tied.add(id);
    for (const inline of inlines) if (inline.kind === "evidence") tied.add(inline.evidenceId);
  }
  for (const { evidenceId } of listFigures(db, reportId)) if (evidenceId) tied.add(evidenceId);
  return tied;
}
