import type { BlockAnalysis } from "#shared/consistency/analysis/block-analysis.ts";
import { sharesOf } from "#shared/consistency/analysis/figures.ts";
import type { Quantity } from "#shared/consistency/analysis/quantities.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { within } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { Framework } from "#shared/domain/framework.ts";

type Table = Framework["proportionWords"];

/** Between the word and its figure: the words for what it is a share of, and an opening bracket or “at”. */
const TO_FIGURE = /^(?: [\p{L}’'-]+){0,9} ?(?:\(|,? at )(?:about |around |nearly |over |currently )?$/u;
/** “the most recent”, “a few”, “the vast majority”, “at most” mean something else. */
const OTHER_BEFORE =
  /\b(?:the|at|a|very|quite|vast|great|large|overwhelming|significant|small|slim|too|so|relatively|only|not|for|than) $/i;
const FOLLOWED_BY_ADJECTIVE =
  /^ (?:recent|vulnerable|effective|complex|appropriate|common|likely|important|part\b)/i;
/** The table has whole numbers; figures between two of its rows belong to either. */
const SLACK = 1;

export const figureQuantifierDisagrees = defineRule({
  id: "figure/quantifier-disagrees",
  number: 31,
  severity: "advice",
  mode: "deterministic",
  title: "A word for a proportion does not fit the figure beside it",
  why: "Readers learn what “most” means in an inspectorate’s reports; a figure that does not fit unteaches them.",
  remedy: "Use the word of the house table for that figure, or leave the word out.",
  source: "docs/frameworks.md, “Words for a proportion”",
  guards: [
    "Only words of the framework’s table with a percentage in brackets, or after “at”, in the same clause.",
    "“The vast majority”, “a few”, “the most recent” are none of them; figures between two rows fit both.",
  ],
  examples: {
    flagged: [
      { lines: ["Most children in care attend good schools (62%)."] },
      { lines: ["The majority of plans (46%) are timely."] },
      { lines: ["Almost all reviews (12 of 20) are on time."] },
    ],
    clean: [
      { lines: ["Most care leavers (87%) live in suitable homes. Few children (4%) live far away."] },
      { lines: ["The vast majority of reviews (93%) are on time. The most recent data (12%) are better."] },
      { lines: ["Most visits are timely. In March, 40% were late."] },
    ],
  },
  over: "block",
  *check(view, { proportionWords }) {
    if (proportionWords.length === 0 || view.analysis.quantities.length === 0) return;
    const { text, analysis } = view;
    for (const match of text.matchAll(wordsOf(proportionWords))) {
      const end = match.index + match[0].length;
      if (
        isOther(match[0], text.slice(Math.max(0, match.index - 14), match.index), text.slice(end, end + 16))
      )
        continue;
      const figure = figureAfter(analysis, end);
      if (figure === null || isQuoted(analysis.quotations, match.index)) continue;
      const word = match[0].toLowerCase();
      const row = proportionWords.find((each) => each.word === word)!;
      if (figure.percent >= row.fromPercent - SLACK && figure.percent <= row.toPercent + SLACK) continue;
      const right = proportionWords.find(
        ({ fromPercent, toPercent }) => figure.percent >= fromPercent && figure.percent <= toPercent,
      );
      yield {
        areaId: view.areaIds[0] ?? null,
        blockId: view.id,
        span: [match.index, figure.end],
        message: `“${match[0]}” stands for ${row.fromPercent} to ${row.toPercent}% in the house table, but the figure is ${figure.written}. ${right ? `The table’s word is “${right.word}”.` : "Use another word, or the figure alone."}`,
      };
    }
  },
});

const patterns = new WeakMap<Table, RegExp>();

/** The table’s words as one pattern, longest first. */
function wordsOf(table: Table): RegExp {
  let pattern = patterns.get(table);
  if (!pattern) {
    const words = table
      .map(({ word }) => word.toLowerCase())
      .toSorted((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    patterns.set(table, (pattern = new RegExp(`\\b(?:${words.join("|")})\\b`, "gi")));
  }
  return pattern;
}

function isOther(word: string, before: string, after: string): boolean {
  if (FOLLOWED_BY_ADJECTIVE.test(after)) return true;
  const other = OTHER_BEFORE.exec(before)?.[0];
  return other !== undefined && !(/^the $/i.test(other) && /^majority$/i.test(word));
}

interface Figure {
  readonly percent: number;
  readonly written: string;
  readonly end: number;
}

/** Characters between a word and its figure. */
const FARTHEST = 120;

function figureAfter(analysis: BlockAnalysis, from: number): Figure | null {
  const next: Quantity | undefined = within(analysis.quantities, {
    start: from,
    end: from + FARTHEST,
  })[0];
  if (!next || !TO_FIGURE.test(analysis.text.slice(from, next.start))) return null;
  if (next.kind === "percent") return { percent: next.value, written: next.written, end: next.end };
  const share = within(sharesOf(analysis), { start: next.start, end: next.end + FARTHEST }).find(
    ({ part, whole }) => part === next && whole.kind === "count",
  );
  if (!share || share.part.kind !== "count") return null;
  const percent = (100 * share.part.value) / share.whole.value;
  const written = `${share.part.written} of ${share.whole.written}, ${Math.round(percent)}%`;
  return { percent, written, end: share.whole.end };
}
