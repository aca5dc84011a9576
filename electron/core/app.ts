import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { addToLibrary } from "#electron/core/api/imports.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { loadFrameworks, loadUserFrameworks } from "#electron/core/frameworks.ts";
import { type Jail, openJail } from "#electron/core/importers/jail.ts";
import { homeFolder, resourcePath, versionOf } from "#electron/core/paths.ts";
import { type Library, openLibrary } from "#electron/core/store/database.ts";
import { createKeyFile, type LibraryKey, randomKey, readKeyFile } from "#electron/core/store/key.ts";
import { pseudonymTable } from "#electron/core/store/pseudonyms.ts";
import { readDesk } from "#electron/core/store/desk.ts";
import { listReports } from "#electron/core/store/reports.ts";
import { withSampleEvidence } from "#electron/core/sample.ts";
import { writeSetting } from "#electron/core/store/settings.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";

export interface AppOptions {
  /** The library file; null for one in memory that is gone at the end. */
  readonly path: string | null;
  readonly passphrase?: string | null;
  /** Put the sample report into a library that is new or in memory. */
  readonly sample?: boolean;
}

export interface App {
  readonly context: CoreContext;
  close(): void;
}

export const defaultLibraryPath = (): string => join(homeFolder(), "library.plumbline");

/** The composition root: opens what the handlers need, and closes it in reverse. */
export async function openApp(options: AppOptions): Promise<App> {
  const frameworks = allFrameworks();
  const { library, key, isNew } = openOrCreate(options.path, options.passphrase ?? null);
  let jail: Jail;
  try {
    jail = openJail({ frameworks });
  } catch (error) {
    library.close();
    throw error;
  }
  const pseudonyms = pseudonymTable(library.path, key);
  const context: CoreContext = {
    library,
    pseudonyms,
    frameworks,
    jail,
    version: versionOf(),
    libraryName: nameOf(options.path),
    change: () => ({ by: readDesk(library.read).name, at: new Date().toISOString() }),
    writer: () => {
      const { name, role } = readDesk(library.read);
      return { by: name, role, at: new Date().toISOString() };
    },
    newId: randomUUID,
  };
  const app: App = {
    context,
    close: () => {
      jail.close();
      pseudonyms.close();
      library.close();
    },
  };
  if (options.sample && isNew && listReports(library.read, false).length === 0) {
    try {
      await addSample(context);
    } catch (error) {
      app.close();
      throw error;
    }
  }
  return app;
}

function nameOf(path: string | null): string {
  if (path === null) return "Sample library";
  return path === defaultLibraryPath() ? "My reports" : basename(path).replace(/\.plumbline$/, "");
}

/** The shipped frameworks, and the packs a person put into their own folder. */
export function allFrameworks(): Framework[] {
  const folder = join(homeFolder(), "frameworks");
  return [...loadFrameworks(), ...(existsSync(folder) ? loadUserFrameworks(folder) : [])];
}

interface Opened {
  readonly library: Library;
  readonly key: LibraryKey;
  readonly isNew: boolean;
}

function openOrCreate(path: string | null, passphrase: string | null): Opened {
  const opened = (key: LibraryKey, isNew: boolean): Opened => ({
    library: openLibrary(path ?? ":memory:", key),
    key,
    isNew,
  });
  if (path === null) return opened(randomKey(), true);
  const keyPath = `${path}.key`;
  if (existsSync(path)) {
    // A library of another program has no key file either: say what the file is rather than miss the key.
    const key = existsSync(keyPath) || isOurs(path) ? readKeyFile(keyPath, passphrase) : randomKey();
    return opened(key, false);
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(keyPath)) return opened(readKeyFile(keyPath, passphrase), true);
  const key = createKeyFile(keyPath, passphrase);
  try {
    return opened(key, true);
  } catch (error) {
    rmSync(keyPath, { force: true });
    throw error;
  }
}

/** Encrypted pages look like noise; a readable SQLite header is somebody else's file. */
const isOurs = (path: string): boolean =>
  !readFileSync(path).subarray(0, 16).toString("latin1").startsWith("SQLite format 3");

async function addSample(context: CoreContext): Promise<void> {
  const path = resourcePath("sample", "cornwall-2009.txt");
  const bytes = readFileSync(path);
  const draft = await context.jail.read({ name: basename(path), bytes }, {});
  const { blocks, evidence } = withSampleEvidence(draft.blocks, context.newId);
  const reportId = addToLibrary(context, { ...draft, blocks }, { name: basename(path), bytes }, evidence);
  // The first-run tour stands beside this report.
  writeSetting(context.library.write, "sample-report", reportId);
}

/** For doors: a fault as it is, anything else with a sentence around it. */
export const asFault = (error: unknown): Fault =>
  error instanceof Fault
    ? error
    : new Fault("unexpected", `Plumbline met a fault of its own: ${String(error)}.`, "Nothing was changed.", {
        cause: error,
      });
