import { wordsOf, type Word } from "#shared/consistency/analysis/words.ts";

/** A number of something. Years, dates, paragraph and grade numbers are none. */
export interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** `measure`: an age or a length of time, which counts nothing. */
  readonly kind: "count" | "percent" | "range" | "measure";
  /** As it stands: “469”, “six”, “5–16”. */
  readonly written: string;
  /** What is counted, lower case, up to the next verb or preposition: “looked after children”. Empty when not said. */
  readonly unit: string;
  /** End of the unit in the text; the number’s own end when there is none. */
  readonly unitEnd: number;
}

const SMALL: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const NUMBER_WORD = new RegExp(
  `\\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|${Object.keys(SMALL).join("|")})\\b`,
  "gi",
);
const DIGITS = /(?<![\d.,£$/-])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,£$/-])\d+(?:\.\d+)?(?![\d]|,\d{3})/g;
const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December";
const MONTH_AFTER = new RegExp(`^(?:st|nd|rd|th)?\\s+(?:${MONTHS})\\b`);
const MONTH_BEFORE = new RegExp(`(?:${MONTHS})\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?$`);
/** The number is a name: “Grade 4”, “Year 6”, “Key Stages 1”, “paragraph 12”. */
const NAMED_BEFORE =
  /\b(?:grade|year|years|stage|stages|level|levels|tier|section|part|paragraph|paragraphs|page|figure|table|chapter|article|regulation|act|step|phase|group|survey|tellus|band|key stages?(?: \d+,?)*(?: and)?)\s+$/i;
const UNIT_STOPS = new Set(
  "and or of in at on to by with for from who whose which that this is are was were had have has been be being as per than between under over aged during since before after within across until while but out were a an the their they it its cent looking being only receiving living placed who's".split(
    " ",
  ),
);
const TIME_UNIT = /^(?:years?|months?|weeks?|days?|hours?|minutes?|working|calendar|times?|per)$/;
const AGE_BEFORE = /\b(?:under|over|aged?|ages|above|below|than|until|turn(?:ed|ing)?)\s+$/i;
/** Joining words inside a name for a group of children. */
const JOINED = new Set(["looked after", "children in", "cared for", "child in"]);
const LONGEST_UNIT = 5;

/** Quantities of one text, in order. */
export function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const quantity = fromDigits(text, match.index, match[0]);
    if (quantity) found.push(quantity);
  }
  if (/[a-z]/i.test(text))
    for (const match of text.matchAll(NUMBER_WORD)) {
      const end = match.index + match[0].length;
      if (
        /^(?:-| of\b(?! the))/.test(text.slice(end, end + 8)) ||
        NAMED_BEFORE.test(before(text, match.index))
      )
        continue;
      // “one of the”, “one another”, “no one”: no count.
      if (/^one$/i.test(match[0])) continue;
      const parts = match[0].toLowerCase().split("-");
      const value = parts.reduce((sum, part) => sum + (SMALL[part] ?? 0), 0);
      found.push(withUnit(text, match.index, end, value, "count"));
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
      written: text.slice(start, end + range[0].length),
      unit: "",
      unitEnd: end + range[0].length,
    };
  }
  // The second half of a range, a clock time, an ordinal, a money amount or an age.
  if (
    /[–—-]\s?$/.test(leading) ||
    /^(?:st|nd|rd|th)\b|^[:/]\d|^(?:am|pm)\b|^-year|^[mk]\b| ?million/.test(after)
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
  kind: "count" | "percent",
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
  const measures = TIME_UNIT.test(words[0]?.lower ?? "") || AGE_BEFORE.test(before(text, start));
  return {
    start,
    end,
    value,
    kind: kind === "count" && measures ? "measure" : kind,
    written: text.slice(start, end),
    unit: words.map((word) => word.lower).join(" "),
    unitEnd: words.length > 0 ? last : end,
  };
}
