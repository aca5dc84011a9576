import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What a folder stands for; a file that is named itself is always read, whatever it is called. */
const IN_FOLDERS = /\.(pdf|docx|txt|text|md)$/i;

/** Files in the order given, folders opened in name order. A path that does not exist stays, to be refused by name. */
export function expandPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) => (isFolder(path) ? listFolder(path) : [path]));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function listFolder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name.localeCompare(b.name, "en-GB"),
  );
  return entries
    .filter((entry) => !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFolder(path);
      return entry.isFile() && IN_FOLDERS.test(entry.name) ? [path] : [];
    });
}
