import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Desks that packages came from, by library, with the key they sign with; and the packages that were taken in. */
export const m0009Packages: Migration = {
  version: 9,
  name: "packages",
  up: (db) =>
    void db.exec(`
CREATE TABLE known_desks (
  library_id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  name TEXT NOT NULL,
  trusted_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE packages (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  library_id TEXT NOT NULL,
  their_revision INTEGER NOT NULL,
  their_hash TEXT NOT NULL,
  our_revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX packages_of_report ON packages (report_id, library_id, their_revision);
`),
};
