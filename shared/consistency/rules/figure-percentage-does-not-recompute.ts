import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { sharesOf } from "#shared/consistency/analysis/figures.ts";
import {
  agrees,
  decimalsOf,
  isCutOff,
  isPossible,
  nearest,
} from "#shared/consistency/analysis/percentages.ts";
import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { within } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";

/** Between a count and its percentage: “14 (54%)”, “14 children, or 54%,”. */
const OPENS = /^[^.;()%]{0,45}(?:\(|,? (?:or|that is|representing|equal to|equivalent to)) ?$/;
const DIRECTLY = /^(?: [\p{L}’'-]+){0,2} ?\((?:or )?$/u;
/** “19 live in homes, of whom 90% …”. */
const OF_WHOM = /^[^.;()]{0,70}, of (?:whom|which) (?:only )?$/;
const OF_THE = /\b[Oo]f (?:the |these |those |its |all )?$/;
const THEN_OF = /^\)(?: [\p{L}’'-]+){0,4} (?:out )?of (?:the |these |those |its |all )*$/u;
/** A percentage farther from its counts, in characters, is not looked for. */
const BESIDE = 70;
export const figurePercentageDoesNotRecompute = defineRule({
  id: "figure/percentage-does-not-recompute",
  number: 25,
  severity: "warning",
  mode: "deterministic",
  title: "A percentage does not follow from its counts",
  why: "Anyone can divide one figure by the other; a slip here makes every other percentage doubtful.",
  remedy: "Work the percentage out again from the source, and correct it or the counts.",
  source: "Quality assurance practice: percentages are recomputed from their counts",
  guards: [
    "Only where part, whole and percentage stand side by side: “14 of the 26 (54%)”, “of the 13 homes only 46%”.",
    "Rounding is allowed for, and three points for figures given as “about” or “nearly”. A percentage cut off instead of rounded is advice.",
  ],
  examples: {
    flagged: [
      { lines: ["14 of the 26 plans (64%) were late."] },
      { lines: ["Of the 13 children’s homes inspected only 45% were good."] },
      { lines: ["Of the 26 children, 14 (54%) have a plan and 12 (42%) have none."] },
      { lines: ["19 children live in homes, of whom 90% live out of the area."] },
      { lines: ["There were 12 (40%) of the 24 carers at the meeting."] },
    ],
    clean: [
      { lines: ["Of the 13 children’s homes inspected only 46% were judged to be good."] },
      { lines: ["14 of the 26 plans (54%) were late."] },
      { lines: ["99 out of 123 councillors are new."] },
      {
        lines: [
          "Nearly half, 12 of the 26 (about 45%), are late. 3 of 4 visits took place, and 90% were good.",
        ],
      },
    ],
  },
  over: "block",
  *check(view) {
    if (view.block.kind === "table" || view.analysis.quantities.length < 2) return;
    for (const { part, whole } of excessesIn(view.analysis))
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [part.start, whole.end],
        message: `${part.written} is more than the ${whole.written} it is said to be part of. Check the figures against their source.`,
      };
    if (!view.text.includes("%") && !view.text.includes("cent")) return;
    for (const { part, whole, percent } of sumsOf(view.analysis)) {
      const off = part === null ? !isPossible(whole, percent) : !agrees(part, whole, percent);
      if (!off) continue;
      const places = decimalsOf(percent);
      const exact = part === null ? null : ((100 * part.value) / whole.value).toFixed(Math.max(1, places));
      const start = Math.min(part?.start ?? whole.start, whole.start, percent.start);
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [start, Math.max(part?.end ?? 0, whole.end, percent.end)],
        ...(isCutOff(part, whole, percent) ? { severity: "advice" as const } : {}),
        message:
          part === null
            ? `No whole number out of ${whole.written} is ${percent.written}: ${nearest(whole, percent)}. Check the figures against their source.`
            : `${part.written} of ${whole.written} is ${exact}%, but the text says ${percent.written}. Check the figures against their source.`,
      };
    }
  },
});

/** “133 out of 123 councillors”. */
const OUT_OF = /^(?: [\p{L}’'-]+){0,3} out of (?:the |all )?$/u;

function* excessesIn({ text, quantities }: BlockAnalysis): Generator<{ part: Quantity; whole: Quantity }> {
  for (let i = 1; i < quantities.length; i++) {
    const [part, whole] = [quantities[i - 1]!, quantities[i]!];
    if (part.kind !== "count" || whole.kind !== "count" || part.value <= whole.value) continue;
    if (whole.start - part.end < BESIDE && OUT_OF.test(text.slice(part.end, whole.start)))
      yield { part, whole };
  }
}

interface Sum {
  /** Null when only the whole is counted. */
  readonly part: Quantity | null;
  readonly whole: Quantity;
  readonly percent: Quantity;
}

const sumsOf = perText((analysis): readonly Sum[] => {
  const sums: Sum[] = [];
  const { text, sentences } = analysis;
  const { quantities } = analysis;
  for (let i = 1; i < quantities.length; i++) {
    const [whole, percent] = [quantities[i - 1]!, quantities[i]!];
    if (whole.kind !== "count" || percent.kind !== "percent" || percent.start - whole.end > 2 * BESIDE)
      continue;
    if (OF_WHOM.test(text.slice(whole.end, percent.start))) sums.push({ part: null, whole, percent });
  }
  for (const share of sharesOf(analysis)) {
    if (share.part.kind === "percent") sums.push({ part: null, whole: share.whole, percent: share.part });
    else {
      const near = { start: share.start - BESIDE, end: share.end + BESIDE };
      const percent = within(analysis.quantities, near).find(
        (quantity) =>
          quantity.kind === "percent" &&
          ((quantity.start > share.whole.end &&
            share.part.start < share.whole.start &&
            OPENS.test(text.slice(share.whole.end, quantity.start))) ||
            (quantity.end < share.start && DIRECTLY.test(text.slice(quantity.end, share.start)))),
      );
      if (percent) sums.push({ part: share.part, whole: share.whole, percent });
    }
  }
  for (const sentence of sentences) {
    if (!text.slice(sentence.start, sentence.end).includes("(")) continue;
    sums.push(...bracketed(analysis, within(analysis.quantities, sentence)));
  }
  return sums;
});

/** “Of the 26 children, 14 (54%) …, 12 (46%) …” and “14 (54%) of the 26”. */
function* bracketed({ text }: BlockAnalysis, here: readonly Quantity[]): Generator<Sum> {
  let whole: Quantity | null = null;
  for (let i = 0; i < here.length; i++) {
    const [part, percent, next] = [here[i]!, here[i + 1], here[i + 2]];
    if (part.kind !== "count") continue;
    if (OF_THE.test(text.slice(Math.max(0, part.start - 12), part.start))) {
      whole = part;
      continue;
    }
    if (percent?.kind !== "percent" || !DIRECTLY.test(text.slice(part.end, percent.start))) continue;
    if (text[percent.end] !== ")") continue;
    const after = next?.kind === "count" && THEN_OF.test(text.slice(percent.end, next.start)) ? next : null;
    const base: Quantity | null = after ?? whole;
    if (base !== null && part.value <= base.value) yield { part, whole: base, percent };
  }
}
