import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Factual accuracy checks: which revision was issued to whom, and what the inspected body said of it. `block_ids` and
 * `changes` are JSON; a row that was taken back keeps its words. */
export const m0012FactualChecks: Migration = {
  version: 12,
  name: "factual-checks",
  up: (db) =>
    void db.exec(`
CREATE TABLE factual_checks (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  issued_to TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  closed_by TEXT,
  closed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX factual_checks_of_report ON factual_checks (report_id, revision);
-- While one is answered, another is not issued.
CREATE UNIQUE INDEX one_open_factual_check ON factual_checks (report_id) WHERE closed_at IS NULL;

CREATE TABLE factual_comments (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  check_id TEXT NOT NULL REFERENCES factual_checks(id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  source_key TEXT,
  place TEXT NOT NULL,
  quote TEXT NOT NULL,
  text TEXT NOT NULL,
  shows TEXT NOT NULL,
  kind TEXT NOT NULL,
  kind_by TEXT NOT NULL,
  block_ids TEXT NOT NULL,
  placed_by TEXT NOT NULL,
  note TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'open',
  reason TEXT NOT NULL DEFAULT '',
  changes TEXT NOT NULL DEFAULT '[]',
  answered_by TEXT,
  answered_at TEXT,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX factual_comments_of_check ON factual_comments (check_id, seq);
-- The same row of the same form is there once.
CREATE UNIQUE INDEX factual_comment_once ON factual_comments (check_id, source_key) WHERE removed_at IS NULL;
`),
};
