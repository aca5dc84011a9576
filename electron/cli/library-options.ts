import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type AppOptions, defaultLibraryPath } from "#electron/core/app.ts";
import { Fault } from "#shared/fault.ts";

export interface LibraryOptions {
  readonly library?: string;
  /** A passphrase is never taken from the command line: other accounts can list that. */
  readonly passphraseFile?: string;
}

export const libraryOf = (options: LibraryOptions): AppOptions => ({
  path: options.library ? resolve(options.library) : defaultLibraryPath(),
  passphrase: options.passphraseFile ? readPassphrase(options.passphraseFile) : null,
});

function readPassphrase(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Fault(
      "not-found",
      `The passphrase file ${path} cannot be read.`,
      "Check its name and its permissions.",
      {
        cause: error,
      },
    );
  }
  return text.split(/\r?\n/, 1)[0] ?? "";
}
