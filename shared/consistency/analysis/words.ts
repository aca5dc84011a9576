/** One word of a text. Characters count from the start of that text, ends are exclusive. */
export interface Word {
  readonly text: string;
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu;

/** Words between two characters, in order. Inner hyphens, stops and apostrophes belong to the word. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  const slice = from === 0 && to === text.length ? text : text.slice(from, to);
  // Once for all words, unless a letter becomes two in lower case.
  const small = slice.toLowerCase();
  const lowered = small.length === slice.length ? small.replaceAll("’", "'") : null;
  for (const match of slice.matchAll(WORD)) {
    const [word] = match;
    const at = match.index;
    words.push({
      text: word,
      lower: lowered?.slice(at, at + word.length) ?? word.toLowerCase().replaceAll("’", "'"),
      start: from + at,
      end: from + at + word.length,
    });
  }
  return words;
}

const SUFFIXES = [
  "liness",
  "iveness",
  "fulness",
  "ations",
  "ation",
  "ments",
  "ment",
  "ities",
  "ingly",
  "ness",
  "ings",
  "ions",
  "ing",
  "ies",
  "ion",
  "ity",
  "ive",
  "ers",
  "ed",
  "er",
  "es",
  "ly",
  "s",
  "e",
  "y",
];
const stems = new Map<string, string>();

/**
 * A crude common root: “responsiveness”, “responsive” and “response” share one. Only for comparing
 * words with one another; never shown.
 */
export function stem(lower: string): string {
  const known = stems.get(lower);
  if (known !== undefined) return known;
  let root = lower.replace(/'s?$/, "");
  for (let round = 0; round < 2; round++) {
    const suffix = SUFFIXES.find((ending) => root.length - ending.length >= 4 && root.endsWith(ending));
    if (suffix === undefined) break;
    root = root.slice(0, -suffix.length);
  }
  // A long report has a few thousand words; a hostile one must not grow the table for ever.
  if (stems.size > 20_000) stems.clear();
  stems.set(lower, root);
  return root;
}

/** For comparing wordings: lower case, straight marks, no punctuation, no leading article, single spaces. */
export function normaliseWording(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim()
    .replace(/^(?:the|an|a) /, "");
}

/** Shortened at a word for a message: “Children in need of protection …”. */
export function shorten(text: string, characters = 90): string {
  const clean = text.replace(/\s+/g, " ").trim();
  if (clean.length <= characters) return clean;
  const cut = clean.slice(0, characters);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > characters / 2 ? space : characters)} …`;
}
