import { createHash } from "node:crypto";
import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { type LedgerBreak, LedgerEntry, LedgerFact, type Role } from "#shared/domain/ledger.ts";

/** Who writes a line, in what role, and when. */
export interface Writer extends Change {
  readonly role: Role;
}

const Row = z
  .object({
    number: z.int(),
    revision: z.int(),
    fact: z.string().transform((text) => LedgerFact.parse(JSON.parse(text))),
    written_by: z.string(),
    role: z.string(),
    written_at: z.string(),
    hash: z.string(),
  })
  .transform(({ written_by, written_at, ...row }) =>
    LedgerEntry.parse({ ...row, by: written_by, at: written_at }),
  );

/** What the next line follows from, whether it can be read or not. */
const Last = z.object({ number: z.int(), hash: z.string() });

const read = (db: ReadDb, reportId: ReportId): (LedgerEntry | null)[] =>
  db.prepare("SELECT * FROM ledger WHERE report_id = ? ORDER BY number").all(reportId).map(readLine);

/** Null for a row that somebody made into what is no line. */
function readLine(row: unknown): LedgerEntry | null {
  try {
    return Row.parse(row);
  } catch {
    return null;
  }
}

/** In the order in which it was written; what cannot be read is passed over. */
export const listLedger = (db: ReadDb, reportId: ReportId): LedgerEntry[] =>
  read(db, reportId).filter((entry) => entry !== null);

/** The lines that can be read, and where the ledger is first not as it was written. */
export function checkedLedger(
  db: ReadDb,
  reportId: ReportId,
): { readonly ledger: LedgerEntry[]; readonly broken: LedgerBreak | null } {
  const lines = read(db, reportId);
  const broken =
    breakOf(lines) ??
    (lacksDecision(db, reportId) ? ({ number: lines.length + 1, how: "cut-off" } as const) : null);
  return { ledger: lines.filter((entry) => entry !== null), broken };
}

/**
 * Whether the log of the report has a decision that no line tells, as when lines were taken off the end. Grades moved before
 * there was a ledger have no line: those before the first line of this library are not asked for.
 */
const lacksDecision = (db: ReadDb, reportId: ReportId): boolean =>
  db
    .prepare(
      `WITH told AS (SELECT revision FROM ledger WHERE report_id = :id),
         decided AS (SELECT revision, kind FROM operations WHERE report_id = :id AND (kind = 'review' OR kind = 'grade'
           AND EXISTS (SELECT 1 FROM judgement_changes AS moved WHERE moved.report_id = :id
             AND moved.revision = operations.revision AND moved.from_grade IS NOT moved.to_grade)))
       SELECT 1 FROM decided WHERE revision NOT IN told
         AND (kind = 'review' OR revision > (SELECT min(revision) FROM decided WHERE revision IN told OR kind = 'review'))
       LIMIT 1`,
    )
    .get({ id: reportId }) !== undefined;

/** Adds a line; the chain goes on from the last one. To be called within the transaction of what it tells. */
export function appendToLedger(
  db: WriteDb,
  reportId: ReportId,
  revision: number,
  fact: LedgerFact,
  { by, role, at }: Writer,
): LedgerEntry {
  const last = Last.optional().parse(
    db.prepare("SELECT number, hash FROM ledger WHERE report_id = ? ORDER BY number DESC").get(reportId),
  );
  const line = { number: (last?.number ?? 0) + 1, revision, fact: LedgerFact.parse(fact), by, role, at };
  const entry = { ...line, hash: hashOf(line, last?.hash ?? "") };
  insertLedgerEntry(db, reportId, entry);
  return entry;
}

/** Writes a line as it is: one that was just made, or one of a ledger that came with a package and was verified. */
export const insertLedgerEntry = (db: WriteDb, reportId: ReportId, entry: LedgerEntry): void =>
  void db
    .prepare(
      `INSERT INTO ledger (report_id, number, revision, fact, written_by, role, written_at, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      reportId,
      entry.number,
      entry.revision,
      JSON.stringify(entry.fact),
      entry.by,
      entry.role,
      entry.at,
      entry.hash,
    );

/** The first line that does not follow from the one before; null where all do. @param lines null for one that cannot be read */
export function breakOf(lines: readonly (LedgerEntry | null)[]): LedgerBreak | null {
  let previous = "";
  for (const [index, entry] of lines.entries()) {
    const number = index + 1;
    if (entry === null) return { number, how: "unreadable" };
    const { hash, ...line } = entry;
    if (line.number > number) return { number, how: "missing" };
    if (line.number < number || hash !== hashOf(line, previous)) return { number, how: "altered" };
    previous = hash;
  }
  return null;
}

/** Over an array, whose order is fixed, and facts in the order in which their parser puts the keys. */
function hashOf(
  { number, revision, fact, by, role, at }: Omit<LedgerEntry, "hash">,
  previous: string,
): string {
  const line = JSON.stringify([previous, number, revision, LedgerFact.parse(fact), by, role, at]);
  return createHash("sha256").update(line).digest("hex");
}
