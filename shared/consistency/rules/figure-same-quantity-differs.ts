import { datesOf, timeOf, timeOfDay } from "#shared/consistency/analysis/dates.ts";
import { changesOf } from "#shared/consistency/analysis/figures.ts";
import { meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { holding, nearby, within } from "#shared/consistency/analysis/within.ts";
import { wordsOf } from "#shared/consistency/analysis/words.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import { Figure } from "#shared/domain/figure.ts";
import type { FigureId } from "#shared/domain/ids.ts";
import { citationsIn } from "#shared/figures/citations.ts";
import { printedNumber } from "#shared/figures/printed-number.ts";

const figure = (id: string, value: string, fields: Partial<Figure> = {}): Figure =>
  Figure.parse({ id, label: "looked after children", value, ...fields });

/** The number is given as all there are: “there were 469 …”, “has six …”, “of the 13 …”. */
const ALL_THERE_ARE =
  /(?:\bthere (?:are|were|is|was)(?: currently| now)?|\b(?:has|have|had|operates|runs|maintains|of the|all|the|these|responsible for|a total of))\s+$/i;
/** An item of a list that opened so: “have 235 foster carers, six children’s homes”. */
const LISTED = /\b(?:has|have|operates|runs|there (?:are|were))\s+[^.;:]{1,160}(?:,|\band)\s+$/i;
/** The sentence is about change or another time. */
const OTHER_TIME =
  /\b(?:increase[ds]?|increasing|decrease[ds]?|reduc\w+|risen|rose|fell|fallen|grew|grown|from \d|between|since|during|previous(?:ly)?|last|earlier|at 31|in (?:the )?(?:\w+ )?(?:19|20)\d\d|(?:week|month|quarter|year|period)s?)\b/i;
const THIS_TIME = /\bat the time of (?:the|this) inspection\b/i;
/** “five care leavers who …”: not all of them. */
const NARROWED =
  /^\s(?:who|whom|that|which|whose|with|without|on|of|for|awaiting|known|from|under|aged|subject)\b/i;
const SAMPLE =
  /\b(?:only|another|further|additional|other|new|more than|over|about|around|approximately|nearly|almost|up to|at least|sample[ds]?|samples of|inspectors|saw|seen|spoke|met|interviewed)\b/i;

export const figureSameQuantityDiffers = defineRule({
  id: "figure/same-quantity-differs",
  number: 24,
  severity: "warning",
  mode: "heuristic",
  title: "The same thing is counted differently in two places",
  why: "A reader who finds two figures for one thing trusts neither.",
  remedy: "Settle the figure at its source, or say what makes the two different.",
  source: "Quality assurance practice: same quantity, same value everywhere",
  guards: [
    "Both numbers must be given as all there are (“there were”, “has”, “of the”), with the same words for what is counted.",
    "Sentences about change, other dates, samples, rough figures and narrower groups (“care leavers who …”) are left out.",
    "The end of a change counts if the sentence dates it to the time of the inspection.",
    "Figures within one paragraph are taken to explain each other.",
    "A count of the register stands for the text that cites none, unless it is of another day or a named population.",
    "Two figures of the register that differ in day or population are taken to be two things.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "The council has six children’s homes.",
          "Of the 13 children’s homes inspected, six are good.",
        ],
      },
      {
        lines: [
          "There were 469 looked after children.",
          "Between March 2008 and September 2009 the number of looked after children increased from 414 to 479.",
        ],
        inspected: "2009-09-30",
      },
      { lines: ["There were 469 looked after children.", "All 496 looked after children have a plan."] },
      { lines: ["All 496 looked after children have a plan."], figures: [figure("f1", "469")] },
      {
        lines: [
          "There were {f1|469} looked after children.",
          "All {f2|496} looked after children have a plan.",
        ],
        figures: [figure("f1", "469"), figure("f2", "496")],
      },
    ],
    clean: [
      {
        lines: [
          "There were 469 looked after children.",
          "Between March 2008 and September 2009 the number of looked after children increased from 414 to 469.",
        ],
        inspected: "2009-09-30",
      },
      { lines: ["There were 469 looked after children.", "The 469 looked after children have plans."] },
      { lines: ["There were 469 looked after children.", "In 2008 there were 414 looked after children."] },
      {
        lines: [
          "The council has six children’s homes.",
          "Inspectors visited the two children’s homes in Truro.",
        ],
      },
      { lines: ["There are three social work teams.", "There are six family support teams."] },
      {
        lines: ["All 496 looked after children have a plan."],
        figures: [figure("f1", "469", { population: "placed in the county" })],
      },
      {
        lines: [
          "There were {f1|469} looked after children.",
          "All {f2|496} looked after children have a plan.",
        ],
        figures: [figure("f1", "469"), figure("f2", "496", { population: "placed in the county" })],
      },
    ],
  },
  over: "report",
  reads: () => [countedIn],
  *check(report) {
    const fieldwork = timeOfDay(report.inspectionDate);
    const first = new Map<string, Counted>();
    const register = new Map(report.setting.figures.map((each) => [each.id, each]));
    const standing = standingCounts(report, fieldwork);
    for (const { view, fact } of gather(report, countedIn)) {
      // The end of a change counts only if it was reached at the time of the inspection.
      if (fact.time !== null && (fieldwork === null || Math.abs(fact.time - fieldwork) > SAME_TIME)) continue;
      const counted = { view, ...fact };
      const stands = counted.figureId === null ? standing.get(counted.what) : undefined;
      if (stands && stands.value !== counted.quantity.value) {
        yield {
          areaId: view.areaIds[0] ?? null,
          blockId: view.id,
          span: [counted.quantity.start, counted.quantity.unitEnd],
          message: `“${counted.said}” here, ${stands.said} on the register of figures. Cite the figure, or say how they differ.`,
        };
        continue;
      }
      const known = first.get(counted.what);
      if (!known) {
        first.set(counted.what, counted);
        continue;
      }
      if (known.quantity.value === counted.quantity.value || known.view === counted.view) continue;
      if (
        areTwoThings(
          known.figureId && register.get(known.figureId),
          counted.figureId && register.get(counted.figureId),
        )
      )
        continue;
      const { quantity } = counted;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [quantity.start, quantity.unitEnd],
        message: `“${counted.said}” here, “${known.said}” ${place(known.view)}.${madeUpOf(known, counted)} Settle the figure, or say how they differ.`,
      };
    }
  },
});

