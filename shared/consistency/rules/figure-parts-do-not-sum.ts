import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { within } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** What follows is all of what stands before. */
const WHOLE =
  /\b(?:compris(?:es?|ed|ing)|consist(?:s|ed|ing)? of|(?:is|are|was|were) made up of|broken down (?:as|into)|split (?:into|between))\b/i;
const REFERS_BACK = /^(?:They|These|This|Those|It|The (?:total|group|cohort|figure))\b/;
const TOTAL_OF = /\b(?:a|in) total of\s+$/i;
const NOT_ALL = /\b(?:including|for example|such as|among others|mainly|mostly)\b/i;

const ORDINALS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
/** “Three were judged inadequate and the fourth good.” */
const AND_THE_LAST = new RegExp(`^[^.;:]{0,90}\\band the (${ORDINALS.join("|")})\\b(?! of\\b)`, "i");

export const figurePartsDoNotSum = defineRule({
  id: "figure/parts-do-not-sum",
  number: 23,
  severity: "error",
  mode: "deterministic",
  title: "The parts do not add up to the stated total",
  why: "A sum that is wrong is the first thing a challenge points to, and it casts doubt on every other figure.",
  remedy: "Check the figures against their source, and correct the part or the total.",
  source: "A report published in 2013 states 606 looked after children and lists 166, 390 and 98",
  guards: [
    "Only where the words say that the parts are the whole: “comprise”, “consist of”, “made up of”, “a total of”.",
    "Ages, percentages, ranges, dates and rough figures are left out.",
  ],
  examples: {
    flagged: [
      { lines: ["Ofsted evaluated five reviews. Three were judged inadequate and the fourth good."] },
      {
        lines: [
          "There were 606 looked after children. They comprise 166 children under five, 390 of school age and 98 over 16.",
        ],
      },
      { lines: ["The service made 12 visits to parents and 9 visits to carers, a total of 22 visits."] },
    ],
    clean: [
      { lines: ["Ofsted evaluated four reviews. Three were judged inadequate and the fourth good."] },
      {
        lines: [
          "There were 469 looked after children. They comprise of 82 children under five years of age, 291 children of school age (5–16) and 96 post-16 or care leavers.",
        ],
      },
      { lines: ["There are 20 teams. The board comprises three officers and four members."] },
      { lines: ["The 40 staff comprise around 20 social workers and 15 managers."] },
      { lines: ["There are 30 homes, including 4 respite centres and 3 hostels."] },
    ],
  },
  over: "block",
  *check(view) {
    if (view.block.kind === "table" || view.analysis.quantities.length < 2) return;
    for (const { total, parts, ordinal, end } of countedOut(view))
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [total.start, end],
        message: `“${parts.written}” and “the ${ordinal}” do not make the ${total.written} named before. Check the figures against their source.`,
      };
    if (view.analysis.quantities.length < 3) return;
    for (const sum of sumsIn(view)) {
      const total = sum.parts.reduce((running, part) => running + part.value, 0);
      if (total === sum.total.value) continue;
      const first = sum.parts[0]!;
      const last = sum.parts.at(-1)!;
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [Math.min(sum.total.start, first.start), Math.max(sum.total.end, last.unitEnd)],
        message: `${sum.parts.map((part) => part.written).join(" + ")} = ${total}, but the total is given as ${sum.total.written}. Check the figures against their source.`,
      };
    }
  },
});

interface Sum {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
}

interface Count {
  readonly total: Quantity;
  readonly parts: Quantity;
  /** The last one's place, as it stands. */
  readonly ordinal: string;
  readonly end: number;
}

/** “Ofsted evaluated four reviews. Three were judged inadequate and the fourth good”, where the numbers do not fit. */
function* countedOut({ text, analysis }: BlockView): Generator<Count> {
  const { sentences, quantities } = analysis;
  for (let i = 1; i < sentences.length; i++) {
    const { start, end } = sentences[i]!;
    const parts = within(quantities, sentences[i]!)[0];
    if (parts?.start !== start) continue;
    const last = AND_THE_LAST.exec(text.slice(start, end));
    if (!last) continue;
    const totals = within(quantities, sentences[i - 1]!).filter(({ kind }) => kind === "count");
    if (parts.kind !== "count" || totals.length !== 1) continue;
    const place = ORDINALS.indexOf(last[1]!.toLowerCase()) + 2;
    if (parts.value + 1 !== place || totals[0]!.value !== place)
      yield { total: totals[0]!, parts, ordinal: last[1]!, end: start + last[0].length };
  }
}

function* sumsIn(view: BlockView): Generator<Sum> {
  const { sentences, quantities } = view.analysis;
  const counts = quantities.filter((quantity) => quantity.kind === "count");
  for (let i = 0; i < sentences.length; i++) {
    const { start, end } = sentences[i]!;
    const here = within(counts, sentences[i]!);
    if (here.length < 2) continue;
    const text = view.text.slice(start, end);
    if (NOT_ALL.test(text)) continue;
    if (here.some(({ precision }) => precision !== "exact")) continue;

    const stated = here.findIndex((quantity) =>
      TOTAL_OF.test(view.text.slice(Math.max(0, quantity.start - 16), quantity.start)),
    );
    if (stated >= 2 && stated === here.length - 1) {
      yield { total: here[stated]!, parts: here.slice(0, stated) };
      continue;
    }
    const cue = WHOLE.exec(text);
    if (!cue) continue;
    const parts = here.filter((quantity) => quantity.start > start + cue.index);
    if (parts.length < 2) continue;
    const before = here.filter((quantity) => quantity.end <= start + cue.index);
    if (before.length === 1) yield { total: before[0]!, parts };
    else if (before.length === 0 && i > 0 && REFERS_BACK.test(text)) {
      const previous = sentences[i - 1]!;
      const total = within(counts, previous);
      if (total.length === 1) yield { total: total[0]!, parts };
    }
  }
}
