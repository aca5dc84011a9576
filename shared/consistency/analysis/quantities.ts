import { MONTHS } from "#shared/consistency/analysis/months.ts";
import { FRACTION, fractionOf, NUMBER_WORDS, valueOf } from "#shared/consistency/analysis/number-words.ts";
import type { Reading } from "#shared/consistency/analysis/reading.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { wordsOf, type Word } from "#shared/consistency/analysis/words.ts";

/**
 * A number of something, with what it counts and how exact it is. Years, dates, paragraph and grade numbers are none.
 * What only some rules need is read from it by dates.ts, figures.ts and age-bands.ts.
 */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** A range’s first number; of a fraction between 0 and 1; of money in pounds. */
  readonly value: number;
  /** `measure`: an age or a length of time, which counts nothing. `fraction`: “one third”. */
  readonly kind: "count" | "percent" | "range" | "measure" | "fraction" | "money";
  /** “nearly 117,000” is under what is written, “over one third” is over, “about 30” may be either. */
  readonly precision: "exact" | "about" | "under" | "over";
  /** As it stands: “469”, “six”, “5–16”. */
  readonly written: string;
  /** What is counted, lower case, up to the next verb or preposition: “looked after children”. Empty when not said. */
  readonly unit: string;
  /** End of the unit in the text; the number’s own end when there is none. */
  readonly unitEnd: number;
}

