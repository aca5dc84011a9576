import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Review: five stages, who reviews and until when, and the ledger. Grades that were moved before have no line in it. */
export const m0007Review: Migration = {
  version: 7,
  name: "review",
  up: (db) =>
    void db.exec(`
UPDATE reports SET stage = 'in-review' WHERE stage IN ('review', 'accuracy-check');
ALTER TABLE reports ADD COLUMN assigned_to TEXT NOT NULL DEFAULT '';
ALTER TABLE reports ADD COLUMN due_on TEXT;

CREATE TABLE ledger (
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  fact TEXT NOT NULL,
  written_by TEXT NOT NULL,
  role TEXT NOT NULL,
  written_at TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (report_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_is_only_added_to BEFORE UPDATE ON ledger BEGIN
  SELECT raise(ABORT, 'the ledger is only added to');
END;
`),
};
