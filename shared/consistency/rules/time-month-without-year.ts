import { datesOf } from "#shared/consistency/analysis/dates.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { holding, nearby } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** May and April are names too. */
const IN_TIME =
  /\b(?:in|since|from|by|during|until|before|after|between|of|early|late|mid|last|this|next|and|to|or)[ -]$/i;
const YEARLY =
  /^(?: (?:each|every|of each|this|last|next|of that|of this|that|the same|the following) ?(?:year)?)/;
const EVERY_YEAR = /\b(?:each|every|annual(?:ly)?|academic|financial|birth|born)\b/i;

export const timeMonthWithoutYear = defineRule({
  id: "time/month-without-year",
  number: 41,
  severity: "advice",
  mode: "deterministic",
  title: "A month is named without its year",
  why: "A year later nobody knows which July is meant.",
  remedy: "Add the year.",
  source: "Quality assurance practice: relative time is anchored",
  guards: [
    "A year anywhere in the sentence, or earlier in the paragraph, is taken to tell which month is meant.",
    "Months that come every year, and words in quotations, are left alone.",
  ],
  examples: {
    flagged: [{ lines: ["This was not supported by the unannounced inspection in July."] }],
    clean: [
      { lines: ["The inspection in July 2009 said so. In September it was repeated."] },
      { lines: ["Between April and June 2009 three children left."] },
      { lines: ["Plans are renewed each year in April. May Smith chairs the board."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return;
    const dates = datesOf(view.analysis);
    const firstYear = dates.find(({ year }) => year !== null)?.start ?? Infinity;
    for (const date of dates) {
      if (date.month === null || date.year !== null) continue;
      if (date.day === null && !IN_TIME.test(view.text.slice(Math.max(0, date.start - 9), date.start)))
        continue;
      const sentence = holding(view.analysis.sentences, date.start);
      if (!sentence || firstYear < sentence.end || isQuoted(view.analysis.quotations, date.start)) continue;
      const near = nearby(sentence, date);
      if (YEARLY.test(view.text.slice(date.end, date.end + 22))) continue;
      if (EVERY_YEAR.test(view.text.slice(near.start, near.end))) continue;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [date.start, date.end],
        message: `“${date.written}” of which year? Add it: the report will be read for longer than the months ahead.`,
      };
      return;
    }
  },
});