const NUMBER_WORD = new RegExp(`\\b(?:${NUMBER_WORDS})\\b`, "gi");
const namesNumber = wordSign(new RegExp(`\\b(?!one\\b)(?:${NUMBER_WORDS})\\b`));
const namesFraction = wordSign(/third|quarter|fifth|tenth|half/);
const DIGITS = /(?<![\d.,£$/-])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,£$/-])\d+(?:\.\d+)?(?![\d]|,\d{3})/g;
const MONTH = MONTHS.join("|");
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th)?\\s+(?:${MONTH})\\b`);
const MONTH_BEFORE = new RegExp(`(?:${MONTH})\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?$`);
const MONEY = /£\s?(\d[\d,]*(?:\.\d+)?)(?:\s?(million|billion|m|bn|k)\b)?/g;
const TIMES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };
/** Before a number, how exact it is. */
const ROUGH =
  /\b(?:(about|around|approximately|roughly|some|circa|estimated)|(nearly|almost|under|less than|fewer than|up to)|(over|more than|at least|in excess of|upwards of))\s+(?:a |the )?$/i;
/** The number is a name: “Grade 4”, “Year 6”, “Key Stages 1”, “paragraph 12”. */
const NAMED_BEFORE =
  /\b(?:grade|year|years|stage|stages|level|levels|tier|section|part|paragraph|paragraphs|page|figure|table|chapter|article|regulation|act|step|phase|group|survey|tellus|band|key stages?(?: \d+,?)*(?: and)?)\s+$/i;
/** “two-year”, “two of its”; but “six of the 13” and “six of 13” count. “two thirds” is a fraction. */
const IN_NO_COUNT = /^(?:-| of\b(?! the| \d)| (?:thirds|quarters|fifths)\b)/;
const UNIT_STOPS = new Set(
  "and or of in at on to by with for from who whose which that this is are was were had have has been be being as per than between under over aged during since before after within across until while but out were a an the their they it its cent looking being only receiving living placed live lives who's".split(
    " ",
  ),
);
const TIME_UNIT = /^(?:years?|months?|weeks?|days?|hours?|minutes?|working|calendar|times?|per)$/;
const AGE_BEFORE = /\b(?:under|over|aged?|ages|above|below|than|until|turn(?:ed|ing)?)\s+$/i;
/** Joining words inside a name for a group of children. */
const JOINED = new Set(["looked after", "children in", "cared for", "child in"]);
const LONGEST_UNIT = 5;

/** Quantities of one text, in order. */
export function quantitiesOf({ text, signs }: Pick<Reading, "text" | "signs">): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const quantity = fromDigits(text, match.index, match[0]);
    if (quantity) found.push(quantity);
  }
  if (namesNumber({ signs }))
    for (const match of text.matchAll(NUMBER_WORD)) {
      // “one of the”, “one another”, “no one”: no count; “tier-three” is a name.
      if (/^one$/i.test(match[0]) || text[match.index - 1] === "-") continue;
      const end = match.index + match[0].length;
      if (IN_NO_COUNT.test(text.slice(end, end + 14)) || NAMED_BEFORE.test(before(text, match.index)))
        continue;
      found.push(withUnit(text, match.index, end, valueOf(match[0]) ?? 0, "count"));
    }
  if (namesFraction({ signs }))
    for (const match of text.matchAll(FRACTION)) {
      const value = fractionOf(match[0], match[1] ?? match[2]!);
      found.push(withUnit(text, match.index, match.index + match[0].length, value, "fraction"));
    }
  if (text.includes("£"))
    for (const match of text.matchAll(MONEY)) {
      const value = Number(match[1]!.replaceAll(",", "")) * (TIMES[match[2] ?? ""] ?? 1);
      found.push(withUnit(text, match.index, match.index + match[0].length, value, "money"));
    }
  return found.sort((a, b) => a.start - b.start);
}

const before = (text: string, at: number): string => text.slice(Math.max(0, at - 24), at);

function fromDigits(text: string, start: number, written: string): Quantity | null {
  const value = Number(written.replaceAll(",", ""));
  let end = start + written.length;
  const after = text.slice(end, end + 24);
  const leading = before(text, start);
  if (/\p{L}$/u.test(leading) || NAMED_BEFORE.test(leading)) return null;
  const percent = /^\s?(?:%|per ?cent\b)/.exec(after);
  if (percent) {
    end += percent[0].length;
    return withUnit(text, start, end, value, "percent");
  }
  const range = /^\s?(?:[–—-]|to)\s?(\d+)(?![\d,])/.exec(after);
  if (range && !/^\s?to/.test(range[0])) {
    return {
      start,
      end: end + range[0].length,
      value,
      kind: "range",
      precision: "exact",
      written: text.slice(start, end + range[0].length),
      unit: "",
      unitEnd: end + range[0].length,
    };
  }
  // The second half of a range, a clock time, an ordinal, a money amount or an age.
  if (
    /[–—-]\s?$/.test(leading) ||
    /^(?:st|nd|rd|th)\b|^[:/]\d|^(?:am|pm)\b|^-(?:year|\s)|^[mk]\b| ?million/.test(after)
  )
    return null;
  if (MONTH_AFTER.test(after) || MONTH_BEFORE.test(leading)) return null;
  if (
    /^(?:19|20)\d\d$/.test(written) &&
    !/^\s+(?:looked|children|young|people|families|referrals|care|pupils)\b/.test(after)
  )
    return null;
  return withUnit(text, start, end, value, "count");
}

function withUnit(
  text: string,
  start: number,
  end: number,
  value: number,
  kind: "count" | "percent" | "fraction" | "money",
): Quantity {
  const words: Word[] = [];
  let last = end;
  for (const word of wordsOf(text, end, Math.min(text.length, end + 80))) {
    if (words.length === LONGEST_UNIT || /[.,;:()–—‘“]/.test(text.slice(last, word.start))) break;
    const joined = JOINED.has(`${words.at(-1)?.lower ?? ""} ${word.lower}`);
    if ((UNIT_STOPS.has(word.lower) && !joined) || /^\d/.test(word.text)) break;
    // “13 children’s homes inspected”: what was done to them is not what they are.
    if (words.length > 0 && /(?:ed|ly|seen|known)$/.test(word.lower)) break;
    words.push(word);
    last = word.end;
  }
  const leading = before(text, start);
  const measures = TIME_UNIT.test(words[0]?.lower ?? "") || AGE_BEFORE.test(leading);
  return {
    start,
    end,
    value,
    kind: kind === "count" && measures ? "measure" : kind,
    precision: precisionOf(leading),
    written: text.slice(start, end),
    unit: words.map((word) => word.lower).join(" "),
    unitEnd: words.length > 0 ? last : end,
  };
}

function precisionOf(leading: string): Quantity["precision"] {
  const rough = ROUGH.exec(leading);
  if (!rough) return "exact";
  return rough[1] === undefined ? (rough[2] === undefined ? "over" : "under") : "about";
}
