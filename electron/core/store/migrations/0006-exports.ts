import type { Migration } from "#electron/core/store/migrations/migration.ts";

/**
 * What was let out of the desk: which format of which revision, and where something was found before that, what it was
 * (fingerprints, as JSON) and the reason that was given. Nothing of the files themselves.
 */
export const m0006Exports: Migration = {
  version: 6,
  name: "exports",
  up: (db) =>
    void db.exec(`
CREATE TABLE exports (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  format TEXT NOT NULL,
  let_out TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX exports_of_report ON exports (report_id, seq);
`),
};
