import { DIRECTIONS, type Evidence, EVIDENCE_KINDS, SENSITIVITIES } from "#shared/domain/evidence.ts";
import { type Area, type Framework, judgementAreas } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";

/** Words as they are compared: without case, marks and signs. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}+-]+/gu, " ")
    .trim();

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(${MONTHS.join("|")})[a-z]*`;
const WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?";
const CLOCK = "(?:[ t,]+\\d{1,2}[:.]\\d{2}.*)?";
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${CLOCK}$`, "i");
const NUMBERS = new RegExp(`^${WEEKDAY}(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{4}|\\d{2})${CLOCK}$`, "i");
const NAMED = new RegExp(
  `^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ -]+(?:of +)?${MONTH}\\.?,?[ -]+(\\d{4}|\\d{2})${CLOCK}$`,
  "i",
);
const NAMED_FIRST = new RegExp(
  `^${WEEKDAY}${MONTH}\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4})${CLOCK}$`,
  "i",
);
/** What spreadsheets keep behind a date that has lost its look: days since 1900, here 1979 to 2064. */
const SERIAL = /^(29[2-9]\d{2}|[345]\d{4})(?:\.\d+)?$/;
const FIRST_SERIAL_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** A year of two digits above this is of the last century. */
const LAST_SHORT_YEAR = 69;

/** A date as people in Britain write it, the day first. Null when it is none. @returns ISO date */
export function parseDate(text: string): string | null {
  const said = text.trim().replace(/\s+/g, " ");
  const serial = SERIAL.exec(said);
  if (serial) return new Date(FIRST_SERIAL_MS + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10);
  const iso = ISO.exec(said);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(said);
  if (numbers) return dateOf(yearOf(numbers[3]!), Number(numbers[2]), Number(numbers[1]));
  const named = NAMED.exec(said);
  if (named) return dateOf(yearOf(named[3]!), monthOf(named[2]!), Number(named[1]));
  const first = NAMED_FIRST.exec(said);
  return first ? dateOf(Number(first[3]), monthOf(first[1]!), Number(first[2])) : null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year > LAST_SHORT_YEAR ? 1900 + year : 2000 + year;
}

function dateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

const SMALL = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const NONE = /^(?:n\/?a|none|nil|-+|–|\?+|unknown|not recorded)\.?$/i;

/** Such words say that there is nothing to say. */
export const saysNothing = (text: string): boolean => text.trim() === "" || NONE.test(text.trim());

/**
 * How many people: “12”, “c. 12”, “2 parents”, “3 social workers and 1 manager”. Null when it does not say.
 */
export function parsePeople(text: string): number | null {
  const worded = text.toLowerCase().replace(/[a-z]+/g, (word) => {
    const at = SMALL.indexOf(word);
    return at < 0 ? word : String(at + 1);
  });
  const all = worded.replace(/(\d),(\d{3})\b/g, "$1$2").match(/\d+(?:\.\d+)?/g);
  // A range is no number, and neither is a part of a person.
  if (!all || /\d\s*(?:-|–|to|or)\s*\d/.test(worded)) return null;
  const people = all.reduce((sum, each) => sum + Number(each), 0);
  return Number.isInteger(people) && people <= 1_000_000 ? people : null;
}

type Words<Value extends string> = readonly (readonly [Value, RegExp])[];

/** In the order in which they are tried. Each is tried on plain words. */
const KINDS: Words<Evidence["kind"]> = [
  ["case-audit", /\baudit/],
  ["other-inspection", /\binspection|ofsted|cqc|hmic/],
  ["focus-group", /\bfocus|\bgroup (?:discussion|interview)|\bworkshop/],
  ["case-file", /\bcase|\bfile (?:read|review)|\btracking/],
  ["survey", /\bsurvey|\bquestionnaire/],
  ["correspondence", /\bcomplaint|\bcorrespondence|\bletter|\be ?-?mail/],
  ["observation", /\bobserv|\bvisit|\bshadow/],
  ["data", /\bdata|\bstatistic|\breturn\b|\bperformance information/],
  ["interview", /\binterview|\bmeeting|\bdiscussion|\bcall\b|\bconversation|\bspoke/],
  ["document", /\bdocument|\breport\b|\bpolicy|\bplan\b|\bminutes|\bstrategy|\breview\b/],
];
const SIDES: Words<Evidence["direction"]> = [
  ["both", /\bboth\b|\bmixed\b|^\+ ?-$|strengths? and (?:weakness|development)/],
  ["strength", /\bstrength|\bpositive|\bgood\b|^\+|^s$|^pos$/],
  ["weakness", /\bweak|\bnegative|\bconcern|\bpoor\b|\bdevelopment|\bimprove|^-|^w$|^neg$/],
  ["context", /\bcontext|\bneutral|\bneither|\binformation|\bbackground|^n$|^c$/],
];
const LEVELS: Words<Evidence["sensitivity"]> = [
  ["never", /\bnever\b|\bconfidential|\brestricted|\bsecret|\bdo not (?:use|share)|\bnot for/],
  ["paraphrase", /\bparaphras|\banonym|\binternal|\bsensitive/],
  ["quotable", /\bquot|\bopen\b|\bpublic|^yes$/],
];

const findWord =
  <Value extends string>(values: readonly Value[], names: Record<Value, string>, words: Words<Value>) =>
  (text: string): Value | null => {
    const said = plainWords(text);
    const exact = values.find((value) => plainWords(names[value]) === said || value === said);
    return exact ?? words.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
  };

export const findKind = findWord(EVIDENCE_KINDS, KIND_WORDS, KINDS);
export const findDirection = findWord(DIRECTIONS, DIRECTION_WORDS, SIDES);
export const findSensitivity = findWord(SENSITIVITIES, SENSITIVITY_WORDS, LEVELS);

/** Finds an area by its id, its title, a heading of it, or the first letters of its title’s words. */
export function areaFinder(framework: Pick<Framework, "areas"> | null): (text: string) => AreaId | null {
  const found = new Map<string, AreaId | null>();
  const offer = (words: string, { id }: Area): void => {
    const key = plainWords(words);
    // Words that two areas share name neither.
    if (key !== "") found.set(key, found.has(key) && found.get(key) !== id ? null : id);
  };
  const areas = judgementAreas(framework);
  for (const area of areas) offer(area.title, area);
  const titles = new Map(found);
  for (const area of areas)
    for (const words of [area.shortTitle ?? "", ...area.headings, ...area.topics, initials(area.title)])
      if (!titles.has(plainWords(words))) offer(words, area);
  const ids = new Map(areas.map(({ id }) => [id.toLowerCase(), id]));
  return (text) => ids.get(text.trim().toLowerCase()) ?? found.get(plainWords(text)) ?? null;
}

const SMALL_WORDS = new Set(["and", "of", "the", "for", "in", "to", "a", "on", "with", "by"]);

function initials(title: string): string {
  const words = plainWords(title).split(/[ -]+/);
  const letters = words.filter((word) => !SMALL_WORDS.has(word)).map((word) => word[0] ?? "");
  return letters.length > 1 ? letters.join("") : "";
}

/** The parts of a cell that names several areas. */
export const splitAreas = (text: string): string[] =>
  text
    .split(/[;|\n]|,(?=\s)|\s\/\s/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
