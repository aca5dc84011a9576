import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Comments are given to somebody, kept to oneself, suggest other words, or ask about a finding. */
export const m0008Suggestions: Migration = {
  version: 8,
  name: "suggestions",
  up: (db) =>
    void db.exec(`
ALTER TABLE comments ADD COLUMN assigned_to TEXT NOT NULL DEFAULT '';
ALTER TABLE comments ADD COLUMN private INTEGER NOT NULL DEFAULT 0;
ALTER TABLE comments ADD COLUMN suggestion TEXT;
ALTER TABLE comments ADD COLUMN finding TEXT;
`),
};
