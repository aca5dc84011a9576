import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import { listFactualComments } from "#electron/core/store/factual-comments.ts";
import { appendToLedger, type Writer } from "#electron/core/store/ledger.ts";
import { applyChange } from "#electron/core/store/reports.ts";
import { nameVersion } from "#electron/core/store/versions.ts";
import { spokenDay } from "#shared/document/draft-from-framework.ts";
import { countAnswers, FactualCheck } from "#shared/domain/factual-check.ts";
import type { FactualCheckId, ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";

const Row = z.object({
  id: z.string(),
  revision: z.int(),
  issued_to: z.string(),
  issued_on: z.string(),
  due_on: z.string(),
  issued_by: z.string(),
  issued_at: z.string(),
  closed_by: z.string().nullable(),
  closed_at: z.string().nullable(),
});

function fromRow(db: ReadDb, found: unknown): FactualCheck {
  const row = Row.parse(found);
  const { id, revision, closed_by, closed_at } = row;
  return FactualCheck.parse({
    id,
    revision,
    to: row.issued_to,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    issued: { by: row.issued_by, at: row.issued_at },
    closed: closed_at === null ? null : { by: closed_by ?? "", at: closed_at },
    comments: listFactualComments(db, id as FactualCheckId),
  });
}

/** Newest first. */
export const listFactualChecks = (db: ReadDb, reportId: ReportId): FactualCheck[] =>
  db
    .prepare("SELECT * FROM factual_checks WHERE report_id = ? ORDER BY revision DESC")
    .all(reportId)
    .map((row) => fromRow(db, row));

/** @throws Fault `not-found` */
export function getFactualCheck(db: ReadDb, reportId: ReportId, checkId: FactualCheckId): FactualCheck {
  const row = db
    .prepare("SELECT * FROM factual_checks WHERE report_id = ? AND id = ?")
    .get(reportId, checkId);
  if (row !== undefined) return fromRow(db, row);
  throw new Fault(
    "not-found",
    "This report has no such factual accuracy check.",
    "Open the report again to see what there is.",
  );
}

/** @throws Fault `bad-input` once it is closed; not-found */
export function requireOpen(db: ReadDb, reportId: ReportId, checkId: FactualCheckId): FactualCheck {
  const check = getFactualCheck(db, reportId, checkId);
  if (!check.closed) return check;
  throw new Fault("bad-input", "This factual accuracy check is closed.", "Open it again first.");
}

/** @throws Fault `bad-input` while a check is open */
export function refuseSecondIssue(db: ReadDb, reportId: ReportId): void {
  if (listFactualChecks(db, reportId).every(({ closed }) => closed)) return;
  throw new Fault(
    "bad-input",
    "This report is out for factual accuracy already.",
    "Close that check first; then it can be issued again.",
  );
}

export type Issue = Pick<FactualCheck, "to" | "issuedOn" | "dueOn">;

/**
 * Issues the text as it stands: a revision of its own that is named, written into the ledger and kept.
 *
 * @throws Fault bad-input while another check is open, or where the answer is due before the issue; conflict
 */
export function issueFactualCheck(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  checkId: FactualCheckId,
  { to, issuedOn, dueOn }: Issue,
  writer: Writer,
): void {
  if (dueOn < issuedOn)
    throw new Fault(
      "bad-input",
      "The comments would be due before the report is issued.",
      "Give a later day for when they are due.",
    );
  refuseSecondIssue(db, reportId);
  applyChange(db, reportId, baseRevision, "review", [], writer, (revision) => {
    db.prepare(
      `INSERT INTO factual_checks (id, report_id, revision, issued_to, issued_on, due_on, issued_by, issued_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(checkId, reportId, revision, to, issuedOn, dueOn, writer.by, writer.at);
    appendToLedger(db, reportId, revision, { kind: "facts-issued", checkId, to, issuedOn, dueOn }, writer);
  });
  // The revision is there once the change is made; both are one transaction of the caller.
  const { revision } = getFactualCheck(db, reportId, checkId);
  nameVersion(db, reportId, revision, `Issued for factual accuracy, ${spokenDay(issuedOn)}`, writer);
}

/** @throws Fault `bad-input` for a revision that went out to be checked: it keeps its name */
export function refuseIssued(db: ReadDb, reportId: ReportId, revision: number): void {
  const issued = db
    .prepare("SELECT 1 FROM factual_checks WHERE report_id = ? AND revision = ?")
    .get(reportId, revision);
  if (issued === undefined) return;
  throw new Fault(
    "bad-input",
    "This version was issued for factual accuracy, and is kept under a name.",
    "Give it another name, if you like.",
  );
}

/** Closes the check once everything is answered, or opens it again. @throws Fault bad-input, conflict */
export function closeFactualCheck(
  db: WriteDb,
  reportId: ReportId,
  baseRevision: number,
  checkId: FactualCheckId,
  closed: boolean,
  writer: Writer,
): void {
  const check = getFactualCheck(db, reportId, checkId);
  if ((check.closed !== null) === closed) return;
  const { open, accepted, inPart, notAccepted } = countAnswers(check.comments);
  if (closed && open > 0)
    throw new Fault(
      "bad-input",
      `${open === 1 ? "One comment is" : `${open} comments are`} not answered yet.`,
      "Say of each whether it is accepted, then close the check.",
    );
  if (!closed && listFactualChecks(db, reportId).some((other) => !other.closed))
    throw new Fault("bad-input", "Another check of this report is open.", "Close that one first.");
  const fact = { kind: "facts-closed", checkId, closed, accepted, inPart, notAccepted } as const;
  applyChange(db, reportId, baseRevision, "review", [], writer, (revision) => {
    appendToLedger(db, reportId, revision, fact, writer);
    db.prepare("UPDATE factual_checks SET closed_by = ?, closed_at = ? WHERE id = ?").run(
      closed ? writer.by : null,
      closed ? writer.at : null,
      checkId,
    );
  });
}
