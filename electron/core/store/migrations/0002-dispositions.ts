import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Answers to findings, one row each time somebody answers; a state of null takes the answer back. */
export const m0002Dispositions: Migration = {
  version: 2,
  name: "dispositions",
  up: (db) =>
    void db.exec(`
CREATE TABLE dispositions (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  basis TEXT NOT NULL,
  rule TEXT NOT NULL,
  area_id TEXT,
  block_id TEXT,
  state TEXT,
  reason TEXT NOT NULL,
  given_by TEXT NOT NULL,
  given_at TEXT NOT NULL
) STRICT;
CREATE INDEX dispositions_of_finding ON dispositions (report_id, fingerprint, seq);
`),
};
