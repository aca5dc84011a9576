import { existsSync, rmSync } from "node:fs";
import type Database from "better-sqlite3";
import { z } from "zod";
import { openEncrypted } from "#electron/core/store/database.ts";
import type { LibraryKey } from "#electron/core/store/key.ts";
import type { Pseudonyms } from "#shared/api/pseudonyms.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { nameKey, type Pseudonym } from "#shared/evidence/pseudonyms.ts";

/** Real names and what stands for them, apart from the library so that either can go without the other. */
export interface PseudonymTable {
  list(reportId: ReportId): Pseudonyms;
  /** A name that is known keeps the pseudonym it has. */
  keep(reportId: ReportId, entries: readonly Pseudonym[]): void;
  /** @returns how many names were in it, of all reports */
  purge(): number;
  close(): void;
}

/** "PLMN" */
const APPLICATION_ID = 0x504c4d4e;
const VERSION = 1;

/** The file beside a library. */
const besideLibrary = (libraryPath: string): string =>
  libraryPath === ":memory:" ? libraryPath : `${libraryPath}.names`;

/**
 * The table that belongs to a library, encrypted with the same key. It is opened when it is first asked for, so that a
 * fault in it keeps nobody from their reports, and there is no file until there is a name.
 */
export function pseudonymTable(libraryPath: string, key: LibraryKey): PseudonymTable {
  const path = besideLibrary(libraryPath);
  let db: Database.Database | null = null;
  const open = (): Database.Database =>
    (db ??= openEncrypted(path, key, { applicationId: APPLICATION_ID, version: VERSION, migrate }));
  const isThere = (): boolean => db !== null || (path !== ":memory:" && existsSync(path));
  const close = (): void => {
    db?.close();
    db = null;
  };
  const count = (): number => z.int().parse(open().prepare("SELECT count(*) FROM pseudonyms").pluck().get());
  return {
    list: (reportId) => {
      if (!isThere()) return { entries: [], total: 0 };
      const rows = open()
        .prepare("SELECT real, pseudonym FROM pseudonyms WHERE report_id = ? ORDER BY rowid")
        .all(reportId);
      return {
        entries: z.array(z.object({ real: z.string(), pseudonym: z.string() })).parse(rows),
        total: count(),
      };
    },
    keep: (reportId, entries) => {
      if (entries.length === 0) return;
      const store = open();
      const insert = store.prepare(
        "INSERT INTO pseudonyms (report_id, name_key, real, pseudonym) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
      );
      store.transaction(() => {
        for (const { real, pseudonym } of entries) insert.run(reportId, nameKey(real), real, pseudonym);
      })();
    },
    purge: () => {
      if (!isThere()) return 0;
      const purged = count();
      close();
      // The whole file goes, and what SQLite wrote beside it: no free page is left to hold a name.
      if (path !== ":memory:")
        for (const end of ["", "-wal", "-journal", "-shm"]) rmSync(`${path}${end}`, { force: true });
      return purged;
    },
    close,
  };
}

function migrate(db: Database.Database): void {
  if (Number(db.pragma("user_version", { simple: true })) === VERSION) return;
  db.transaction(() => {
    db.exec(
      "CREATE TABLE pseudonyms (report_id TEXT NOT NULL, name_key TEXT NOT NULL, real TEXT NOT NULL, pseudonym TEXT NOT NULL, UNIQUE (report_id, name_key)) STRICT",
    );
    db.pragma(`user_version=${VERSION}`);
  }).immediate();
}
