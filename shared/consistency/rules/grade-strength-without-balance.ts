import { lexiconOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import type { Tone } from "#shared/consistency/analysis/tone.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView, BlockView } from "#shared/consistency/snapshot.ts";

/** A wording of an area with fewer words than this is met everywhere in its narrative. */
const TELLING = 2;
/** In a longer narrative one sentence of praise is outweighed by the rest. */
const MOST_PARAGRAPHS = 4;

export const gradeStrengthWithoutBalance = defineRule({
  id: "grade/strength-without-balance",
  number: 5,
  severity: "advice",
  mode: "heuristic",
  title: "Strong praise under the lowest grade stands without a balancing sentence",
  why: "Praise of the very thing that is graded lowest will be quoted against the grade.",
  remedy: "Follow it with what outweighs it (“however, …”), or look at the grade again.",
  source: "Quality assurance practice: a strong positive under a low grade needs a balancing statement",
  guards: [
    "Only under the lowest grade of the scale; only sentences that praise in the area’s own words, at least two of them.",
    "Quiet where the same sentence or the next holds a weakness, or opens with a contrast word.",
    "Words inside quotations, wishes and negations do not count as praise.",
    "Only where the area’s narrative has at most four paragraphs.",
    "Once an area, with the first place quoted and the others counted.",
  ],
  examples: {
    flagged: [
      {
        grades: { partnerships: "inadequate" },
        lines: [
          "partnerships: Partnership working is effective and well established. Meetings are held each month.",
        ],
      },
    ],
    clean: [
      {
        grades: { partnerships: "inadequate" },
        lines: [
          "partnerships: Partnership working is effective and well established.",
          "partnerships: Schools are not heard.",
          "partnerships: Minutes are late.",
          "partnerships: Health is absent.",
          "partnerships: Police do not attend.",
        ],
      },
      {
        grades: { partnerships: "inadequate" },
        lines: ["partnerships: Partnership working is effective. However, schools are not involved."],
      },
      {
        grades: { partnerships: "inadequate" },
        lines: ["partnerships: Partnership working is effective in places, but it is slow and inconsistent."],
      },
      {
        grades: { partnerships: "good" },
        lines: ["partnerships: Partnership working is effective and well established."],
      },
      { grades: { partnerships: "inadequate" }, lines: ["partnerships: Timely minutes are kept."] },
    ],
  },
  over: "area",
  *check(area, report) {
    if (area.rank !== 0 || area.area.overall || area.narrative.length > MOST_PARAGRAPHS) return;
    const lexicon = lexiconOf(report.framework);
    const found = area.narrative.flatMap((view) =>
      view.block.kind === "quotation"
        ? []
        : view.analysis.tones
            .filter((tone) => isPraiseOfArea(tone, view, area, lexicon) && !isBalanced(tone, view))
            .map((tone) => ({ view, tone })),
    );
    const [first] = found;
    if (!first) return;
    const { start, end } = first.tone.sentence;
    const others = found.length > 1 ? ` (${found.length - 1} more like it)` : "";
    yield {
      areaId: area.id,
      blockId: first.view.id,
      span: [start, end],
      message: `${shorten(area.path, 70)} is graded ${area.grade!.label}, but this sentence praises it (${becauseOf(first.tone)}) and nothing beside it says what outweighs that${others}. Add a balancing sentence.`,
    };
  },
});

const becauseOf = ({ because }: Tone): string =>
  because
    .slice(0, 3)
    .map((words) => `“${words}”`)
    .join(", ");

function isPraiseOfArea(tone: Tone, view: BlockView, area: AreaView, lexicon: Lexicon): boolean {
  if (tone.score <= 0) return false;
  const at = view.analysis.sentences.findIndex(({ start }) => start === tone.sentence.start);
  const roots = view.analysis.roots[at] ?? [];
  return lexicon.phrases.some(
    (phrase) =>
      phrase.areaId === area.id &&
      !phrase.partial &&
      phrase.roots.length >= TELLING &&
      phrase.roots.every((root) => roots.includes(root)),
  );
}

const CONTRAST_INSIDE =
  /\b(?:however|although|though|whilst|while|but|yet|despite|not|limited|some|few|only|until|early|starting|beginning|improving|under[- ]?developed)\b/i;
const CONTRAST_NEXT =
  /^\W*(?:however|but|yet|nevertheless|nonetheless|despite|although|while|whilst|this is not|these are not|conversely|in contrast)\b/i;

/** The sentence itself takes something back, or the next one does, or opens so. */
function isBalanced(tone: Tone, view: BlockView): boolean {
  const { sentences, tones } = view.analysis;
  const { start, end } = tone.sentence;
  if (CONTRAST_INSIDE.test(view.text.slice(start, end))) return true;
  const next = sentences[sentences.findIndex((sentence) => sentence.start === start) + 1];
  if (!next) return false;
  if (CONTRAST_NEXT.test(view.text.slice(next.start, next.end))) return true;
  return tones.some((other) => other.sentence.start === next.start && other.score < 0);
}
