import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import type { LibraryKey } from "#electron/core/store/key.ts";
import { SCHEMA_VERSION, migrate } from "#electron/core/store/migrate.ts";
import { Fault } from "#shared/fault.ts";

/** A connection for reading, and one for writing: one handle, two types, so that a reader cannot write by slip. */
export type ReadDb = Pick<Database.Database, "prepare"> & { readonly readable: true };
export type WriteDb = ReadDb & Pick<Database.Database, "exec" | "transaction"> & { readonly writable: true };

export interface Library {
  readonly read: ReadDb;
  readonly write: WriteDb;
  /** ":memory:" for a library that is gone when the program ends. */
  readonly path: string;
  close(): void;
}

/** "PLMB": marks the file as ours, for us and for file(1). */
export const APPLICATION_ID = 0x504c4d42;

/** What is in a file, and how one of an older version becomes current. */
interface FileKind {
  readonly applicationId: number;
  readonly version: number;
  readonly migrate: (db: Database.Database) => void;
}

const LIBRARY: FileKind = { applicationId: APPLICATION_ID, version: SCHEMA_VERSION, migrate };

/**
 * Opens the library, making it when it does not exist.
 *
 * @throws Fault wrong-key, newer-library, foreign-file, in-use or damaged; the file is then as it was
 */
export function openLibrary(path: string, key: LibraryKey): Library {
  const db = openEncrypted(path, key, LIBRARY);
  return { read: db as unknown as ReadDb, write: db as unknown as WriteDb, path, close: () => db.close() };
}

/** Opens an encrypted file for this process alone, making it when it does not exist. @throws Fault as `openLibrary` */
export function openEncrypted(path: string, key: LibraryKey, kind: FileKind): Database.Database {
  const inMemory = path === ":memory:";
  const isNew = inMemory || !existsSync(path) || statSync(path).size === 0;
  if (!isNew) refusePlainSqlite(path);
  const db = new Database(path, { timeout: 0 });
  try {
    if (!inMemory) {
      db.pragma("cipher='chacha20'");
      db.pragma(`key='raw:${key}'`);
    }
    // Before WAL: no other process may even read, the lock dies with us, and no -shm file exists.
    db.pragma("locking_mode=EXCLUSIVE");
    if (!isNew) refuseForeign(db, path, kind);
    db.pragma("journal_mode=WAL");
    // The package's default under WAL is NORMAL, which may lose an acknowledged edit in a power cut.
    db.pragma("synchronous=FULL");
    db.pragma("checkpoint_fullfsync=ON");
    db.pragma("foreign_keys=ON");
    db.pragma("trusted_schema=OFF");
    db.pragma("secure_delete=ON");
    db.pragma("cell_size_check=ON");
    db.pragma("mmap_size=0");
    if (isNew) db.pragma(`application_id=${kind.applicationId}`);
    kind.migrate(db);
    // Takes the lock now rather than at the first save, so that two windows cannot both start to write.
    if (!inMemory) db.exec("BEGIN EXCLUSIVE; COMMIT");
  } catch (error) {
    db.close();
    throw asFault(error, path);
  }
  return db;
}

/** A library is encrypted from its first byte, so a readable SQLite header means somebody else's file. */
function refusePlainSqlite(path: string): void {
  const head = Buffer.alloc(16);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  if (head.toString("latin1").startsWith("SQLite format 3")) throw foreign(path);
}

function refuseForeign(db: Database.Database, path: string, kind: FileKind): void {
  if (db.pragma("application_id", { simple: true }) !== kind.applicationId) throw foreign(path);
  const version = Number(db.pragma("user_version", { simple: true }));
  if (version > kind.version) {
    throw new Fault(
      "newer-library",
      `This library was written by a newer Plumbline (library version ${version}; this one reads up to ${kind.version}).`,
      "Update Plumbline and open it again; nothing was changed.",
    );
  }
}

const foreign = (path: string): Fault =>
  new Fault(
    "foreign-file",
    `${path} is a database of another program, not a Plumbline library.`,
    "Choose another file; this one was not changed.",
  );

function asFault(error: unknown, path: string): unknown {
  const code = (error as { code?: string }).code ?? "";
  if (code.startsWith("SQLITE_BUSY")) {
    return new Fault(
      "in-use",
      "This library is already open in another Plumbline.",
      "Use that window, or close it and try again; nothing was changed.",
      { cause: error },
    );
  }
  if (code === "SQLITE_NOTADB") {
    return new Fault(
      "wrong-key",
      `The key does not open ${path}, or the file is not a Plumbline library.`,
      "Check that library and key file belong together; nothing was changed.",
      { cause: error },
    );
  }
  if (code.startsWith("SQLITE_CORRUPT") || code.startsWith("SQLITE_IOERR")) {
    return new Fault(
      "damaged",
      `${path} is damaged or cannot be read.`,
      "Keep the file as it is and restore the newest backup beside it.",
      { cause: error },
    );
  }
  return error;
}
