import { randomBytes } from "node:crypto";
import { type FileHandle, open, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Fault } from "#shared/fault.ts";

/** Windows answers EPERM or EBUSY while a virus scanner or a preview holds the target for a moment. */
const RENAME_ATTEMPTS = 5;

/**
 * Writes the file whole or not at all: to a name beside it, flushed to the disk, then renamed over it.
 *
 * @throws Fault `cannot-write`; what stood there before still stands
 */
export async function writeFileAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const partial = join(folder, `.${randomBytes(6).toString("hex")}.partial`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(partial, "wx", 0o644);
    await fill(file, bytes);
    await renameWithPatience(partial, path);
    await flushFolder(folder);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw new Fault(
      "cannot-write",
      `${path} could not be written (${(error as NodeJS.ErrnoException).code ?? "unknown reason"}).`,
      "Check that the folder exists, that you may write there, that the disk has room and the file is not open elsewhere.",
      { cause: error },
    );
  }
}

async function fill(file: FileHandle, bytes: Uint8Array): Promise<void> {
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function renameWithPatience(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (attempt === RENAME_ATTEMPTS || (code !== "EPERM" && code !== "EBUSY" && code !== "EACCES"))
        throw error;
      await wait(50 * attempt);
    }
  }
}

/** So that the new name survives a power cut too; Windows has no such call. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
