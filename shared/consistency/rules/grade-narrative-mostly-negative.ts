import { perText } from "#shared/consistency/analysis/per-text.ts";
import type { Span } from "#shared/consistency/analysis/sentences.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** Fewer judging sentences than this have no balance. */
const FEWEST = 3;
/** Share of weaknesses from which a narrative no longer carries a grade of the lower, and of the upper half of the scale. */
const LOWER_HALF = 0.75;
const UPPER_HALF = 0.5;

export const gradeNarrativeMostlyNegative = defineRule({
  id: "grade/narrative-mostly-negative",
  number: 6,
  severity: "advice",
  mode: "heuristic",
  title: "The narrative of an area speaks of more weakness than its grade allows",
  why: "A reader who adds up the sentences arrives at a lower grade than the one given.",
  remedy: "Tell the strengths the grade rests on, or look at the grade again.",
  source: "Quality assurance practice: a net-negative narrative does not carry a middling or high grade",
  guards: [
    "Never under the lowest grade, and not for an area that sums up the others.",
    "A sentence with both counts for what follows its “but” or “however”; words inside quotations do not count.",
    "At least three judging sentences, and three quarters of them of weakness; half in the upper half of the scale.",
  ],
  examples: {
    flagged: [
      {
        grades: { partnerships: "requires-improvement" },
        lines: [
          "partnerships: Evidence of joint work is limited. The voice of schools is valued but their part in it is inconsistent. Some partners do not know what has changed.",
        ],
      },
    ],
    clean: [
      {
        grades: { partnerships: "good" },
        lines: [
          "partnerships: Joint work is effective. There is limited use of agency staff. Schools are not told.",
        ],
      },
      {
        grades: { partnerships: "requires-improvement" },
        lines: [
          "partnerships: Joint work is effective. Schools are valued. Minutes are poor. Evidence is limited. Attendance is inconsistent.",
        ],
      },
      {
        grades: { partnerships: "requires-improvement" },
        lines: [
          "partnerships: Joint work is effective. Schools are valued. Some partners do not know what has changed.",
        ],
      },
      {
        grades: { partnerships: "inadequate" },
        lines: [
          "partnerships: Evidence is limited. Joint work is poor. Schools do not know what has changed.",
        ],
      },
      { grades: { partnerships: "good" }, lines: ["partnerships: Evidence of joint work is limited."] },
    ],
  },
  over: "area",
  *check(area, report) {
    if (area.rank === null || area.rank === 0 || area.area.overall) return;
    let strengths = 0;
    const weak: { view: BlockView; sentence: Span; because: string; score: number }[] = [];
    for (const view of area.narrative) {
      if (view.block.kind === "quotation") continue;
      const counted = balanceOf(view.analysis);
      strengths += counted.strengths;
      for (const weakness of counted.weaknesses) weak.push({ view, ...weakness });
    }
    const all = strengths + weak.length;
    const upper = area.rank * 2 >= report.framework.grades.length;
    if (all < FEWEST || weak.length < all * (upper ? UPPER_HALF : LOWER_HALF)) return;
    const worst = weak.toSorted((a, b) => a.score - b.score)[0]!;
    yield {
      areaId: area.id,
      blockId: worst.view.id,
      span: [worst.sentence.start, worst.sentence.end],
      message: `${shorten(area.path, 60)} is graded ${area.grade!.label}, but ${weak.length} of ${all} judging sentences speak of weakness, this one of “${shorten(worst.because, 40)}”. Tell the strengths that carry the grade, or look at it again.`,
    };
  },
});

const TURN = /\b(?:but|however|yet)\b/i;
/** Plain ways to say that something is missing, besides the words the tone of a sentence is read from. */
const MISSING =
  /\b(?:(?:do|does|did|is|are|was|were|has|have|had|can) ?not(?! only)|cannot|yet to|under[- ]?developed|too (?:many|few|long|slow|late|wide)|little (?:to|evidence|impact)|of concern)\b/i;

/** “Serious case review” is a name, and “limited use of agency staff” praise. */
const NO_BLAME = /\bserious (?:case|incident|youth)/i;
const FEW_IS_GOOD = /\b(?:limited|little|low) (?:use of|reliance on|turnover)\b/i;

interface Balance {
  readonly strengths: number;
  readonly weaknesses: readonly {
    readonly sentence: Span;
    readonly because: string;
    readonly score: number;
  }[];
}

/** Sentences for and against; neither where a sentence judges nothing. */
const balanceOf = perText(({ text, sentences, tones, quotations }): Balance => {
  let strengths = 0;
  let at = 0;
  const weaknesses: { sentence: Span; because: string; score: number }[] = [];
  for (const sentence of sentences) {
    const tone = tones[at]?.sentence.start === sentence.start ? tones[at++]! : null;
    const said = text.slice(sentence.start, sentence.end);
    if (tone && (FEW_IS_GOOD.test(said) || (tone.because.length === 1 && NO_BLAME.test(said)))) continue;
    if (tone && tone.score < 0) {
      weaknesses.push({ sentence, because: tone.because.at(-1)!, score: tone.score });
      continue;
    }
    const turn = tone ? said.search(TURN) : -1;
    if (tone && tone.score > 0 && turn < 0) {
      strengths++;
      continue;
    }
    const missing = MISSING.exec(said);
    const lacks = missing && missing.index > turn && !isQuoted(quotations, sentence.start + missing.index);
    if (lacks) weaknesses.push({ sentence, because: missing[0], score: 0 });
    else if (tone && tone.score > 0) strengths++;
    else if (tone && turn >= 0) {
      // Equal parts: the last word decides.
      const last = tone.because.at(-1)!;
      if (said.lastIndexOf(last) > turn) weaknesses.push({ sentence, because: last, score: 0 });
    }
  }
  return { strengths, weaknesses };
});
