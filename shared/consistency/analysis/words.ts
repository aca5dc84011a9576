/** What is known of a word however often and wherever it stands: the same object each time, as long as it is short. */
export interface WordForm {
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  /** What readers made with `perForm` have found, by their place. */
  readonly known: unknown[];
}

/** One word of a text. Characters count from the start of that text, ends are exclusive. */
export class Word {
  /** The text it stands in. */
  private readonly source: string;
  readonly form: WordForm;
  readonly start: number;
  readonly end: number;

  constructor(source: string, form: WordForm, start: number, end: number) {
    this.source = source;
    this.form = form;
    this.start = start;
    this.end = end;
  }
  /** As written. */
  get text(): string {
    return this.source.slice(this.start, this.end);
  }
  get lower(): string {
    return this.form.lower;
  }
  /** Begins like a name: a capital and then a small letter. */
  get isCapitalised(): boolean {
    const first = this.source.charCodeAt(this.start);
    return (first < SMALL_A || first > LAST_ASCII) && /^\p{Lu}\p{Ll}/u.test(this.text);
  }
}

const SMALL_A = 0x61;
const LAST_ASCII = 0x7f;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** The Latin letters and digits by their codes; anything else is asked of the pattern, which takes many times longer. */
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) =>
  LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? 1 : 0,
);

/** Length of the letter or digit at a place; 0 where there is none. */
function letterAt(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (code < LATIN.length) return LATIN[code]!;
  // Dashes and quotation marks: the only other characters of most texts.
  if (code >= 0x2000 && code < 0x2070) return 0;
  const point = text.codePointAt(at)!;
  const length = point > 0xffff ? 2 : 1;
  return at + length <= to && LETTER_OR_DIGIT.test(String.fromCodePoint(point)) ? length : 0;
}

/** Hyphen, apostrophes and full stop: inside a word they belong to it. */
const isJoint = (code: number): boolean => code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x2e;

/** Words between two characters, in order. Inner hyphens, stops and apostrophes belong to the word. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to) {
    let step = letterAt(text, at, to);
    if (step === 0) {
      at++;
      continue;
    }
    const start = at;
    let hash = 0;
    while (step > 0) {
      hash = (hash * 31 + text.charCodeAt(at)) | 0;
      at += step;
      if (at >= to) break;
      step = letterAt(text, at, to);
      if (step > 0 || at + 1 >= to || !isJoint(text.charCodeAt(at))) continue;
      step = letterAt(text, at + 1, to);
      if (step > 0) at++;
    }
    words.push(new Word(text, formAt(text, start, at, hash), start, at));
  }
  return words;
}

const forms = new Map<string, WordForm>();
/** A long report has a few thousand forms; a hostile one must not grow the table for ever. */
const MOST_FORMS = 20_000;
const LONGEST_FORM = 40;

interface Written {
  readonly text: string;
  readonly form: WordForm;
}
/** By what a word’s letters add up to: finds a form without cutting the word out, which takes longest of all. */
const byHash = new Map<number, Written>();

function formAt(source: string, start: number, end: number, hash: number): WordForm {
  const known = byHash.get(hash);
  if (known && isAt(source, start, end, known.text)) return known.form;
  const text = source.slice(start, end);
  const form = formOf(text);
  if (byHash.size >= MOST_FORMS) byHash.clear();
  if (text.length <= LONGEST_FORM)
    byHash.set(hash, { text: text === form.lower ? form.lower : once(text), form });
  return form;
}

function isAt(source: string, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let at = 0; at < text.length; at++)
    if (source.charCodeAt(start + at) !== text.charCodeAt(at)) return false;
  return true;
}

/** The form of a word as written. */
function formOf(written: string): WordForm {
  const known = forms.get(written);
  if (known) return known;
  const lower = written.toLowerCase().replaceAll("’", "'");
  if (written.length > LONGEST_FORM) return { lower, known: [] };
  if (forms.size >= MOST_FORMS) forms.clear();
  const form = (lower !== written && forms.get(lower)) || { lower: once(lower), known: [] };
  forms.set(written === lower ? form.lower : once(written), form);
  return form;
}

/** The same text as a string of its own: a piece of a text holds on to the whole of it, and is slower to compare. */
export const once = (text: string): string => Object.keys({ [text]: null })[0]!;

let readers = 0;

/** Remembers what `read` says of a form. Made once, at the top of a module. */
export function perForm<T>(read: (lower: string) => T): (form: WordForm) => T {
  const place = readers++;
  return ({ lower, known }) => {
    const found = known[place] as T | undefined;
    if (found !== undefined) return found;
    while (known.length <= place) known.push(undefined);
    return (known[place] = read(lower));
  };
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
  if (stems.size > MOST_FORMS) stems.clear();
  root = once(root);
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
