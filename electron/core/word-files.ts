import { readFileSync } from "node:fs";
import { join } from "node:path";
import { homeFolder, resourcePath } from "#electron/core/paths.ts";
import { writeFileAtomically } from "#electron/core/write-file.ts";
import { parseWordList, tidyWordList } from "#shared/domain/word-list.ts";
import { Fault } from "#shared/fault.ts";

/** A plain text file, so that it can be read, mended and carried along without this program. */
const personalPath = (): string => join(homeFolder(), "words.txt");

export const readFieldWords = (): string[] =>
  parseWordList(readFileSync(resourcePath("words", "safeguarding.txt"), "utf8"));

/** @throws Fault `unexpected` when the file is there and cannot be read */
export function readPersonalWords(): string[] {
  try {
    return tidyWordList(parseWordList(readFileSync(personalPath(), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new Fault(
      "unexpected",
      `Your dictionary ${personalPath()} cannot be read.`,
      "See that it is a text file you may read, and try again.",
      { cause: error },
    );
  }
}

/** @throws Fault `cannot-write`; the file is then as it was */
export const writePersonalWords = (words: readonly string[]): Promise<void> =>
  writeFileAtomically(
    personalPath(),
    new TextEncoder().encode(
      tidyWordList(words)
        .map((word) => `${word}\n`)
        .join(""),
    ),
  );
