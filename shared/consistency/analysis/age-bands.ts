import { NUMBER_WORDS, valueOf } from "#shared/consistency/analysis/number-words.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { holding } from "#shared/consistency/analysis/within.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** A group by age, in whole years: “under five” runs to 4, “five and over” has no end. */
export interface AgeBand {
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly sentence: Span;
  readonly start: number;
  readonly end: number;
}

/** No age is higher; numbers beyond it are something else. */
const OLDEST = 30;
const AGE = `(\\d{1,2}|${NUMBER_WORDS})`;
const SPEAKS_OF_AGE = /\b(?:aged?|ages|years? (?:old|of age)|year[- ]olds?|under|over|post|school age)\b/i;
const mayBeAge = wordSign(/\b(?:aged?|ages|years?|under|over|post)\b/);
const BAND = new RegExp(
  [
    `\\b${AGE}\\s?(?:[–—-]|to|and)\\s?${AGE}\\b(?=[\\s)-]*(?:years?\\b|year[- ]olds?|age\\b|\\)))`,
    `\\b(?:aged|ages|age)\\s(?:from |between )?${AGE}\\s?(?:[–—-]|to|and)\\s?${AGE}\\b`,
    `\\b${AGE}(?: years?(?: old| of age)?)?(?:\\+| plus\\b| and (?:over|above|older)\\b| or (?:over|above|older)\\b| years and over\\b)`,
    `\\b${AGE}(?: years?(?: old| of age)?)? (?:and|or) (?:under|below|younger)\\b`,
    `\\b(?:aged |age |children |those |people )?(under|below|over|post)[ -](?:the age of )?${AGE}(?:s\\b|(?= years?\\b| year[- ]olds?)|(?=[.,;) ]|$))`,
  ].join("|"),
  "gi",
);
/** “over 10 children”, “under 12 months”: numbers of something else. */
const NO_AGE_AFTER =
  /^ ?(?:%|per cent|months?|weeks?|days?|hours?|minutes?|children|young|people|staff|cases|families|social|referrals|miles|looked|professionals|schools|homes|carers|different|new|or more|times)/i;

/** Age bands of one text, in order. Years of a date, times and counts are none. */
export const ageBandsOf = perText((analysis): readonly AgeBand[] => {
  const { text, sentences } = analysis;
  if (!mayBeAge(analysis) || !SPEAKS_OF_AGE.test(text)) return [];
  const bands: AgeBand[] = [];
  for (const match of text.matchAll(BAND)) {
    const end = match.index + match[0].length;
    const band = bandOf(match);
    const sentence = holding(sentences, match.index);
    if (band === null || sentence === null || NO_AGE_AFTER.test(text.slice(end, end + 16))) continue;
    bands.push({ ...band, written: match[0], sentence, start: match.index, end });
  }
  return bands;
});

function bandOf(match: RegExpExecArray): Pick<AgeBand, "from" | "to"> | null {
  const [, a, b, c, d, andOver, andUnder, edge, edgeAge] = match;
  const from = valueOf(a ?? c ?? andOver ?? "");
  const to = valueOf(b ?? d ?? andUnder ?? "");
  if (edge !== undefined) {
    const age = valueOf(edgeAge!);
    if (age === null || age > OLDEST) return null;
    return /^(?:under|below)$/i.test(edge) ? { from: 0, to: age - 1 } : { from: age + 1, to: Infinity };
  }
  if ((from ?? 0) > OLDEST || (to ?? 0) > OLDEST) return null;
  if (andOver !== undefined) return { from: from ?? 0, to: Infinity };
  if (andUnder !== undefined) return { from: 0, to: to ?? 0 };
  return from !== null && to !== null && from < to ? { from, to } : null;
}
