import type { Word } from "#shared/consistency/analysis/words.ts";

/** What a verb is about. */
export interface Subject {
  readonly words: readonly Word[];
  /** Where its clause starts in the text. */
  readonly clauseStart: number;
  /** “where service responsiveness is good”: it speaks of something named before. */
  readonly relative: boolean;
  /** “some services”, “three of the homes”. */
  readonly quantified: boolean;
}

/** Longer subjects than this are lists or run-on sentences; nothing is read from them. */
const MOST_WORDS = 45;
const HARD_BREAK = /[;:–—]/;
/** Joins two clauses: what stands before it is not the subject. */
const JOINS = new Set([
  "but",
  "however",
  "although",
  "though",
  "whilst",
  "while",
  "whereas",
  "because",
  "therefore",
  "yet",
  "so",
]);
const REPORTING = new Set(
  "judged found concluded conclude conclusion agree agreed confirm confirmed confirms means mean shows show demonstrates evident clear say said report reported told judgement is".split(
    " ",
  ),
);
/** Openings that are set off by a comma: “Since the last inspection, …”. */
const ADVERBIAL = new Set(
  "since despite in at currently overall however although though while whilst for as following because when where given during over under with after before by if on from through additionally furthermore similarly consequently nevertheless importantly therefore also to until once notwithstanding".split(
    " ",
  ),
);
const FINITE = new Set(
  "is are was were has have had remains remain does do did continues continue will can cannot deteriorated improved declined".split(
    " ",
  ),
);
const QUANTIFIERS = new Set(
  "some many most few several half almost nearly not every each no none one two three four five six seven eight nine ten other another both any only more".split(
    " ",
  ),
);

/** The subject of the verb at `verbAt`, found by clause marks alone. */
export function clauseSubject(text: string, words: readonly Word[], verbAt: number): Subject {
  const limit = Math.max(0, verbAt - MOST_WORDS);
  let start = limit;
  let relative = false;
  let bracketed = false;
  for (let at = verbAt - 1; at >= limit; at--) {
    const word = words[at]!;
    const gap = text.slice(word.end, words[at + 1]!.start);
    if (gap.includes(")")) bracketed = true;
    // An aside, “(CSE)”, stands inside the subject; an opening bracket without its end is where the clause starts.
    if (HARD_BREAK.test(gap) || (gap.includes("(") && !bracketed)) {
      start = at + 1;
      break;
    }
    const lower = word.lower;
    const joins = JOINS.has(lower);
    const reports = lower === "that" && at > 0 && REPORTING.has(words[at - 1]!.lower);
    if (joins || reports) {
      start = joins ? afterSubordinate(text, words, at + 1, verbAt) : at + 1;
      break;
    }
    if (lower === "where" || lower === "which") {
      start = at + 1;
      relative = true;
      break;
    }
  }
  start = skipOpenings(text, words, start, verbAt);
  start = afterFiniteClause(words, start, verbAt);
  const subject = words.slice(start, trimEnd(words, start, verbAt));
  const first = subject[0]?.lower;
  return {
    words: subject,
    clauseStart: subject[0]?.start ?? words[Math.min(start, words.length - 1)]?.start ?? 0,
    relative,
    quantified: first !== undefined && (QUANTIFIERS.has(first) || /^\d/.test(first) || isNumberOf(subject)),
  };
}

/** “although X is late, Y is good” is about Y; “although Y is good” too. */
function afterSubordinate(text: string, words: readonly Word[], from: number, verbAt: number): number {
  let finite = false;
  for (let at = from; at < verbAt - 1; at++) {
    finite ||= FINITE.has(words[at]!.lower);
    if (finite && text.slice(words[at]!.end, words[at + 1]!.start).includes(",")) return at + 1;
  }
  return from;
}

/** “Despite this, …”, “In Cornwall, …”: up to the comma, as often as there are such openings. */
function skipOpenings(text: string, words: readonly Word[], from: number, verbAt: number): number {
  let start = from;
  for (let round = 0; round < 3; round++) {
    if (!ADVERBIAL.has(words[start]?.lower ?? "")) break;
    let comma = -1;
    for (let at = start; at < verbAt - 1 && comma < 0; at++)
      if (text.slice(words[at]!.end, words[at + 1]!.start).includes(",")) comma = at;
    if (comma >= 0) start = comma + 1;
    else if (words[start]!.lower === "overall" || words[start]!.lower === "currently") start++;
    else break;
  }
  return start;
}

/** “have deteriorated and are now inadequate” keeps its subject; “X is late and Y is good” is about Y. */
function afterFiniteClause(words: readonly Word[], from: number, verbAt: number): number {
  let finite = -1;
  let inThat = false;
  for (let at = from; at < verbAt; at++) {
    const lower = words[at]!.lower;
    if (lower === "that" || lower === "who") inThat = true;
    if (FINITE.has(lower) && !inThat && finite < 0) finite = at;
    if (lower === "and" && finite >= 0 && at + 1 < verbAt && !onlyAdverbs(words, at + 1, verbAt))
      return at + 1;
  }
  return from;
}

const ADVERBS = new Set("now still also currently therefore overall both".split(" "));
const onlyAdverbs = (words: readonly Word[], from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!ADVERBS.has(words[at]!.lower)) return false;
  return true;
};

/** Where the subject’s own words end: before its first finite verb, if it shares one with an earlier clause. */
function trimEnd(words: readonly Word[], from: number, verbAt: number): number {
  let end = verbAt;
  if (words[verbAt - 1]?.lower === "and" || onlyAfterAnd(words, verbAt)) {
    for (let at = from; at < verbAt; at++) {
      if (FINITE.has(words[at]!.lower)) {
        end = at;
        break;
      }
    }
  }
  while (end > from && (ADVERBS.has(words[end - 1]!.lower) || words[end - 1]!.lower === "and")) end--;
  return end;
}

function onlyAfterAnd(words: readonly Word[], verbAt: number): boolean {
  let at = verbAt - 1;
  while (at >= 0 && ADVERBS.has(words[at]!.lower)) at--;
  return words[at]?.lower === "and";
}

const isNumberOf = (words: readonly Word[]): boolean =>
  /^(?:an?|the)$/.test(words[0]?.lower ?? "") &&
  /^(?:number|minority|majority|few|small|large|range|proportion)$/.test(words[1]?.lower ?? "");
