import { topicsOf, type TopicMention } from "#shared/consistency/analysis/topics.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { BlockView } from "#shared/consistency/snapshot.ts";

/** What the clauses on a topic must add up to: that there is none of it, a low figure, or a serious weakness and one more. */
const SERIOUS = 3;
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
    const answered = new Set<string>();
    for (const { fact } of gather(report, demandedIn)) answered.add(fact);
    const byTopic = new Map<string, Gathered<TopicMention>[]>();
    for (const each of gather(report, mentionsIn)) {
      if (answered.has(each.fact.topic)) continue;
      const list = byTopic.get(each.fact.topic);
      if (list) list.push(each);
      else byTopic.set(each.fact.topic, [each]);
    }
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
  block.kind === "recommendation" ? topicsOf(analysis).map(({ topic }) => topic) : [];

const mentionsIn = (view: BlockView): readonly TopicMention[] =>
  isNarrative(view.block) && view.block.kind !== "quotation" && view.areaIds.length > 0
    ? topicsOf(view.analysis)
    : [];
