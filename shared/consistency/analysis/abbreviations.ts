/** “Child and Adolescent Mental Health Services (CAMHS)”. Characters are of the abbreviation itself. */
export interface Definition {
  readonly abbreviation: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface Use {
  readonly abbreviation: string;
  readonly start: number;
  readonly end: number;
}

export interface Abbreviations {
  readonly definitions: readonly Definition[];
  /** Without the definitions’ own. */
  readonly uses: readonly Use[];
}

const NONE: Abbreviations = { definitions: [], uses: [] };
/** Two or more capitals, with small joining letters allowed inside: CAMHS, CiC, PCTs, IROs. */
const CAPITALS =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{Lu}\p{N}&]{1,11}|\p{Lu}{1,3}\p{Ll}\p{Lu}{1,4})(?:s|’s|'s)?(?![\p{L}\p{N}])/uy;
/** Roman numerals; and with digits it is a postcode or a form’s number: TW9, KS2. */
const NUMERAL = /^[IVXLC]+$/;

/** All matches. The pattern is slow, so it is only tried where two capitals stand near each other. */
function capitalsIn(text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if (!mayBeCapital(text.charCodeAt(at))) continue;
    const next = text.charCodeAt(at + 1);
    const near = isSmall(next) ? mayBeCapital(text.charCodeAt(at + 2)) : mayBeCapital(next) || isInside(next);
    if (!near) continue;
    CAPITALS.lastIndex = at;
    const match = CAPITALS.exec(text);
    if (!match) continue;
    found.push(match);
    at += match[0].length - 1;
  }
  return found;
}

/** Of letters outside English only the pattern knows; dashes and quotation marks are none. */
const mayBeCapital = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x80 && !(code >= 0x2000 && code < 0x2070));
const isSmall = (code: number): boolean => code >= 0x61 && code <= 0x7a;
/** A digit or “&”. */
const isInside = (code: number): boolean => (code >= 0x30 && code <= 0x39) || code === 0x26;

/** Abbreviations of one text: where it defines them, and where it uses them. */
export function abbreviationsOf(text: string): Abbreviations {
  const definitions: Definition[] = [];
  const uses: Use[] = [];
  for (const match of capitalsIn(text)) {
    const abbreviation = match[0].replace(/(?:’s|'s|(?<=\p{Lu})s)$/u, "");
    if (NUMERAL.test(abbreviation) || /\d/.test(abbreviation) || !/\p{Lu}.*\p{Lu}/u.test(abbreviation))
      continue;
    const start = match.index;
    const end = start + abbreviation.length;
    // A whole line in capitals is a heading, not a string of abbreviations.
    if (isShouted(text, start, start + match[0].length)) continue;
    const name = definedName(text, start, start + match[0].length, abbreviation);
    if (name) definitions.push({ abbreviation, name, start, end });
    else uses.push({ abbreviation, start, end });
  }
  return definitions.length + uses.length === 0 ? NONE : { definitions, uses };
}

function isShouted(text: string, start: number, end: number): boolean {
  if (!mayShout(text, start - 1, -1) && !mayShout(text, end, 1)) return false;
  const left = /(\p{L}+)[\s,&-]+$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  const right = /^[\s,&-]+(\p{L}+)/u.exec(text.slice(end, end + 20))?.[1];
  const shouts = (word: string | undefined): boolean =>
    word !== undefined && word.length > 3 && word === word.toUpperCase();
  return shouts(left) || shouts(right);
}

/** Whether a word that does not end, or begin, in a small letter stands beside it: most do. */
function mayShout(text: string, from: number, step: 1 | -1): boolean {
  let at = from;
  while (SEPARATOR.test(text[at] ?? "")) at += step;
  return at !== from && !isSmall(text.charCodeAt(at));
}

const SEPARATOR = /[\s,&-]/;
const BEFORE = 140;

/**
 * The name an abbreviation in brackets stands for: “the Care Quality Commission (CQC)”, “CQC (Care Quality
 * Commission)”, or a gloss in apposition, “YZUP, the substance misuse service”. Null when it is a use.
 */
function definedName(text: string, start: number, end: number, abbreviation: string): string | null {
  const letters = abbreviation.replace(/[^\p{L}]/gu, "").toLowerCase();
  if (text[start - 1] === "(" && /^[’']?s?\)/.test(text.slice(end, end + 3))) {
    const words = text.slice(Math.max(0, start - 1 - BEFORE), start - 1).match(/[\p{L}\p{N}’'&/-]+/gu) ?? [];
    const name = nameFor(letters, words);
    // In brackets after words of another kind it is still explained: “the board (LSCB)”.
    return name ?? (words.length > 0 ? words.slice(-Math.min(words.length, letters.length)).join(" ") : null);
  }
  const inside = /^\s(?:\p{Ll}{3,12}\s)?\(([^()]{4,100})\)/u.exec(text.slice(end, end + 125))?.[1];
  if (inside !== undefined) {
    const name = nameFor(letters, inside.match(/[\p{L}\p{N}’'&/-]+/gu) ?? []);
    if (name) return name;
  }
  const gloss = /^,\s(?:the|an?)\s([\p{Ll}\p{L} ’'-]{6,70}?),/u.exec(text.slice(end, end + 90))?.[1];
  return gloss ?? null;
}

/** The shortest run of last words whose initials spell the abbreviation, small joining words skipped as needed. */
function nameFor(letters: string, words: readonly string[]): string | null {
  let at = words.length - 1;
  let left = letters.length - 1;
  while (at >= 0 && left >= 0 && words.length - at <= letters.length * 2 + 3) {
    const initials = words[at]!.split(/[-/]/).map((part) => part[0]?.toLowerCase() ?? "");
    let taken = false;
    for (let k = initials.length - 1; k >= 0 && left >= 0; k--) {
      if (initials[k] === letters[left]) {
        left--;
        taken = true;
      }
    }
    if (!taken && !/^(?:and|of|for|the|in|to|on|at|with|a|&|as)$/i.test(words[at]!)) return null;
    at--;
  }
  return left < 0 ? words.slice(at + 1).join(" ") : null;
}