/** In years: about six weeks. */
const SAME_TIME = 0.12;

interface Counted {
  readonly view: BlockView;
  readonly quantity: Quantity;
  /** As it stands in the text, with its unit. */
  readonly said: string;
  /** The figure listed right after it. */
  readonly next: { readonly value: number; readonly said: string } | null;
  readonly what: string;
  /** When it was so many, in years; null for the time of the inspection. */
  readonly time: number | null;
  /** The figure of the register that is cited there; null when it is typed. */
  readonly figureId: FigureId | null;
}

/** Counts of the register that hold for the whole report at the time of its inspection, by what they count. */
function standingCounts({ setting }: Snapshot, fieldwork: number | null) {
  const counts = new Map<string, { readonly value: number; readonly said: string }>();
  for (const { label, value, asAt, population } of setting.figures) {
    const number = printedNumber(value);
    const day = timeOfDay(asAt);
    const isOld = day !== null && (fieldwork === null || Math.abs(day - fieldwork) > SAME_TIME);
    const what = thing(label);
    if (!number || number.percent || number.sign !== "" || population !== "" || isOld || what === null)
      continue;
    if (!counts.has(what)) counts.set(what, { value: number.amount, said: `${value} ${label}` });
  }
  return counts;
}

const areTwoThings = (one: Figure | null | undefined, other: Figure | null | undefined): boolean => {
  if (!one || !other) return false;
  return one === other || one.population !== other.population || one.asAt !== other.asAt;
};

function countedIn(view: BlockView): Omit<Counted, "view">[] {
  if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return [];
  const cited = citationsIn(view.block);
  const counts = view.analysis.quantities.flatMap((quantity) => {
    if (quantity.kind !== "count" || quantity.value < 2) return [];
    const what = thing(quantity.unit);
    const sentence = holding(view.analysis.sentences, quantity.start);
    if (what === null || !sentence) return [];
    const before = view.text.slice(sentence.start, quantity.start);
    const text = view.text.slice(sentence.start, sentence.end);
    if (NARROWED.test(view.text.slice(quantity.unitEnd, quantity.unitEnd + 16))) return [];
    if (!ALL_THERE_ARE.test(before) && !LISTED.test(before)) return [];
    if (SAMPLE.test(before) || (OTHER_TIME.test(text) && !THIS_TIME.test(text))) return [];
    return [{ quantity, ...besideOf(view, quantity), what, time: null }];
  });
  return [...counts, ...changedIn(view)]
    .map((counted) => {
      const at = counted.quantity.start;
      return {
        ...counted,
        figureId: cited.find(({ start, end }) => start <= at && at < end)?.figureId ?? null,
      };
    })
    .toSorted((a, b) => a.quantity.start - b.quantity.start);
}

/** “The number of looked after children increased from 414 to 469” by a date in the same sentence. */
const NUMBER_OF = /\b(?:the )?numbers? of ([\p{L}’' -]{5,60}?)(?: (?:has|have|had))? $/iu;

function* changedIn(view: BlockView): Generator<Omit<Counted, "view" | "figureId">> {
  const { text, analysis } = view;
  for (const { to, from, sentence, start } of changesOf(analysis)) {
    if (to?.kind !== "count" || to.precision !== "exact" || from === null) continue;
    const what = thing(NUMBER_OF.exec(text.slice(Math.max(sentence.start, start - 90), start))?.[1] ?? "");
    const dates = within(datesOf(analysis), nearby(sentence, to)).flatMap((date) => timeOf(date) ?? []);
    if (what !== null && dates.length > 0)
      yield { quantity: to, ...besideOf(view, to), what, time: Math.max(...dates) };
  }
}

function besideOf({ text, analysis }: BlockView, quantity: Quantity): Pick<Counted, "said" | "next"> {
  const said = ({ start, unitEnd }: Quantity): string => text.slice(start, unitEnd);
  const at = analysis.quantities.indexOf(quantity);
  const next = at < 0 ? undefined : analysis.quantities[at + 1];
  return {
    said: said(quantity),
    next: next && next.unit !== "" ? { value: next.value, said: said(next) } : null,
  };
}

/** What is counted, in any word order; null where the words are too few to be sure that it is one thing. */
function thing(unit: string): string | null {
  const words = wordsOf(unit);
  if (words.length < 2) return null;
  const roots = meaningOf(words);
  if (roots.length === 0) return null;
  return [...new Set([...roots, ...words.slice(-1).map((word) => word.lower)])].toSorted().join(" ");
}

const place = (view: BlockView): string =>
  view.paragraph === null ? "further up" : `in paragraph ${view.paragraph}`;

/** The smaller number and the one listed right after it may be what the larger one counts together. */
function madeUpOf(known: Counted, counted: Counted): string {
  for (const [less, more] of [
    [known, counted],
    [counted, known],
  ] as const) {
    const { next } = less;
    if (next && less.quantity.value + next.value === more.quantity.value)
      return ` With “${next.said}” beside it the sum is ${more.quantity.value}: use one term.`;
  }
  return "";
}
