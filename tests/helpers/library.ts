import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { type Library, openLibrary } from "#electron/core/store/database.ts";
import { randomKey } from "#electron/core/store/key.ts";
import { migrate } from "#electron/core/store/migrate.ts";
import { insertReport } from "#electron/core/store/reports.ts";
import { ReportId } from "#shared/domain/ids.ts";
import type { ReportDraft } from "#shared/domain/report.ts";

export const memoryLibrary = (): Library => openLibrary(":memory:", randomKey());

/** A bare database whose schema is at the version, for tests of the migration after it. */
export function storeAt(version: number): Database.Database {
  const db = new Database(":memory:");
  migrate(db, version);
  return db;
}

export const AT = "2026-01-02T03:04:05.000Z";
export const change = { by: "a.tester", at: AT };
export const writer = { ...change, role: "lead" } as const;

export function addReport(library: Library, draft: ReportDraft): ReportId {
  const reportId = ReportId.parse(randomUUID());
  insertReport(library.write, reportId, draft, { name: "draft.txt", sha256: "0".repeat(64) }, change);
  return reportId;
}
