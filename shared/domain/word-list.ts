import { z } from "zod";

/** A word somebody vouches for: letters and figures, held together by hyphens, apostrophes or points. */
export const DictionaryWord = z
  .string()
  .trim()
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u);

/** One word a line; empty lines, comments after “#” and what is no word are passed over. */
export const parseWordList = (text: string): string[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const word = DictionaryWord.safeParse(line.split("#")[0]);
    return word.success ? [word.data] : [];
  });

/** What two ways to write one word have in common: case and the shape of the apostrophe do not count. */
export const wordKey = (word: string): string => word.toLowerCase().replaceAll("’", "'");

/** The words in the order of a dictionary, each once. */
export function tidyWordList(words: readonly string[]): string[] {
  const known = new Map(words.map((word) => [wordKey(word), word]));
  return [...known.values()].sort((a, b) => a.localeCompare(b, "en-GB"));
}
