import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { changesOf, timedPercents, type Change, type Timed } from "#shared/consistency/analysis/figures.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { nearby } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** Two sentences with so many roots in common give figures for one thing. */
const SAME_THING = 3;
/** A fall of fewer points may be chance, and needs no words. */
const FEWEST_POINTS = 3;
const PRAISES = /\b(?:(?:good |significant |strong )?progress|improv\w+|success\w*|positive)\b/i;
const RISES = /\b(?:increas\w+|ris(?:e|en|ing)|rose)\b/i;
const OWNS_UP =
  /\b(?:fall\w*|fell|drop\w*|dip\w*|declin\w+|decreas\w+|reduc\w+|lower|worse\w*|deteriorat\w+|slipp\w+|down from|not been sustained|although|despite|compared (?:to|with))\b/i;
const NOT =
  /\b(?:not|no|never|without|rather than|instead of|target\w*|planned?|aims?|should|would|could|if)\b/i;

export const figureTrendWordsDisagree = defineRule({
  id: "figure/trend-words-disagree",
  number: 27,
  severity: "warning",
  mode: "heuristic",
  title: "The words for a trend do not fit its figures",
  why: "A fall that is called progress is the sentence a critic quotes.",
  remedy: "Name the change that the figures show, the last one included.",
  source: "Quality assurance practice: trend words agree with the series",
  guards: [
    "“From … to …” is judged only when its nearest word says up or down, and no “not”, plan or target stands in the sentence.",
    "A series needs three dated percentages for one thing, the last at least three points below the one before, and nothing that owns to it.",
  ],
  examples: {
    flagged: [
      { lines: ["The number of visits increased from 414 to 369 in 2009."] },
      { lines: ["Absence has fallen from 4% in 2012 to 6% in 2013."] },
      {
        lines: [
          "Good progress is made to engage young people in education, employment and training. In 2005 only 29% of care leavers were in education, employment or training, in 2008/09 this increased to 89%. At the time of the inspection 79% of care leavers are in education, employment or training.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "Numbers increased from 414 to 469. The waiting time has reduced from 21 weeks to eight weeks.",
        ],
      },
      { lines: ["Visits have not increased from 40 to 30."] },
      {
        lines: [
          "Progress is good. In 2005 29% of care leavers were in training, in 2008 this increased to 89%. Currently 79% of care leavers are in training, which is a fall of ten points.",
        ],
      },
    ],
  },
  over: "block",
  *check(view) {
    const { analysis } = view;
    if (analysis.quantities.length < 2 || view.block.kind === "table") return;
    const place = { areaId: view.areaIds[0] ?? null, blockId: view.id };
    for (const change of changesOf(analysis)) {
      if (change.from === null || change.to === null || !isContrary(change)) continue;
      if (NOT.test(view.text.slice(nearby(change.sentence, change).start, change.end))) continue;
      yield {
        ...place,
        span: [change.start, change.end],
        message: `“${change.word}” goes with figures that go the other way, from ${change.from.written} to ${change.to.written}. Correct the word or the figures.`,
      };
    }
    const fall = unownedFall(analysis);
    if (fall)
      yield {
        ...place,
        span: [fall.before.quantity.start, fall.last.quantity.end],
        message: `The figures end with a fall, from ${fall.before.quantity.written} to ${fall.last.quantity.written}, but the words speak only of a rise (“${fall.word}”). Say that it has fallen, and why.`,
      };
  },
});

function isContrary({ direction, from, to }: Change): boolean {
  const rise = to!.value - from!.value;
  if (from!.precision !== "exact" || to!.precision !== "exact") return false;
  return direction === "up" ? rise < 0 : direction === "down" ? rise > 0 : false;
}

interface Fall {
  readonly before: Timed;
  readonly last: Timed;
  readonly word: string;
}

function unownedFall(analysis: BlockAnalysis): Fall | null {
  const timed = timedPercents(analysis);
  for (let i = 2; i < timed.length; i++) {
    const [first, before, last] = [timed[i - 2]!, timed[i - 1]!, timed[i]!];
    if (!(first.time < before.time && before.time < last.time)) continue;
    if (before.quantity.value <= first.quantity.value) continue;
    if (before.quantity.value - last.quantity.value < FEWEST_POINTS) continue;
    if (!isOneThing(analysis, first, before) || !isOneThing(analysis, before, last)) continue;
    const said = analysis.text.slice(Math.max(0, first.quantity.start - 1000), last.sentence.end);
    const word = (PRAISES.exec(said) ?? RISES.exec(said))?.[0];
    if (word !== undefined && !OWNS_UP.test(textOf(analysis, nearby(last.sentence, last.quantity))))
      return { before, last, word };
  }
  return null;
}

const textOf = ({ text }: BlockAnalysis, { start, end }: Span): string => text.slice(start, end);

function isOneThing(analysis: BlockAnalysis, a: Timed, b: Timed): boolean {
  if (a.sentence === b.sentence) return true;
  const rootsOf = ({ sentence }: Timed): readonly string[] =>
    analysis.roots[analysis.sentences.indexOf(sentence)] ?? [];
  const known = new Set(rootsOf(a));
  return new Set(rootsOf(b).filter((root) => known.has(root))).size >= SAME_THING;
}
