import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { holding, nearby, within } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

const COMPARES =
  /\b(?:(?:well |significantly |slightly |considerably |just |much |far |consistently |substantially )?(?:above|below|higher than|lower than|better than|worse than|in line with|similar to|comparable (?:to|with)|exceeds?|compares? (?:very |\w+ly )?(?:un)?favourably (?:to|with)))(?: [\p{L}’'-]+){0,6}? (?:averages?|councils|neighbours|comparators|authorities|nationally|England|national (?:figures?|rates?|levels?|data|performance))\b|\b(?:above|below) average\b/giu;

export const figureComparatorNotGiven = defineRule({
  id: "figure/comparator-not-given",
  number: 30,
  severity: "advice",
  mode: "heuristic",
  title: "A comparison gives no figure to compare with",
  why: "“Below the national average” may be by one point or by thirty; readers who know the figures will ask.",
  remedy: "Give both figures and the year, as in “4.7%, below the national average of 24.5%”.",
  source: "Quality assurance practice: the comparator is named",
  guards: [
    "Two figures of one kind in the sentence, or figures in brackets after the comparison, are enough.",
    "“In line with” and “similar to” need no second figure where the first is given.",
    "Comparisons inside quotations are left alone, and each paragraph is reported once.",
  ],
  examples: {
    flagged: [
      { lines: ["The proportion entitled to free school meals is below the national average."] },
      { lines: ["Only 46% were good, which is well below the performance of similar councils."] },
      { lines: ["Attendance rates are good and are above average."] },
    ],
    clean: [
      { lines: ["Attendance was 95.7%, which is in line with the national average."] },
      { lines: ["They account for 4.7% of pupils, which is well below the national average of 24.5%."] },
      { lines: ["Attendance, at 96%, is above the national average (94%)."] },
      { lines: ["Performance is better than at the last inspection."] },
    ],
  },
  over: "block",
  *check(view) {
    if (
      view.block.kind === "table" ||
      !mayCompare(view.analysis) ||
      !mayHaveOthers(view.analysis) ||
      !QUICK.test(view.text)
    )
      return;
    const [first, ...others] = unnamedIn(view.analysis);
    if (!first) return;
    const said = shorten(view.text.slice(first.start, first.end), 110);
    yield {
      areaId: view.areaIds[0] ?? null,
      blockId: view.id,
      span: [first.start, first.end],
      message: `“${said}” ${first.own ? "gives its own figure but not the one it is compared with" : "gives neither figure"}. Add ${first.own ? "it" : "both"}, with the year.${others.length > 0 ? ` So do ${others.length} more here.` : ""}`,
    };
  },
});

const QUICK = /\b(?:average|councils|neighbours|comparators|authorities|nationally|England|national)/;
const mayCompare = wordSign(
  /\b(?:above|below|higher|lower|better|worse|line|similar|comparable|exceeds?|compares?)\b/,
);
const mayHaveOthers = wordSign(
  /\b(?:averages?|councils|neighbours|comparators|authorities|nationally|england|national)\b/,
);

interface Unnamed extends Span {
  /** Its own figure is given. */
  readonly own: boolean;
}

const unnamedIn = perText((analysis): readonly Unnamed[] => {
  const found: Unnamed[] = [];
  for (const match of analysis.text.matchAll(COMPARES)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isQuoted(analysis.quotations, span.start)) continue;
    const sentence = holding(analysis.sentences, span.start);
    if (!sentence) continue;
    const figures = figuresIn(analysis, nearby(sentence, span));
    if (figures >= 2) continue;
    const index = analysis.sentences.indexOf(sentence);
    const next = analysis.sentences[index + 1];
    const previous = refersBack(analysis, sentence) ? analysis.sentences[index - 1] : undefined;
    if (next && refersBack(analysis, next) && figuresIn(analysis, next) >= 2) continue;
    const own = figures === 1 || (previous !== undefined && figuresIn(analysis, previous) > 0);
    if (own && LEVEL.test(match[0])) continue;
    found.push({ ...span, own });
  }
  return found;
});

/** “95.7%, in line with the national average”: what is given is about what it is compared with. */
const LEVEL = /^(?:in line with|similar to|comparable (?:to|with))/i;

const REFERS_BACK = /^(?:This|These|It|They|The (?:figures?|rates?|averages?))\b/;
const refersBack = (analysis: BlockAnalysis, { start }: Span): boolean =>
  REFERS_BACK.test(analysis.text.slice(start, start + 16));

/** Of the kind that has most: a percentage and a count are no comparison. */
function figuresIn(analysis: BlockAnalysis, sentence: Span): number {
  const here = within(analysis.quantities, sentence);
  const times = (...kinds: Quantity["kind"][]): number =>
    here.filter(({ kind }) => kinds.includes(kind)).length;
  return Math.max(times("percent", "fraction"), times("count"), times("money"));
}
