import { demandOf } from "#shared/consistency/analysis/demand.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { gather } from "#shared/consistency/gather.ts";
import { asRecommendation } from "#shared/consistency/recommendation-lists.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView, RecommendationView, Snapshot } from "#shared/consistency/snapshot.ts";

/** Fewer orders than this are no habit of the report. */
const ENOUGH = 3;
/** One addressee, and nobody else: then every recommendation below is for it. */
const ONE_ADDRESSEE =
  /\b(?:local authority|council|board|trust|city|county|borough)(?! and (?:its|the|their|other)| should work with)[^.]{0,60}\b(?:should|must|needs to|is to)\b/i;

export const recommendationNoOneNamed = defineRule({
  id: "recommendation/no-one-named",
  number: 20,
  severity: "advice",
  mode: "heuristic",
  title: "Recommendations do not say who must act",
  why: "What a partnership is asked to do together, nobody in it has to answer for.",
  remedy:
    "Name the body or post that is to act: “the Trust”, “the board”, “the director of children’s services”.",
  source: "Quality assurance practice: a recommendation names who, what and by when",
  guards: [
    "Asked once a report, and only of recommendations that order something done; “the quality of plans” names a topic.",
    "Silent where the paragraph above addresses one body alone.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "The local authority and its partners should take the following action:",
          "! now: Ensure visits are made.",
          "! now: Ensure plans are recorded.",
          "! soon: Improve supervision.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "! now: Ensure the Trust makes visits.",
          "! now: Ensure that the Safeguarding Children Board monitors plans.",
          "! soon: The council should improve supervision.",
        ],
      },
      {
        lines: [
          "The local authority should:",
          "! now: Ensure visits are made.",
          "! now: Ensure plans are recorded.",
          "! soon: Improve supervision.",
        ],
      },
      { lines: ["! now: The quality of plans.", "! now: The timeliness of visits.", "! soon: Supervision."] },
    ],
  },
  over: "report",
  reads: () => [asRecommendation, addresseeIn],
  *check(report) {
    const spoken = new Set<BlockView | undefined>([...gather(report, addresseeIn)].map(({ view }) => view));
    const asked = report.recommendations.filter(
      (view) => demandOf(view.analysis).form !== "topic" && !spoken.has(leadOf(view, report)),
    );
    const nameless = asked.filter((view) => demandOf(view.analysis).actor === null);
    if (asked.length < ENOUGH || nameless.length * 2 <= asked.length) return;
    const first = nameless[0]!;
    yield {
      areaId: first.areaIds[0] ?? null,
      blockId: first.id,
      span: null,
      key: "report",
      message: `${nameless.length} of ${asked.length} recommendations name nobody who must act, for instance “${shorten(first.text, 70)}”. Say which body or post is to do each.`,
    };
  },
});

/** What speaks to one body. */
const addresseeIn = ({ block, text }: BlockView): readonly true[] =>
  block.kind !== "recommendation" && block.kind !== "heading" && ONE_ADDRESSEE.test(text) ? [true] : [];

/** What leads into the list that a recommendation stands in. */
function leadOf({ index }: RecommendationView, { blocks }: Snapshot): BlockView | undefined {
  let at = index - 1;
  while (blocks[at]?.block.kind === "recommendation") at--;
  return blocks[at];
}
