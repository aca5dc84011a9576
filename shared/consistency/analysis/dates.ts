import { MONTHS } from "#shared/consistency/analysis/months.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";

/** A date or a period as a text names it. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** Null for “in July”; of a period such as 2008/09 the year it starts in. */
  readonly year: number | null;
  /** 1 to 12; null for a year alone. */
  readonly month: number | null;
  readonly day: number | null;
  /** “2008/09”, “2013–14”. */
  readonly period: boolean;
}

const NAMES = MONTHS.join("|");
const DATE = new RegExp(
  `\\b(${NAMES})\\b(?:,?\\s+((?:19|20)\\d\\d)\\b)?|(?<![\\d.,£–—/-])\\b((?:19|20)\\d\\d)(?:\\s?[/–—-]\\s?(\\d\\d(?:\\d\\d)?))?\\b(?![,.]\\d|%)`,
  "g",
);
/** “July and October 2021”, “18 February to 1 March 2019”: the year stands for both. */
const DAY_BEFORE = /(?<![\d.,])(\d{1,2})(?:st|nd|rd|th)?\s+$/;
const JOINED = /^(?:,?\s+(?:and|to|or|until|till)\s+|\s?[,–—-]\s?)$/;
/** After a bare four-digit number these make it a count. */
const COUNTED = /^\s+(?:looked|children|young|people|families|referrals|pupils|contacts|assessments|cases)\b/;

const mayDate = wordSign(new RegExp(`${NAMES.toLowerCase()}|(?:19|20)\\d\\d`));

/** Dates and periods of one text, in order. */
export const datesOf = perText((analysis): DateMention[] => {
  if (!mayDate(analysis)) return [];
  const { text } = analysis;
  const found: DateMention[] = [];
  for (const match of text.matchAll(DATE)) {
    const [written, month, yearOfMonth, year, until] = match;
    const end = match.index + written.length;
    if (month === undefined && COUNTED.test(text.slice(end, end + 16))) continue;
    const day =
      month === undefined ? null : DAY_BEFORE.exec(text.slice(Math.max(0, match.index - 8), match.index));
    const start = match.index - (day?.[0].length ?? 0);
    const years = yearOfMonth ?? year;
    found.push({
      start,
      end,
      written: text.slice(start, end),
      year: years === undefined ? null : Number(years),
      month: month === undefined ? null : MONTHS.indexOf(month as (typeof MONTHS)[number]) + 1,
      day: day === null ? null : Number(day[1]),
      period: until !== undefined,
    });
  }
  for (let i = found.length - 2; i >= 0; i--) {
    const [here, next] = [found[i]!, found[i + 1]!];
    if (here.year === null && next.year !== null && JOINED.test(text.slice(here.end, next.start)))
      found[i] = { ...here, year: next.year };
  }
  return found;
});

/** Years as a number for putting dates in order, the middle of what is named; null without a year. */
export function timeOf({ year, month, day, period }: DateMention): number | null {
  if (year === null) return null;
  if (month === null) return year + (period ? 0.75 : 0.5);
  return year + (month - 1) / 12 + ((day ?? 15) - 1) / 372;
}

/** 2009-09-30 on the same scale; null when it is not known. */
export function timeOfDay(isoDate: string | null): number | null {
  if (isoDate === null) return null;
  const [year, month, day] = isoDate.split("-").map(Number);
  return year! + (month! - 1) / 12 + (day! - 1) / 372;
}
