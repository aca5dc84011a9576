import { z } from "zod";
import { listBlocks } from "#electron/core/store/blocks.ts";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { readApprovalsNeeded } from "#electron/core/store/desk.ts";
import { listJudgements } from "#electron/core/store/judgements.ts";
import { appendToLedger, checkedLedger, listLedger, type Writer } from "#electron/core/store/ledger.ts";
import { applyChange, noSuchReport } from "#electron/core/store/reports.ts";
import type { ReviewLine, ReviewState } from "#shared/api/review.ts";
import type { AreaId, ReportId } from "#shared/domain/ids.ts";
import type { LedgerFact } from "#shared/domain/ledger.ts";
import { type Stage, STAGES } from "#shared/domain/report.ts";
import { areaBasis, reportBasis } from "#shared/review/basis.ts";
import { findMove } from "#shared/review/stages.ts";
import { approvers, reviewedAt } from "#shared/review/standing.ts";
import { Fault } from "#shared/fault.ts";

const Row = z.object({
  id: z.string(),
  stage: z.enum(STAGES),
  revision: z.int(),
  assigned_to: z.string(),
  due_on: z.string().nullable(),
  changed_at: z.string(),
});
const COLUMNS = "id, stage, revision, assigned_to, due_on, changed_at";

/** @throws Fault `not-found` */
function getRow(db: ReadDb, reportId: ReportId): z.infer<typeof Row> {
  const row = db.prepare(`SELECT ${COLUMNS} FROM reports WHERE id = ?`).get(reportId);
  if (row === undefined) throw noSuchReport();
  return Row.parse(row);
}

/** @throws Fault `not-found` */
export function reviewState(db: ReadDb, reportId: ReportId): ReviewState {
  const { stage, revision, assigned_to, due_on, changed_at } = getRow(db, reportId);
  return {
    stage,
    assignedTo: assigned_to,
    dueOn: due_on,
    approvalsNeeded: readApprovalsNeeded(db),
    ...checkedLedger(db, reportId),
    revision,
    savedAt: changed_at,
  };
}

/** Every report that is not archived, as the desk of that name sees it. */
export const listReviews = (db: ReadDb, name: string): ReviewLine[] =>
  db
    .prepare(`SELECT ${COLUMNS} FROM reports WHERE archived = 0 ORDER BY changed_at DESC`)
    .all()
    .map((found) => {
      const row = Row.parse(found);
      const reportId = row.id as ReportId;
      const ledger = listLedger(db, reportId);
      const sent = ledger.findLast(({ fact }) => fact.kind === "stage" && fact.to === "in-review");
      return {
        reportId,
        assignedTo: row.assigned_to,
        dueOn: row.due_on,
        reviewedAt: reviewedAt(ledger, name),
        sentAt: sent?.at ?? null,
      };
    });

export function assignReview(
  db: WriteDb,
  reportId: ReportId,
  { assignedTo, dueOn }: Pick<ReviewState, "assignedTo" | "dueOn">,
): void {
  getRow(db, reportId);
  db.prepare("UPDATE reports SET assigned_to = ?, due_on = ? WHERE id = ?").run(assignedTo, dueOn, reportId);
}

/** Writes a line of the ledger as a revision of its own, and does what it tells in the same transaction. */
const decide = (
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  fact: LedgerFact,
  writer: Writer,
  alsoDo: (revision: number) => void = () => {},
): number =>
  applyChange(db, reportId, baseRevision, "review", [], writer, (revision) => {
    appendToLedger(db, reportId, revision, fact, writer);
    alsoDo(revision);
  });

export const setStage = (db: WriteDb, reportId: ReportId, stage: Stage): void =>
  void db.prepare("UPDATE reports SET stage = ? WHERE id = ?").run(stage, reportId);

/** @throws Fault bad-input where nobody of that role takes that step, or where it wants a reason; conflict */
export function moveStage(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  { to, reason }: { readonly to: Stage; readonly reason: string },
  writer: Writer,
): void {
  const { stage: from } = getRow(db, reportId);
  const move = findMove(from, to, writer.role);
  if (!move)
    throw new Fault(
      "bad-input",
      `From where the report stands, a ${writer.role === "lead" ? "lead inspector" : "reviewer"} does not take that step.`,
      "Look at its stage again: it may have changed, or this desk may have the other role.",
    );
  if (move.needsReason && reason === "")
    throw new Fault("bad-input", `“${move.label}” wants a reason.`, "Write one; it is kept in the ledger.");
  decide(db, reportId, baseRevision, { kind: "stage", from, to, reason }, writer, () =>
    setStage(db, reportId, to),
  );
}

/** @throws Fault bad-input unless a reviewer approves a report in review; conflict */
export function approve(db: WriteDb, reportId: ReportId, baseRevision: number, writer: Writer): void {
  const { stage } = getRow(db, reportId);
  if (writer.role !== "reviewer" || stage !== "in-review")
    throw new Fault(
      "bad-input",
      writer.role === "reviewer"
        ? "Only a report in review can be approved."
        : "A lead inspector does not approve a report.",
      "A reviewer approves it, once the lead has sent it for review.",
    );
  const basis = reportBasis({ blocks: listBlocks(db, reportId), judgements: listJudgements(db, reportId) });
  decide(db, reportId, baseRevision, { kind: "approval", basis }, writer, (revision) => {
    if (approvers(listLedger(db, reportId), basis).length < readApprovalsNeeded(db)) return;
    const fact = { kind: "stage", from: stage, to: "approved", reason: "" } as const;
    appendToLedger(db, reportId, revision, fact, writer);
    setStage(db, reportId, "approved");
  });
}

/** Signs an area off as it is now, or takes the sign-off back. @throws Fault bad-input for a lead; conflict */
export function signOffArea(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  { areaId, signed }: { readonly areaId: AreaId; readonly signed: boolean },
  writer: Writer,
): void {
  if (writer.role !== "reviewer")
    throw new Fault(
      "bad-input",
      "Areas are signed off by a reviewer.",
      "Change the role of this desk first.",
    );
  const now = { blocks: listBlocks(db, reportId), judgements: listJudgements(db, reportId) };
  const fact = { kind: "sign-off", areaId, basis: signed ? areaBasis(now, areaId) : null } as const;
  decide(db, reportId, baseRevision, fact, writer);
}
