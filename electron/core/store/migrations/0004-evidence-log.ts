import type { Migration } from "#electron/core/store/migrations/migration.ts";

/**
 * The evidence log: what an item says in which direction and how much of it may go outside, files kept with it, removal
 * that can be undone, why it is tied to a block, and what each import of a spreadsheet brought in.
 */
export const m0004EvidenceLog: Migration = {
  version: 4,
  name: "evidence-log",
  up: (db) =>
    void db.exec(`
ALTER TABLE evidence RENAME COLUMN speaks_for TO direction;
UPDATE evidence SET direction = 'context' WHERE direction = 'neither';
ALTER TABLE evidence ADD COLUMN sensitivity TEXT NOT NULL DEFAULT 'paraphrase';
ALTER TABLE evidence ADD COLUMN removed_at TEXT;
DROP TRIGGER evidence_search_update;
CREATE TRIGGER evidence_search_update AFTER UPDATE ON evidence
WHEN old.title <> new.title OR old.notes <> new.notes OR old.source <> new.source BEGIN
  INSERT INTO evidence_search (evidence_search, rowid, title, notes, source)
    VALUES ('delete', old.seq, old.title, old.notes, old.source);
  INSERT INTO evidence_search (rowid, title, notes, source) VALUES (new.seq, new.title, new.notes, new.source);
END;

ALTER TABLE block_evidence ADD COLUMN bearing TEXT;

ALTER TABLE figures ADD COLUMN unit TEXT NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN population TEXT NOT NULL DEFAULT '';
ALTER TABLE figures ADD COLUMN derived TEXT;

CREATE TABLE attachment_contents (
  hash TEXT PRIMARY KEY,
  bytes BLOB NOT NULL,
  size INTEGER NOT NULL
) STRICT;

CREATE TABLE evidence_attachments (
  seq INTEGER PRIMARY KEY,
  evidence_id TEXT NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
  hash TEXT NOT NULL REFERENCES attachment_contents(hash),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (evidence_id, hash)
) STRICT;
CREATE INDEX evidence_attachments_by_content ON evidence_attachments (hash);
CREATE TRIGGER attachment_contents_unused AFTER DELETE ON evidence_attachments
WHEN NOT EXISTS (SELECT 1 FROM evidence_attachments WHERE hash = old.hash) BEGIN
  DELETE FROM attachment_contents WHERE hash = old.hash;
END;

CREATE TABLE evidence_imports (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE,
  file_name TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  undone_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_import_items (
  import_id TEXT NOT NULL REFERENCES evidence_imports(id) ON DELETE CASCADE,
  evidence_id TEXT NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
  imported TEXT NOT NULL,
  before TEXT,
  PRIMARY KEY (import_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_import_items_by_item ON evidence_import_items (evidence_id);
`),
};
