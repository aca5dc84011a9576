import { changesOf, isDated, sharesOf } from "#shared/consistency/analysis/figures.ts";
import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { holding, nearby, within } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** Cases that were looked at, whose number means something only against how many were looked at. */
const SAMPLED = /\b(?:sampl\w+|audit(?:ed|s)?|dip|case files?|files (?:seen|read)|tracked)\b/i;
const maySample = wordSign(/\b(?:sampl|audit|dip\b|case\b|files\b|tracked\b)/);
const CASE = /\b(?:assessments?|cases?|files?|records?|plans?|referrals?)$/;
const FOUND = /^(?: [\p{L}’'-]+){0,4} (?:were|was|had|did|lacked|contained|showed|required|needed)\b/u;
/** “five cases sampled” is how many were looked at. */
const LOOKED_AT =
  /^ (?:were )?(?:sampled|audited|seen|tracked|reviewed|examined|read|looked|selected|considered)\b/;
const SAYS_HOW_MANY =
  /\b(?:sampl\w+|audit\w*|review\w*|saw|examin\w+|track\w+|read|look\w+ at|evaluat\w+) (?:of )?(?:a |the )?(?:further )?$/i;

export const figureWithoutBaseOrDate = defineRule({
  id: "figure/without-base-or-date",
  number: 28,
  severity: "advice",
  mode: "heuristic",
  title: "A figure lacks what it is measured against",
  why: "“A 91% reduction” may be from 11 to 1 or from 1,100 to 99; without base and dates nobody can check or compare it.",
  remedy: "Give the numbers behind the percentage, the two dates of a change, or how many were looked at.",
  source: "Quality assurance practice: every figure carries base, period and source",
  guards: [
    "A change needs a date, a year or a period in its sentence; “since the last inspection” will do.",
    "A reduction or increase in per cent needs the numbers in its sentence or the next.",
    "A count of cases is asked for its base only where the sentence speaks of a sample or an audit.",
    "One finding a paragraph.",
  ],
  examples: {
    flagged: [
      { lines: ["Performance has improved from 30% to 90%."] },
      { lines: ["Since 2004/05 there has been a 91% reduction in exclusions."] },
      { lines: ["In a random sampling of case files, six assessments were referred back."] },
    ],
    clean: [
      { lines: ["Performance improved from 30% in 2008 to 90% in 2009."] },
      { lines: ["There has been a 50% reduction in exclusions since 2004, from 20 to 10."] },
      { lines: ["In a sample of 21 case files, six assessments were referred back."] },
      { lines: ["At the time of the inspection 79% of care leavers are in training."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.analysis.quantities.length === 0 || view.block.kind === "table") return;
    const [first, ...others] = baselessIn(view.analysis);
    if (!first) return;
    const more = others.length === 0 ? "" : ` ${others.length} more in this paragraph.`;
    yield {
      areaId: view.areaIds[0] ?? null,
      blockId: view.id,
      span: [first.start, first.end],
      message: `“${shorten(view.text.slice(first.start, first.end), 120)}” ${first.lacks}.${more}`,
    };
  },
});

interface Baseless extends Span {
  readonly lacks: string;
}

const baselessIn = perText((analysis): readonly Baseless[] => {
  const found: Baseless[] = [];
  for (const { from, by, sentence, start, end } of changesOf(analysis)) {
    if (isQuoted(analysis.quotations, start)) continue;
    if (from !== null && from.kind !== "measure" && !isDated(analysis, nearby(sentence, { start, end })))
      found.push({ start, end, lacks: "says no dates: add when each figure was taken" });
    if (by !== null && !hasCounts(analysis, sentence, { start, end }))
      found.push({ start, end, lacks: "gives no numbers: add how many there were before and after" });
  }
  if (maySample(analysis) && SAMPLED.test(analysis.text)) found.push(...sampled(analysis));
  return found.toSorted((a, b) => a.start - b.start);
});

/** Counts in the sentence of a change or the one after it, or two percentages. */
function hasCounts(analysis: BlockAnalysis, sentence: Span, change: Span): boolean {
  const next = holding(analysis.sentences, sentence.end + 1);
  const near = { ...nearby(sentence, change), ...(next ? { end: nearby(next, next).end } : {}) };
  const reach = { start: near.start, end: Math.min(near.end, change.end + 2 * NEXT) };
  return (
    within(analysis.quantities, reach).some(({ kind }) => kind === "count" || kind === "money") ||
    within(changesOf(analysis), reach).some(({ from }) => from !== null)
  );
}

/** As much of the next sentence as is read for the numbers behind a change. */
const NEXT = 200;

function* sampled(analysis: BlockAnalysis): Generator<Baseless> {
  for (const quantity of analysis.quantities) {
    if (quantity.kind !== "count" || !CASE.test(quantity.unit)) continue;
    const sentence = holding(analysis.sentences, quantity.start);
    if (!sentence) continue;
    const near = nearby(sentence, quantity);
    if (!SAMPLED.test(analysis.text.slice(near.start, near.end))) continue;
    if (!FOUND.test(analysis.text.slice(quantity.unitEnd, quantity.unitEnd + 60))) continue;
    if (LOOKED_AT.test(analysis.text.slice(quantity.unitEnd, quantity.unitEnd + 20))) continue;
    if (SAYS_HOW_MANY.test(analysis.text.slice(near.start, quantity.start))) continue;
    if (within(sharesOf(analysis), near).some(({ part, whole }) => part === quantity || whole === quantity))
      continue;
    const others = within(analysis.quantities, near).filter(
      (each) => each.kind === "count" && each !== quantity,
    );
    if (others.some(({ value }) => value >= quantity.value)) continue;
    yield {
      start: quantity.start,
      end: quantity.unitEnd,
      lacks: "– of how many? Give the size of the sample",
    };
  }
}
