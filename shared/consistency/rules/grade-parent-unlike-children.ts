import { placedIn } from "#shared/consistency/stated-grades.ts";
import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { shorten, wordsOf } from "#shared/consistency/analysis/words.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView, Snapshot } from "#shared/consistency/snapshot.ts";
import { type Area, shortTitleOf } from "#shared/domain/framework.ts";

/** Half of two or three areas is too small a number to wonder at. */
const ENOUGH_PARTS = 4;
/** Two areas under a third with narrative of its own do not make it up. */
const FEWEST_PARTS = 3;
/** A recorded reason has at least so many words. */
const ENOUGH_WORDS = 5;

export const gradeParentUnlikeChildren = defineRule({
  id: "grade/parent-unlike-children",
  number: 12,
  severity: "warning",
  mode: "deterministic",
  title: "An area’s grade does not follow from the areas below it",
  why: "A reader adds the parts up; where the sum is another grade, they must be told what tipped the balance.",
  remedy: "Say what weighed most, or record it as the rationale of the grade.",
  source:
    "Quality assurance practice: a parent’s grade is plausible from its children, or the reason is stated",
  guards: [
    "An area of fewer than three parts is more than their sum, and is left alone.",
    "Speaks where the grade lies outside all of its parts, or where at least half of four or more parts were graded on the same side of it.",
    "An area that sums up a tree is only asked when it lies outside all others.",
    "Quiet where the area’s rationale gives a reason, or its own grade sentence does (“because”, “owing to”).",
  ],
  examples: {
    flagged: [
      { grades: { leadership: "inadequate", partnerships: "good", evaluation: "good", money: "good" } },
      { grades: { overall: "good", help: "requires-improvement", leadership: "requires-improvement" } },
    ],
    clean: [
      { grades: { leadership: "inadequate", partnerships: "good", evaluation: "good" } },
      { grades: { leadership: "good", partnerships: "good", evaluation: "inadequate", money: "good" } },
      { grades: { leadership: "good", partnerships: "inadequate" } },
      {
        grades: { leadership: "inadequate", partnerships: "good", evaluation: "good", money: "good" },
        rationales: { leadership: "Senior leaders did not know that children were at risk." },
      },
      {
        grades: { leadership: "inadequate", partnerships: "good", evaluation: "good", money: "good" },
        lines: ["leadership: Leadership and management are inadequate because risk was not seen."],
      },
    ],
  },
  over: "area",
  *check(area, report) {
    const { rank } = area;
    if (rank === null) return;
    const parts = partsOf(area, report);
    if (parts.length < (area.area.overall ? 2 : FEWEST_PARTS)) return;
    const better = parts.filter((part) => part.rank! > rank);
    const worse = parts.filter((part) => part.rank! < rank);
    const far = better.length >= worse.length ? better : worse;
    const half = !area.area.overall && parts.length >= ENOUGH_PARTS && far.length * 2 >= parts.length;
    if ((far.length < parts.length && !half) || hasReason(area, report)) return;
    const how = far === better ? "better" : "worse";
    const names = far.slice(0, 3).map((part) => `“${shorten(shortTitleOf(part.area), 30)}”`);
    yield {
      areaId: area.id,
      blockId: null,
      span: null,
      message: `${shorten(area.path, 70)} is graded ${area.grade!.label}, but ${far.length} of its ${parts.length} parts are graded ${how}: ${names.join(", ")}${far.length > 3 ? " …" : ""}. Say in its grade sentence or its rationale what weighed most.`,
    };
  },
});

/** The graded areas that an area is made of; one that sums up a tree is made of its neighbours. */
function partsOf(area: AreaView, report: Snapshot): AreaView[] {
  const { areas } = report.framework;
  const below = (parent: Area["parent"]): Area[] =>
    areas
      .filter((each) => each.parent === parent && each.id !== area.id)
      .flatMap((each) => (each.kind === "group" ? below(each.id) : [each]));
  return below(area.area.overall ? area.area.parent : area.id).flatMap((each) => {
    const view = report.areaById.get(each.id);
    return view && view.rank !== null ? [view] : [];
  });
}

const REASON =
  /\b(?:because|since|due to|owing to|as a result|despite|in view of|on account of|given (?:the|that))\b/i;

/** The rationale says something, or a sentence that states the grade gives its reason. */
function hasReason(area: AreaView, { framework }: Snapshot): boolean {
  if (wordsOf(area.judgement?.rationale ?? "").length >= ENOUGH_WORDS) return true;
  const lexicon = lexiconOf(framework);
  return area.narrative.some((view) =>
    placedIn(view, lexicon).some(
      ({ areaId, statement: { gradeId, sentence } }) =>
        areaId === area.id &&
        gradeId === area.grade!.id &&
        REASON.test(view.text.slice(sentence.start, sentence.end)),
    ),
  );
}
