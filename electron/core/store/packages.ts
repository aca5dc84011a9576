import { z } from "zod";
import type { ReadDb, WriteDb } from "#electron/core/store/database.ts";
import type { Change } from "#electron/core/store/reports.ts";
import { Block } from "#shared/domain/block.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { Judgement } from "#shared/domain/report.ts";
import { Assignment, type PackageContent } from "#shared/domain/review-package.ts";

const Text = z.object({
  blocks: z.array(Block),
  judgements: z.array(Judgement),
  /** Null of packages that were taken before it went along. */
  assignment: Assignment.nullable().default(null),
  /** By the clock of the other desk: what is said beside the text makes no revision. */
  sentAt: z.iso.datetime().nullable().default(null),
});

/** A package that was taken in. */
export interface TakenPackage {
  readonly id: string;
  /** Where the report stood at the other desk. */
  readonly state: PackageContent["state"];
  /** The revision it became here. */
  readonly ourRevision: number;
  readonly text: z.infer<typeof Text>;
}

const Row = z
  .object({
    id: z.string(),
    library_id: z.string(),
    their_revision: z.int(),
    their_hash: z.string(),
    our_revision: z.int(),
    content: z.string(),
  })
  .transform((row): TakenPackage => ({
    id: row.id,
    state: { libraryId: row.library_id, revision: row.their_revision, hash: row.their_hash },
    ourRevision: row.our_revision,
    text: Text.parse(JSON.parse(row.content)),
  }));

/** Those of one report that came from one library, oldest state first. */
export const listTaken = (db: ReadDb, reportId: ReportId, libraryId: string): TakenPackage[] =>
  db
    .prepare(
      "SELECT * FROM packages WHERE report_id = ? AND library_id = ? ORDER BY their_revision, our_revision",
    )
    .all(reportId, libraryId)
    .map((row) => Row.parse(row));

export const isTaken = (db: ReadDb, packageId: string): boolean =>
  db.prepare("SELECT 1 FROM packages WHERE id = ?").get(packageId) !== undefined;

/** The last state that was merged, of every library the report came from. */
export const lastTaken = (db: ReadDb, reportId: ReportId): PackageContent["knows"] => {
  const rows = db
    .prepare("SELECT * FROM packages WHERE report_id = ? ORDER BY their_revision, our_revision")
    .all(reportId)
    .map((row) => Row.parse(row))
    .map(({ state, text }) => ({ ...state, assignment: text.assignment }));
  return [...new Map(rows.map((state) => [state.libraryId, state])).values()];
};

export const insertTaken = (
  db: WriteDb,
  reportId: ReportId,
  { id, state, ourRevision, text }: TakenPackage,
  { by, at }: Change,
): void =>
  void db
    .prepare("INSERT INTO packages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    .run(
      id,
      reportId,
      state.libraryId,
      state.revision,
      state.hash,
      ourRevision,
      JSON.stringify(text),
      by,
      at,
    );

/** The key that a library signs with, as it was compared once; null for one that is not known. */
export function findKnownKey(db: ReadDb, libraryId: string): string | null {
  const row = db.prepare("SELECT public_key AS key FROM known_desks WHERE library_id = ?").get(libraryId);
  return row === undefined ? null : z.object({ key: z.string() }).parse(row).key;
}

export const insertKnownKey = (
  db: WriteDb,
  libraryId: string,
  publicKey: string,
  name: string,
  at: string,
): void => void db.prepare("INSERT INTO known_desks VALUES (?, ?, ?, ?)").run(libraryId, publicKey, name, at);
