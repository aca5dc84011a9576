import type Database from "better-sqlite3";
import { migrations } from "#electron/core/store/migrations/index.ts";

export const SCHEMA_VERSION = migrations.length;

/** Runs what is pending up to `target`, each step with its version in one transaction: a kill leaves old or new. */
export function migrate(db: Database.Database, target = SCHEMA_VERSION): void {
  const current = Number(db.pragma("user_version", { simple: true }));
  for (const migration of migrations.slice(current, target)) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version=${migration.version}`);
    }).immediate();
  }
}
