import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import type { GradeStatement } from "#shared/consistency/analysis/grade-statements.ts";
import { meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import { shorten, wordsOf } from "#shared/consistency/analysis/words.ts";
import { within } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** The subject is itself a quantity. */
const QUANTITY =
  /^(?:the )?(?:overall |current )?(?:numbers?|proportions?|percentages?|(?:attendance |take[- ]?up |completion |vacancy |turnover |absence |adoption |participation |immunisation )?rates?|take[- ]?up|uptake|levels?|volume) (?:of|for)\b/i;
const RATES = /^(?:the )?(?:[\p{L}’'-]+ ){1,3}(?:rates|figures)\b/iu;

export const figureGradedWithoutFigure = defineRule({
  id: "figure/graded-without-figure",
  number: 29,
  severity: "warning",
  mode: "heuristic",
  title: "A number is graded but never given",
  why: "“The number of care leavers in suitable accommodation is adequate” cannot be agreed or disputed without the number.",
  remedy: "Give the number, the proportion or the rate, and what it is compared with.",
  source: "Quality assurance practice: a graded quantity states the quantity",
  guards: [
    "Only where the number, proportion, rate or level is the subject of a sentence that grades it.",
    "A figure in the sentence is enough, and so is one in the next sentence for what is graded.",
  ],
  examples: {
    flagged: [
      { lines: ["The number of care leavers in suitable accommodation is good."] },
      { lines: ["Attendance rates for children in care are good."] },
    ],
    clean: [
      { lines: ["The number of care leavers in suitable accommodation is good, at 92%."] },
      { lines: ["Attendance rates are good. In 2013 attendance was 96%."] },
      { lines: ["The quality of care is good. Outcomes are good."] },
    ],
  },
  over: "block",
  *check(view) {
    for (const statement of view.analysis.statements) {
      if (statement.form !== "predicate" || statement.voice === "other") continue;
      const subject = view.text.slice(statement.span.start, statement.span.end);
      if (!QUANTITY.test(subject) && !RATES.test(subject)) continue;
      if (/^(?:the )?levels? of (?!\w+ (?:absence|attendance))/i.test(subject)) continue;
      if (isGiven(view.analysis, statement)) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [statement.span.start, statement.span.end],
        message: `“${shorten(subject, 120)}”: the sentence grades a number and does not give it. Add the figure and what it is compared with.`,
      };
    }
  },
});

/** In the sentence itself; or in the next as a percentage, or as a count of what is graded. */
function isGiven(analysis: BlockAnalysis, { span, sentence }: GradeStatement): boolean {
  if (within(analysis.quantities, sentence).some(({ kind }) => FIGURES.has(kind))) return true;
  const next = analysis.sentences[analysis.sentences.indexOf(sentence) + 1];
  if (!next) return false;
  const subject = new Set(meaningOf(wordsOf(analysis.text, span.start, span.end)));
  return within(analysis.quantities, next).some(
    ({ kind, unit }) =>
      FIGURES.has(kind) && (kind !== "count" || meaningOf(wordsOf(unit)).some((root) => subject.has(root))),
  );
}

const FIGURES: ReadonlySet<string> = new Set(["count", "percent", "fraction"]);
