import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Word templates: the file, the paragraph styles it has, and which of them stands for each of ours (both as JSON).
 * One that was removed can be brought back until the next is added. */
export const m0010WordTemplates: Migration = {
  version: 10,
  name: "word-templates",
  up: (db) =>
    void db.exec(`
CREATE TABLE word_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  styles TEXT NOT NULL,
  chosen TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;
`),
};
