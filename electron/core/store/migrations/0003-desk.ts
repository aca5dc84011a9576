import type { Migration } from "#electron/core/store/migrations/migration.ts";

/**
 * What the drafting desk keeps besides the text: versions with a name, comments on words, the register of figures, and
 * the spelling words everybody who opens this library shares.
 */
export const m0003Desk: Migration = {
  version: 3,
  name: "desk",
  up: (db) =>
    void db.exec(`
CREATE TABLE named_versions (
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  named_by TEXT NOT NULL,
  named_at TEXT NOT NULL,
  PRIMARY KEY (report_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE comments (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  answers TEXT REFERENCES comments(id) ON DELETE CASCADE,
  block_id TEXT,
  quote TEXT NOT NULL,
  at_offset INTEGER NOT NULL,
  text TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  resolved_by TEXT,
  resolved_at TEXT,
  removed_at TEXT
) STRICT;
CREATE INDEX comments_of_report ON comments (report_id, seq);

CREATE TABLE figures (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  value TEXT NOT NULL,
  as_at TEXT,
  evidence_id TEXT REFERENCES evidence(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX figures_of_report ON figures (report_id, seq);

CREATE TABLE shared_words (
  word TEXT PRIMARY KEY,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`),
};
