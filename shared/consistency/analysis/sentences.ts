/** Characters from the start of the block's text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words after which a full stop does not end a sentence. */
const ABBREVIATED = new Set([
  "mr",
  "mrs",
  "ms",
  "dr",
  "prof",
  "st",
  "no",
  "nos",
  "vs",
  "e.g",
  "i.e",
  "eg",
  "ie",
  "cf",
  "approx",
  "para",
  "paras",
  "p",
  "pp",
  "vol",
  "ed",
  "eds",
]);

const STOP = /[.!?]+[’”'")\]]*(?=\s|$)/g;
const LAST_WORD = /([\p{L}.]{1,12})$/u;
const STARTS_LOWER = /^\s+[\p{Ll}]/u;

/** Sentences of a text, without the white space between them. Abbreviations and initials do not end one. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number): void => {
    let from = start;
    let to = end;
    while (from < to && isSpace(text.charCodeAt(from))) from++;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith(".")) {
      const before = LAST_WORD.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[1];
      if (before !== undefined && (ABBREVIATED.has(before.toLowerCase()) || /^\p{Lu}$/u.test(before)))
        continue;
    }
    // “… go before you can get help? asked one parent” goes on.
    if (STARTS_LOWER.test(text.slice(end, end + 12))) continue;
    push(end);
  }
  push(text.length);
  return spans;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
