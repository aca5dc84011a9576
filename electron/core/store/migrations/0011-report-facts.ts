import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** What a report is in numbers at a revision, worked out by the rules of one version of the program: a cache. */
export const m0011ReportFacts: Migration = {
  version: 11,
  name: "report-facts",
  up: (db) =>
    void db.exec(`
CREATE TABLE report_facts (
  report_id TEXT PRIMARY KEY REFERENCES reports(id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`),
};
