/** A hyphen of these kinds at the end of a line may have been put there to break the word. */
const SOFT_HYPHEN = "\u00AD";

/**
 * Printed lines as running text. A soft hyphen was put in to break a word and goes; any other hyphen at the end of
 * a line stays, because whether “re-” and “organisation” are one word is for the author to say, but the two halves
 * close up: “re-organisation”, “multi-agency”. A hyphen or dash that stands alone keeps its spaces.
 */
export function joinLines(lines: readonly string[]): string {
  let text = "";
  for (const line of lines) {
    const next = line.replace(/\s+/g, " ").trim();
    if (next === "") continue;
    if (text.endsWith(SOFT_HYPHEN)) text = text.slice(0, -1) + next;
    else if (/[\p{L}\p{N}][-\u2010\u2011/]$/u.test(text) && /^[\p{L}\p{N}]/u.test(next)) text += next;
    else if (/\p{N}\u2013$/u.test(text) && /^\p{N}/u.test(next)) text += next;
    else text = text === "" ? next : `${text} ${next}`;
  }
  return text.replaceAll(SOFT_HYPHEN, "");
}

/** True when `text` stops in mid-sentence and `next` could go on with it. */
export const continues = (text: string, next: string): boolean =>
  !/[.:;!?]["'’”)\]]*$/.test(text.trimEnd()) && /^[\p{Ll}(\p{N}–]/u.test(next.trimStart());
