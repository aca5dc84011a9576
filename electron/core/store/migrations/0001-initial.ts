import type { Migration } from "#electron/core/store/migrations/migration.ts";

/**
 * The first schema. Blocks are the unit of storage; ties live in tables of their own and nowhere else; the
 * operation log holds every change with its inverse, ordered by revision and never by clock.
 */
export const m0001Initial: Migration = {
  version: 1,
  name: "initial",
  up: (db) =>
    void db.exec(`
CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  provider TEXT NOT NULL,
  framework_id TEXT,
  inspection_date TEXT,
  stage TEXT NOT NULL,
  revision INTEGER NOT NULL,
  archived INTEGER NOT NULL DEFAULT 0,
  source_name TEXT NOT NULL DEFAULT '',
  source_sha256 TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE blocks (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position REAL NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  text TEXT NOT NULL,
  words INTEGER NOT NULL,
  UNIQUE (report_id, id)
) STRICT;
CREATE UNIQUE INDEX blocks_in_order ON blocks (report_id, position);

CREATE TABLE block_areas (
  block_seq INTEGER NOT NULL REFERENCES blocks(seq) ON DELETE CASCADE,
  area_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (block_seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgements (
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  area_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  grade_id TEXT,
  rationale TEXT NOT NULL,
  row_text TEXT,
  PRIMARY KEY (report_id, area_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement_changes (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  area_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  from_grade TEXT,
  to_grade TEXT,
  rationale TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX judgement_changes_of_area ON judgement_changes (report_id, area_id, seq);

CREATE TABLE evidence (
  seq INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  id TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  source TEXT NOT NULL,
  people INTEGER,
  notes TEXT NOT NULL,
  speaks_for TEXT NOT NULL,
  UNIQUE (report_id, reference)
) STRICT;

CREATE TABLE evidence_areas (
  evidence_seq INTEGER NOT NULL REFERENCES evidence(seq) ON DELETE CASCADE,
  area_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (evidence_seq, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE block_evidence (
  block_seq INTEGER NOT NULL REFERENCES blocks(seq) ON DELETE CASCADE,
  evidence_id TEXT NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (block_seq, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_evidence_by_item ON block_evidence (evidence_id);

CREATE TABLE operations (
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  forward TEXT NOT NULL,
  inverse TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (report_id, revision)
) STRICT;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE block_search USING fts5(text, content='blocks', content_rowid='seq', tokenize='porter unicode61');
INSERT INTO block_search (block_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER block_search_insert AFTER INSERT ON blocks BEGIN
  INSERT INTO block_search (rowid, text) VALUES (new.seq, new.text);
END;
CREATE TRIGGER block_search_delete AFTER DELETE ON blocks BEGIN
  INSERT INTO block_search (block_search, rowid, text) VALUES ('delete', old.seq, old.text);
END;
CREATE TRIGGER block_search_update AFTER UPDATE OF text ON blocks WHEN old.text <> new.text BEGIN
  INSERT INTO block_search (block_search, rowid, text) VALUES ('delete', old.seq, old.text);
  INSERT INTO block_search (rowid, text) VALUES (new.seq, new.text);
END;

CREATE VIRTUAL TABLE evidence_search USING fts5(title, notes, source, content='evidence', content_rowid='seq', tokenize='porter unicode61');
INSERT INTO evidence_search (evidence_search, rank) VALUES ('secure-delete', 1);
CREATE TRIGGER evidence_search_insert AFTER INSERT ON evidence BEGIN
  INSERT INTO evidence_search (rowid, title, notes, source) VALUES (new.seq, new.title, new.notes, new.source);
END;
CREATE TRIGGER evidence_search_delete AFTER DELETE ON evidence BEGIN
  INSERT INTO evidence_search (evidence_search, rowid, title, notes, source)
    VALUES ('delete', old.seq, old.title, old.notes, old.source);
END;
CREATE TRIGGER evidence_search_update AFTER UPDATE ON evidence BEGIN
  INSERT INTO evidence_search (evidence_search, rowid, title, notes, source)
    VALUES ('delete', old.seq, old.title, old.notes, old.source);
  INSERT INTO evidence_search (rowid, title, notes, source) VALUES (new.seq, new.title, new.notes, new.source);
END;
`),
};
