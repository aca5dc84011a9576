import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { datesOf, timeOf } from "#shared/consistency/analysis/dates.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { holding, within } from "#shared/consistency/analysis/within.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";

/** A part and the whole it is a part of: “99 out of 123 councillors”, “of the 13 homes only 46%”. */
export interface Share {
  readonly part: Quantity;
  readonly whole: Quantity;
  readonly start: number;
  readonly end: number;
}

/** “from 30% to 90%”, “to 20 from 13”, “a 91% reduction”, “reduced by 25%”. */
export interface Change {
  /** Both null when only the size of the change is given. */
  readonly from: Quantity | null;
  readonly to: Quantity | null;
  readonly by: Quantity | null;
  /** As its words say; null when they do not: “improved”, “moved”. */
  readonly direction: "up" | "down" | null;
  /** The word that says the direction, as it stands; empty when there is none. */
  readonly word: string;
  readonly sentence: Span;
  readonly start: number;
  readonly end: number;
}

/** A quantity with the time it is given for. */
export interface Timed {
  readonly quantity: Quantity;
  readonly sentence: Span;
  /** Years as in `timeOf`; Infinity for the time of the inspection. */
  readonly time: number;
}

const BETWEEN_PART_AND_WHOLE =
  /^(?:\s[\p{L}’'-]+){0,3}?\s(?:out of|of)(?:\s(?:the|these|those|their|its|all|our|some|a total of|only))*\s$/u;
/** “Of the 13 children’s homes inspected only 46%”: nothing but the whole’s own words may stand between. */
const OF_WHOLE = /\bof (?:the|these|those|its|their|all(?: the| these)?) $/i;
const WHOLE_AND_PART = /^[^.;:()]{0,60}$/;
const NEW_CLAUSE = /\b(?:while|whilst|and|but|although|compared|national|previous|last|aged)\b/i;

/** Parts with their wholes, where both are counted exactly or the part is a percentage. */
export const sharesOf = perText((analysis): readonly Share[] => {
  const shares: Share[] = [];
  const { text, quantities } = analysis;
  for (let i = 1; i < quantities.length; i++) {
    const [first, second] = [quantities[i - 1]!, quantities[i]!];
    if (second.start - first.end > 110) continue;
    const between = text.slice(first.end, second.start);
    if (isPart(first) && second.kind === "count" && BETWEEN_PART_AND_WHOLE.test(between)) {
      if (first.kind !== "count" || first.value <= second.value)
        shares.push({ part: first, whole: second, start: first.start, end: second.unitEnd });
    } else if (
      first.kind === "count" &&
      isPart(second) &&
      OF_WHOLE.test(text.slice(Math.max(0, first.start - 24), first.start)) &&
      WHOLE_AND_PART.test(between) &&
      !NEW_CLAUSE.test(between) &&
      (second.kind !== "count" || second.value <= first.value)
    ) {
      shares.push({ part: second, whole: first, start: first.start, end: second.unitEnd });
    }
  }
  return shares;
});

const isPart = ({ kind }: Quantity): boolean => kind === "count" || kind === "percent";

const UP =
  "increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grow(?:n|s|ing)?|grew|doubled|trebled|climbed|upturn|went up";
const DOWN =
  "decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tions?)|fall(?:en|s|ing)?|fell|dropp?(?:ed|ing|s)?|declin(?:e|es|ed|ing)|halved|went down";
const OTHER =
  "improv(?:e|es|ed|ing|ements?)|mov(?:ed|ing|ement)|chang(?:e|ed|ing)|gone|went|worsened|deteriorated";
const DIRECTION = new RegExp(`\\b(?:(${UP})|(${DOWN})|(${OTHER}))\\b`, "gi");
const CHANGES = new RegExp(`\\b(?:${UP}|${DOWN}|${OTHER})\\b`, "i");
const mayChange = wordSign(new RegExp(`\\b(?:${UP}|${DOWN}|${OTHER})\\b`));
/** How far the word of direction may stand before its figures. */
const REACH = 120;

/** Changes that are given in figures. */
export const changesOf = perText((analysis): readonly Change[] => {
  const { text, quantities, sentences } = analysis;
  if (quantities.length === 0 || !mayChange(analysis) || !CHANGES.test(text)) return [];
  const found: Change[] = [];
  for (let i = 0; i < quantities.length; i++) {
    const first = quantities[i]!;
    if (!isPart(first) && first.kind !== "money" && first.kind !== "measure") continue;
    const sentence = holding(sentences, first.start);
    if (!sentence) continue;
    const said = directionBefore(text, sentence.start, first.start);
    const next = quantities[i + 1];
    const pair = said && next?.kind === first.kind && next.start < sentence.end;
    const between = pair ? text.slice(first.end, next.start) : "";
    const lead = text.slice(Math.max(sentence.start, first.start - 24), first.start);
    if (pair && /\bfrom (?:\w+ )?$/i.test(lead) && TO.test(between)) {
      found.push({ ...said, from: first, to: next, by: null, sentence, end: next.end });
      i++;
    } else if (pair && /\bto (?:\w+ )?$/i.test(lead) && FROM.test(between)) {
      found.push({ ...said, from: next, to: first, by: null, sentence, end: next.end });
      i++;
    } else if (first.kind === "percent") {
      const noun = BY.exec(text.slice(first.end, first.end + 28));
      const by = { from: null, to: null, by: first, sentence };
      if (noun)
        found.push({
          ...by,
          direction: UPWARD.test(noun[1]!) ? "up" : "down",
          word: noun[1]!,
          start: first.start,
          end: first.end + noun[0].length,
        });
      else if (said?.direction && BY_BEFORE.test(lead)) found.push({ ...by, ...said, end: first.end });
    }
  }
  return found;
});

const TO = /^[^.;]{0,70}?\bto (?:(?:just|about|around|nearly|almost|over|only|approximately|some|the) )*$/i;
const FROM = /^[^.;,()]{0,50}?,? from (?:(?:just|about|around|nearly|almost|over|only) )*$/i;
const BY = /^(?: point)?[- ](reduction|increase|decrease|rise|drop|fall|decline|growth)\b/i;
const BY_BEFORE = /\b(?:by|reduction of|increase of|rise of|fall of|drop of) (?:\w+ )?$/i;
const UPWARD = /^(?:increase|rise|growth)/i;

/** The nearest word of direction before a figure. */
function directionBefore(
  text: string,
  from: number,
  at: number,
): Pick<Change, "direction" | "word" | "start"> | null {
  const start = Math.max(from, at - REACH);
  let last: RegExpExecArray | null = null;
  for (const match of text.slice(start, at).matchAll(DIRECTION)) last = match;
  if (!last) return null;
  return { direction: last[1] ? "up" : last[2] ? "down" : null, word: last[0], start: start + last.index };
}

const NOW =
  /\b(?:at the time of (?:the|this) inspection|currently|at present|now stands? at|to date|latest)\b/gi;

/** Percentages with the date they are given for, as the same sentence tells it: the date nearest before, else after. */
export const timedPercents = perText((analysis): readonly Timed[] => {
  const percents = analysis.quantities.filter(({ kind }) => kind === "percent");
  if (percents.length < 2) return [];
  const dates = datesOf(analysis).flatMap((date) => {
    const time = timeOf(date);
    return time === null ? [] : [{ start: date.start, end: date.end, time }];
  });
  for (const { index } of analysis.text.matchAll(NOW))
    dates.push({ start: index, end: index, time: Infinity });
  dates.sort((a, b) => a.start - b.start);
  return percents.flatMap((quantity) => {
    const sentence = holding(analysis.sentences, quantity.start);
    if (!sentence) return [];
    const near = { start: Math.max(sentence.start, quantity.start - NEAR), end: quantity.start };
    const after = { start: quantity.end, end: Math.min(sentence.end, quantity.end + NEAR) };
    const date = within(dates, near).at(-1) ?? within(dates, after)[0];
    return date ? [{ quantity, sentence, time: date.time }] : [];
  });
});

/** No date farther away, in characters, is taken for a percentage's own. */
const NEAR = 200;

/** Whether a span names a date, a period, or the time of the inspection. */
export const isDated = (analysis: BlockAnalysis, span: Span): boolean =>
  within(datesOf(analysis), span).length > 0 || TIME_WORDS.test(analysis.text.slice(span.start, span.end));

const TIME_WORDS =
  /\b(?:at the time of|(?:last|previous|this|past|current|preceding|academic|financial|same|calendar) (?:year|month|quarter|inspection|twelve|12|six|two|three|academic|financial|\d)|(?:weeks?|months?|years?) (?:ago|before|prior|earlier)|within (?:the |a )?\w+ (?:months?|years?|weeks?)|over (?:the )?(?:last|past)|since|quarter|half of the year|year[- ](?:on[- ]year|end|to[- ]date)|currently|in the (?:six|three|twelve|12|18) months|(?:two|three|four|five|\d+)[- ]year)\b/i;
