import {
  DOUBTFUL_FORENAMES,
  FORENAMES,
  NOT_A_PERSON,
  STARTS_CLAUSE,
  SURNAMES,
} from "#shared/evidence/name-lexicon.ts";

export type DetailKind = "name" | "nhs-number" | "upn" | "birth-date" | "address";

/** Something in a text that points to one person; `from` and `to` count UTF-16 units. */
export interface PersonalDetail {
  readonly kind: DetailKind;
  readonly from: number;
  readonly to: number;
}

/**
 * What looks like a personal detail, in the order of the text, never overlapping. A name that is neither common nor
 * after a title is not known for one: this is a help for the writer, not a guarantee.
 */
export function findPersonalDetails(text: string): readonly PersonalDetail[] {
  const found: PersonalDetail[] = [];
  let rest = text;
  // What is surer comes first, and is out of sight of the others: a street is not a person, nor an address a number.
  for (const find of [findNhsNumbers, findUpns, findBirthDates, findAddresses, findTitled, findNames]) {
    const next = [...find(rest)];
    found.push(...next);
    rest = withoutPlaces(rest, next);
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** As long as it was, with brackets where the places were. @param places in the order of the text */
function withoutPlaces(text: string, places: readonly PersonalDetail[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { from, to } of places) {
    parts.push(text.slice(end, from), "]".repeat(to - from));
    end = to;
  }
  return parts.join("") + text.slice(end);
}

/** Ten digits, together or as 3-3-4; after the letters NHS, parted by single spaces anyhow. */
const NHS = /(?<![\d£.,/-])(?:\d{3}([ -]?)\d{3}\1\d{4}|(?<=\bNHS[^\d\n[\]]{0,16})\d(?: ?\d){9})(?![\d/])/g;

function* findNhsNumbers(text: string): Generator<PersonalDetail> {
  for (const { 0: match, index } of text.matchAll(NHS))
    if (isNhsNumber(match.replace(/\D/g, "")))
      yield { kind: "nhs-number", from: index, to: index + match.length };
}

/** The tenth digit checks the nine before it, modulo 11; ten is never issued. */
function isNhsNumber(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, at) => total + Number(digit) * (10 - at),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]) && !/^(\d)\1+$/.test(digits);
}

/** The letters of a unique pupil number: I, O and S are left out, as they look like digits. */
const UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
const UPN = /(?<![\p{L}\d])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\p{L}\d])/giu;

function* findUpns(text: string): Generator<PersonalDetail> {
  for (const { 0: match, index } of text.matchAll(UPN))
    if (isUpn(match.toUpperCase())) yield { kind: "upn", from: index, to: index + match.length };
}

/** The first letter checks the twelve signs after it, weighted 2 to 13, modulo 23. */
function isUpn(upn: string): boolean {
  const sum = Array.from(upn.slice(1)).reduce((total, sign, at) => {
    const value = /\d/.test(sign) ? Number(sign) : UPN_LETTERS.indexOf(sign);
    return total + value * (at + 2);
  }, 0);
  return UPN_LETTERS[sum % 23] === upn[0];
}

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const DATE = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|(?:19|20)\\d\\d-\\d\\d-\\d\\d|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH},? (?:19|20)\\d\\d|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d)`;
const BORN = "(?:born|d\\.? ?o\\.? ?b\\b\\.?|date of birth|birth ?date|birthday)";
const BIRTH = new RegExp(
  `(?<=(?<!\\p{L})${BORN}(?-i:[^\\d.;\\n[\\]\\p{Lu}]){0,20}(?:[a-z]{3,6}day )?)${DATE}(?!\\d)|(?<![\\d/.-])${DATE}(?= ?\\(?,? ?${BORN}(?!\\p{L}))`,
  "giu",
);

function* findBirthDates(text: string): Generator<PersonalDetail> {
  for (const { 0: match, index } of text.matchAll(BIRTH))
    yield { kind: "birth-date", from: index, to: index + match.length };
}

const POSTCODE = "(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2})(?![\\p{L}\\d])";
const STREET_WORD = "\\p{Lu}[\\p{L}’'.-]*";
const ROADS = "Road|Rd|Street|Avenue|Ave|Lane|Crescent|Terrace";
const WAYS = `${ROADS}|Close|Drive|Grove|Gardens|Court|Place|Square|Way|Hill|Rise|Row|Mews|Walk|Parade|Park|View`;
const BODY =
  "(?! (?:\\p{Lu}[\\p{L}’']*(?:'s|’s)? ){0,2}(?i:school|academy|centre|center|hospital|clinic|surgery|nursery|college|station|practice|church|office|offices|library|project|depot|home))";
/** A house number and a street of any kind, or a street that is named by one of the surer words; up to the postcode. */
const ADDRESS = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:(?i:flat|apartment) \\d+[a-zA-Z]?,? )?\\d{1,4}[a-zA-Z]?,? (?:${STREET_WORD} ){1,3}(?:${WAYS})(?![\\p{L}’'])|${STREET_WORD} (?:${STREET_WORD} )?(?:${ROADS})(?![\\p{L}’'])${BODY})(?:(?:, ?| )(?:${STREET_WORD}(?: ${STREET_WORD})?(?:, ?| )){0,3}${POSTCODE})?|(?<![\\p{L}\\d])${POSTCODE}`,
  "gu",
);
const NO_STREET = /^(?:The|In|At|On|From|Of|To|Near|By|And|Across|This|That) /;

