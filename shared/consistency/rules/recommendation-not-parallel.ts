import { demandOf, type Demand } from "#shared/consistency/analysis/demand.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { asRecommendation, recommendationLists } from "#shared/consistency/recommendation-lists.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { RecommendationView } from "#shared/consistency/snapshot.ts";

/** Shorter lists have no form of their own. */
const ENOUGH = 4;
/** This share of the list must have one form before the others stand out. */
const MOSTLY = 0.6;
/** Where all but one in so many open with one verb, that is the report’s way of asking, and others look like another kind. */
const ONE_IN = 5;

const SAID: Record<Demand["form"], string> = {
  order: "open with a verb",
  duty: "say who should act",
  topic: "name a topic",
};

export const recommendationNotParallel = defineRule({
  id: "recommendation/not-parallel",
  number: 21,
  severity: "advice",
  mode: "deterministic",
  title: "Recommendations are not parallel in form",
  why: "A list in one form is read as one kind of demand; what is put differently seems to weigh differently.",
  remedy: "Put every recommendation in the form most of them have.",
  source: "Ofsted house style: lists are parallel",
  guards: ["Asked once a list of four or more, and only where most of the list share one form."],
  examples: {
    flagged: [
      {
        lines: [
          "! now: Ensure visits are made.",
          "! now: Review the strategy.",
          "! now: The quality of plans.",
          "! now: Improve supervision.",
        ],
      },
      {
        lines: [
          "! now: Ensure visits are made.",
          "! now: Ensure plans are recorded.",
          "! now: Ensure staff are supervised.",
          "! now: Ensure children are heard.",
          "! now: Improve stability.",
        ],
      },
    ],
    clean: [
      {
        lines: [
          "! now: Ensure visits are made.",
          "! now: Review the strategy.",
          "! now: Improve plans.",
          "! now: In line with longstanding plans, develop a response.",
        ],
      },
      {
        lines: [
          "! now: The quality of plans.",
          "! now: Timeliness of visits.",
          "! now: Supervision of staff.",
          "! now: The response to children who go missing.",
        ],
      },
      {
        lines: [
          "! now: Ensure visits are made.",
          "! now: Review the strategy.",
          "! now: Strengthen supervision.",
          "! now: Improve plans.",
        ],
      },
    ],
  },
  over: "report",
  reads: () => [asRecommendation],
  *check(report) {
    const all = recommendationLists(report);
    for (const list of all) if (list.length >= ENOUGH) yield* formsOf(list);
    // Two lists of one report are one voice.
    yield* verbsOf(report.recommendations);
  },
});

/** “In line with longstanding plans, develop …”, “Be tenacious about …”: orders with something before the verb. */
const LED_IN =
  /^(?:(?:In|With|Through|As|By|Within|Across|From|At|Together|Building) [^,.;]{3,80}, (?:and )?(?!(?:the|this|these|which|children|they|it|all|so) )\p{Ll}+ |(?:Be|Work|Significantly|Urgently) )/u;
function* formsOf(list: readonly RecommendationView[]) {
  const form = (view: RecommendationView): Demand["form"] =>
    LED_IN.test(view.text) ? "order" : demandOf(view.analysis).form;
  const usual = mostOf(list.map(form));
  const others = list.filter((view) => form(view) !== usual);
  if (others.length === 0 || others.length > list.length * (1 - MOSTLY)) return;
  yield {
    ...placeOf(others[0]!),
    message: `“${shorten(others[0]!.text, 60)}”${others.length > 1 ? ` and ${others.length - 1} more` : ""} in this list ${others.length > 1 ? "are" : "is"} put differently: the other ${list.length - others.length} ${SAID[usual]}. Use one form for all.`,
  };
}

function* verbsOf(all: readonly RecommendationView[]) {
  const verbs = all.flatMap((view) => {
    const { verb } = demandOf(view.analysis);
    return verb === null ? [] : [{ view, verb }];
  });
  if (verbs.length <= ENOUGH) return;
  const usual = mostOf(verbs.map(({ verb }) => verb));
  const others = verbs.filter(({ verb }) => verb !== usual);
  if (others.length === 0 || others.length * ONE_IN > verbs.length) return;
  const named = [...new Set(others.map(({ verb }) => `“${verb}”`))].join(", ");
  yield {
    ...placeOf(others[0]!.view),
    message: `${verbs.length - others.length} recommendations open with “${usual}”, ${others.length} with ${named}. Open all in the same way, unless the difference is meant.`,
  };
}

const placeOf = (view: RecommendationView) => ({
  areaId: view.areaIds[0] ?? null,
  blockId: view.id,
  span: null,
});

function mostOf<T>(all: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]![0];
}
