import { createHash } from "node:crypto";
import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { LedgerEntry, LedgerFact, type Role } from "#shared/domain/ledger.ts";

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

/** In the order in which it was written. */
export const listLedger = (db: ReadDb, reportId: ReportId): LedgerEntry[] =>
  db
    .prepare("SELECT * FROM ledger WHERE report_id = ? ORDER BY number")
    .all(reportId)
    .map((row) => Row.parse(row));

/** Adds a line; the chain goes on from the last one. To be called within the transaction of what it tells. */
export function appendToLedger(
  db: WriteDb,
  reportId: ReportId,
  revision: number,
  fact: LedgerFact,
  { by, role, at }: Writer,
): LedgerEntry {
  const last = listLedger(db, reportId).at(-1);
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

/** The number of the first line that does not follow from the one before; null where all do. */
export function brokenAt(ledger: readonly LedgerEntry[]): number | null {
  let previous = "";
  for (const [index, { hash, ...line }] of ledger.entries()) {
    if (line.number !== index + 1 || hash !== hashOf(line, previous)) return index + 1;
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
