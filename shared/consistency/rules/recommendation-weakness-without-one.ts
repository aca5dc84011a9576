import { topicsOf, type TopicMention } from "#shared/consistency/analysis/topics.ts";
import { demandedTopics } from "#shared/consistency/answers.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** What the clauses on a topic must add up to: that there is none of it, a low figure, or a serious weakness and one more. */
const SERIOUS = 3;
/** Neglect that children live in is what services answer, not what they do. */
const LIVED_IN =
  /\b(?:situations?|circumstances|conditions|environments?|state|experienc\w+|suffer\w*|chronic|ongoing|long-?term|living (?:in|with)|impact|effects?|risks?|concerns?|homes?)\b[^.;]{0,25}$/i;
/** “This is being robustly addressed.” */
const IN_HAND =
  /\b(?:is|are|has been|have been) (?:now |already |currently )?(?:being )?(?:robustly |actively |already |now |effectively )?(?:addressed|resolved|rectified|remedied)\b|\bhave put in place\b[^.]{0,80}\b(?:remedy|address|resolve)\b/i;
/** So far below a weakness “this is being addressed” still speaks of it. */
const SOON = 400;
/** More topics than this of one report are not weighed one by one. */
const MOST = 10;

export const recommendationWeaknessWithoutOne = defineRule({
  id: "recommendation/weakness-without-one",
  number: 16,
  severity: "advice",
  mode: "heuristic",
  title: "No recommendation answers a serious weakness",
  why: "What the report calls a serious weakness and asks nobody to mend will not be mended.",
  remedy: "Add a recommendation, widen one that is near, or record why none is needed.",
  source: "Quality assurance practice: every serious weakness has an area for improvement",
  guards: [
    "Only matters that inspections look at by name count, and only what their own clause says of them.",
    "One mild word is not enough: there must be none of it, or a serious weakness and one more.",
    "Neglect that children live in is no service, and what the next sentences say is being put right needs no recommendation.",
    "A recommendation on all plans answers for pathway and education plans.",
    "Silent where more clauses praise the matter than criticise it, and where any recommendation names it.",
  ],
  examples: {
    flagged: [
      {
        lines: [
          "help: Private fostering arrangements are inadequate. Not all privately fostered children are visited.",
          "! now: Improve the quality of plans.",
        ],
      },
      {
        lines: [
          "help: There is no joint workforce strategy in place.",
          "! now: Improve the quality of plans.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "help: Too many children remain in situations of chronic neglect. Some live in neglectful homes for too long.",
          "! now: Improve the timeliness of visits.",
        ],
      },
      {
        lines: [
          "help: Supervision is weak. Supervision has not been recorded. This is being robustly addressed.",
          "! now: Improve the timeliness of visits.",
        ],
      },
      {
        lines: [
          "help: Pathway plans are weak. Pathway plans have not been updated.",
          "! now: The quality of assessments, plans and planning.",
        ],
      },
      {
        lines: [
          "help: Private fostering arrangements are inadequate. Not all privately fostered children are visited.",
          "! now: Ensure privately fostered children are visited.",
        ],
      },
      { lines: ["help: Private fostering visits are inconsistent.", "! now: Improve plans."] },
      { lines: ["help: Private fostering arrangements are inadequate. Privately fostered children fail."] },
    ],
  },
  over: "report",
  reads: () => [demandedIn, mentionsIn],
  *check(report) {
    if (report.recommendations.length === 0) return;
    const answered = new Set([...gather(report, demandedIn)].map(({ fact }) => fact));
    const open = [...gather(report, mentionsIn)].filter(({ fact }) => !answered.has(fact.topic));
    const byTopic = Map.groupBy(open, ({ fact }) => fact.topic);
    const weak = [...byTopic.values()].flatMap((mentions) => {
      const faults = mentions.filter(({ fact }) => fact.weakness > 0 && !(fact.praised && fact.weakness < 2));
      const weight = faults.reduce((sum, { fact }) => sum + fact.weakness, 0);
      const praise = mentions.filter(({ fact }) => fact.praised && fact.weakness === 0).length;
      return weight >= SERIOUS && praise < faults.length ? [{ faults, weight }] : [];
    });
    for (const { faults } of weak.toSorted((a, b) => b.weight - a.weight).slice(0, MOST)) {
      const worst = faults.toSorted((a, b) => b.fact.weakness - a.fact.weakness)[0]!;
      const numbers = [...new Set(faults.map(({ view }) => view.paragraph))].filter((each) => each !== null);
      yield {
        areaId: worst.view.areaIds[0] ?? null,
        blockId: worst.view.id,
        span: [worst.fact.start, worst.fact.end],
        key: worst.fact.topic,
        message: `The report finds ${worst.fact.topic} weak${placesOf(numbers)}, and no recommendation speaks of it. Add one, or record why none is needed.`,
      };
    }
  },
});

const placesOf = (numbers: readonly number[]): string => {
  if (numbers.length === 0) return "";
  const shown = numbers.slice(0, 4).join(", ");
  return ` (paragraph${numbers.length > 1 ? "s" : ""} ${shown}${numbers.length > 4 ? " and others" : ""})`;
};

/** What recommendations speak of. */
const demandedIn = ({ block, analysis }: BlockView): readonly string[] =>
  block.kind === "recommendation" ? demandedTopics(analysis) : [];

const mentionsIn = (view: BlockView): readonly TopicMention[] =>
  isNarrative(view.block) && view.block.kind !== "quotation" && view.areaIds.length > 0
    ? topicsOf(view.analysis).filter((mention) => !isElsewhere(mention, view))
    : [];

/** Said of children’s lives and not of a service, or already in hand in the same paragraph, right after. */
function isElsewhere({ topic, start, end, weakness }: TopicMention, { text, analysis }: BlockView): boolean {
  if (weakness === 0) return false;
  if (
    topic === "neglect" &&
    (LIVED_IN.test(text.slice(Math.max(0, start - 60), start)) || text.slice(start, end).endsWith("ful"))
  )
    return true;
  const sentence = analysis.sentences.find((each) => start < each.end);
  return IN_HAND.test(text.slice(sentence?.start ?? start, end + SOON));
}
