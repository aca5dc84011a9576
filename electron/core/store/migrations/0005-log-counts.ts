import type { Migration } from "#electron/core/store/migrations/migration.ts";

/** Figures that count the evidence log: which kind of item, and the items or the people. */
export const m0005LogCounts: Migration = {
  version: 5,
  name: "log-counts",
  up: (db) => void db.exec("ALTER TABLE figures ADD COLUMN counts TEXT"),
};