function* findAddresses(text: string): Generator<PersonalDetail> {
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const opener = NO_STREET.exec(match)?.[0].length ?? 0;
    const street = match.slice(opener);
    // “The Street” alone says nothing.
    if (/^\p{L}+$/u.test(street)) continue;
    yield { kind: "address", from: index + opener, to: index + match.length };
  }
}

const NAME_WORD = "\\p{Lu}\\p{Ll}*(?:(?:['’-]|(?<=Mc|Mac))\\p{Lu}\\p{Ll}+)*";
const PART = `(?:(?:de|van|von|der|bin|al|el|ap) ){0,2}${NAME_WORD}`;
const TITLE =
  "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Lord|Lady|Rev|Revd|Reverend|Sgt|Sergeant|PC|DC|DS|DI)";
/** A title and the name after it, initials and all. */
const TITLED = new RegExp(
  `(?<![\\p{L}’'-])${TITLE}\\.? (?:\\p{Lu}\\.? ){0,3}${PART}(?: ${PART}){0,2}(?![\\p{L}])`,
  "gu",
);
const CAPITALISED = new RegExp(`(?<![\\p{L}\\d’'-])${NAME_WORD}(?: ${NAME_WORD})*(?![\\p{L}\\d])`, "gu");

function* findTitled(text: string): Generator<PersonalDetail> {
  for (const { 0: match, index } of text.matchAll(TITLED)) {
    const kept = upToBody(match);
    if (kept !== null && / \p{L}[\p{L}’'-]/u.test(kept))
      yield { kind: "name", from: index, to: index + kept.length };
  }
}

function* findNames(text: string): Generator<PersonalDetail> {
  for (const { 0: run, index } of text.matchAll(CAPITALISED)) {
    const parts = [...run.matchAll(/\S+/g)].map((part) => ({ word: part[0], at: index + part.index }));
    for (let at = 0; at < parts.length; at += 1) {
      const taken = wordsOfName(text, parts, at);
      if (taken === 0) continue;
      const last = parts[at + taken - 1]!;
      yield { kind: "name", from: parts[at]!.at, to: last.at + last.word.length };
      at += taken - 1;
    }
  }
}

interface Part {
  readonly word: string;
  readonly at: number;
}

/** How many words from `at` on are one name; 0 when none is. */
function wordsOfName(text: string, parts: readonly Part[], at: number): number {
  const { word, at: start } = parts[at]!;
  const follows = (step: number): string => parts[at + step]?.word ?? "";
  const isSurname = (next: string): boolean =>
    next.length > 1 && !NOT_A_PERSON.has(next) && !STARTS_CLAUSE.has(next);
  if (/(?:\bSt\.?|\bSaint) $/.test(text.slice(Math.max(0, start - 7), start))) return 0;
  const isFirst = isForename(word);
  const isDoubtful = DOUBTFUL_FORENAMES.has(word);
  let count = 1;
  while (count < 4 && isSurname(follows(count))) count += 1;
  // A body’s name goes on: “John Lewis Foundation”, “Thomas Coram Centre”.
  if (follows(count) !== "" && NOT_A_PERSON.has(follows(count)) && !STARTS_CLAUSE.has(follows(count)))
    return 0;
  const rest = text.slice(parts[at + count - 1]!.at + parts[at + count - 1]!.word.length);
  if (
    /^(?:['’]s)? (?:primary|secondary|school|academy|hospital|college|nursery|house|centre|ward)\b/.test(rest)
  )
    return 0;
  if (isFirst) return count;
  for (let known = count; known > 1; known -= 1) {
    if (!SURNAMES.has(follows(known - 1))) continue;
    if (isDoubtful) return known;
    if (known === 2 && isSurname(word) && !startsSentence(text, start)) return 2;
  }
  if (isDoubtful && count === 2 && !startsSentence(text, start) && !PLACES.has(word)) return 2;
  return 0;
}

const isForename = (word: string): boolean =>
  FORENAMES.has(word) || (word.includes("-") && word.split("-").every((part) => FORENAMES.has(part)));

/** Of the doubtful, those that begin names of places. */
const PLACES = new Set(
  "Carlisle Chelsea Devon Kent Kingston Lincoln Preston Warwick Victoria April May June August".split(" "),
);

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:\n“"‘]\s*|[-–•] )$/u.test(text.slice(0, at));

/** After these stands a surname, even one that is a word: “Mr Hill”. */
const PLAIN_TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\b/;

/** A titled name up to the clause after it; null when it is part of a body’s: “Lord Chancellor”, “Lady Margaret School”. */
function upToBody(match: string): string | null {
  const [title, ...words] = match.split(" ");
  const isPlain = PLAIN_TITLE.test(match);
  const end = words.findIndex(
    (word, at) => STARTS_CLAUSE.has(word) || (NOT_A_PERSON.has(word) && !(isPlain && at === 0)),
  );
  if (end < 0) return match;
  if (end === 0 || !STARTS_CLAUSE.has(words[end]!)) return null;
  return [title, ...words.slice(0, end)].join(" ");
}
