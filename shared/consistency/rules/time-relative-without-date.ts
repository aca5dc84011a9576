import { isDated } from "#shared/consistency/analysis/figures.ts";
import { isQuoted } from "#shared/consistency/analysis/quotations.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";
import { gather } from "#shared/consistency/gather.ts";
import { holding, nearby } from "#shared/consistency/analysis/within.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** Their meaning moves with the day of reading. */
const RELATIVE =
  /\b(?:[Cc]urrently|[Rr]ecently|[Aa]t (?:present|the moment)|[Pp]resently|[Nn]owadays|[Ii]n (?:recent (?:weeks|months|years)|the near future)|[Ss]hortly|(?:[Ll]ast|[Tt]his|[Nn]ext) year)\b/g;
const mayBeRelative = wordSign(
  /\b(?:currently|recently|present|moment|presently|nowadays|recent|future|shortly|year)\b/,
);
/** Fewer in a whole report anchor themselves to its date. */
const FEWEST = 5;
/** Places that one message names. */
const MOST_PLACES = 6;

export const timeRelativeWithoutDate = defineRule({
  id: "time/relative-without-date",
  number: 41,
  severity: "advice",
  mode: "deterministic",
  title: "Words like “currently” stand without a date",
  why: "A report is read for years: what was “recently” done at the inspection is old news, and “currently” is no longer true.",
  remedy: "Give the month or “at the time of the inspection”, or leave the word out.",
  source: "Quality assurance practice: relative time is anchored",
  guards: [
    `One finding a report, from ${FEWEST} such words on.`,
    "A date, a period or “at the time of the inspection” in the sentence anchors the word; quotations are left alone.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "Staffing is currently low. The team was recently moved.",
          "The plan is currently under review. It was recently agreed.",
          "Audits are currently few.",
        ],
      },
    ],
    clean: [
      { lines: ["Staffing is currently low."] },
      {
        lines: [
          "Currently, in July 2009, staffing is low. It was recently, in May 2009, cut.",
          "In 2008 it was currently so. In 2007 it was currently so. In 2006 it was currently so.",
        ],
      },
    ],
  },
  over: "report",
  reads: () => [relativeIn],
  *check(report) {
    const found = [...gather(report, relativeIn)];
    const [first] = found;
    if (!first || found.length < FEWEST) return;
    const times = new Map<string, number>();
    for (const { fact } of found) times.set(fact.word, (times.get(fact.word) ?? 0) + 1);
    const words = [...times].toSorted(([, a], [, b]) => b - a).slice(0, 3);
    const places = [
      ...new Set(found.flatMap(({ view }) => (view.paragraph === null ? [] : [view.paragraph]))),
    ];
    const listed = places.slice(0, MOST_PLACES).join(", ");
    const where =
      places.length === 0 ? "" : ` (paragraphs ${listed}${places.length > MOST_PLACES ? " …" : ""})`;
    yield {
      areaId: first.view.areaIds[0] ?? null,
      blockId: first.view.id,
      span: [first.fact.start, first.fact.start + first.fact.word.length],
      key: "relative time",
      message: `${words.map(([word, count]) => `“${word}” ${count === 1 ? "once" : `${count} times`}`).join(", ")} without a date${where}. Say when, or leave the word out.`,
    };
  },
});

function relativeIn(view: BlockView): { readonly word: string; readonly start: number }[] {
  if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return [];
  if (!mayBeRelative(view.analysis)) return [];
  return [...view.text.matchAll(RELATIVE)].flatMap((match) => {
    if (isQuoted(view.analysis.quotations, match.index)) return [];
    const sentence = holding(view.analysis.sentences, match.index);
    const word = { start: match.index, end: match.index + match[0].length };
    const near = sentence && nearby(sentence, word);
    const anchored =
      near !== null &&
      (isDated(view.analysis, { start: near.start, end: word.start }) ||
        isDated(view.analysis, { start: word.end, end: near.end }));
    return anchored ? [] : [{ word: match[0].toLowerCase(), start: match.index }];
  });
}
