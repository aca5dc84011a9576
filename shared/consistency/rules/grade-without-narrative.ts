import { lexiconOf } from "#shared/consistency/analysis/lexicon.ts";
import { shorten } from "#shared/consistency/analysis/words.ts";
import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { gather } from "#shared/consistency/gather.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import type { AreaId } from "#shared/domain/ids.ts";

/** Of an imported report’s graded areas, the share that must have narrative before the reading of it is trusted. */
const READ_WELL = 0.9;

export const gradeWithoutNarrative = defineRule({
  id: "grade/without-narrative",
  number: 2,
  severity: "error",
  mode: "deterministic",
  title: "A graded area has no narrative of its own",
  why: "A grade that no paragraph argues for cannot be defended when it is challenged.",
  remedy: "Write the paragraph, or tie the one that argues for it to the area.",
  source: "Quality assurance asks of each grade where it is argued",
  guards: [
    "An area is argued for by the narrative of the areas below it.",
    "An area that sums up the others draws on theirs, and is not asked for its own.",
    "In an imported report where more than one graded area in ten is without, the import may have missed the ties: a warning.",
  ],
  examples: {
    flagged: [
      {
        grades: { leadership: "good", money: "inadequate" },
        lines: ["leadership: Leaders act on what they hear."],
      },
    ],
    clean: [
      { grades: { money: "good" }, lines: ["money: Contracts are reviewed each year."] },
      { grades: { leadership: "good" }, lines: ["money: Contracts are reviewed each year."] },
      { grades: { overall: "good", help: "good" }, lines: ["help: Referrals are answered within a day."] },
      { grades: { money: null } },
    ],
  },
  over: "report",
  reads: () => [narrativeIn, topicsGraded],
  *check(report) {
    const graded = report.areas.filter((area) => area.grade && !area.area.overall);
    const argued = graded.filter((area) => hasNarrative(report, area)).length;
    const imported = report.areas.some((area) => area.judgement?.rowText);
    const doubtful = imported && argued < graded.length * READ_WELL;
    for (const area of report.areas) {
      if (!area.grade || hasNarrative(report, area)) continue;
      if (area.area.overall && report.areas.some((other) => other.narrative.length > 0)) continue;
      const elsewhere = saidElsewhere(report, area);
      const remedy = elsewhere
        ? `“${elsewhere.quote}” stands in paragraph ${elsewhere.paragraph} under another area: tie it, or write one.`
        : "Write one, or tie the paragraph that argues for it.";
      yield {
        areaId: area.id,
        blockId: null,
        span: null,
        ...(doubtful ? { severity: "warning" as const } : {}),
        message: `${area.path} is graded ${area.grade.label}, but no paragraph is tied to it. ${remedy}`,
      };
    }
  },
});

/** A grade sentence on the area’s topic, in the narrative of another area of the same tree. */
function saidElsewhere(report: Snapshot, area: AreaView): { quote: string; paragraph: number } | null {
  const { treeOf } = lexiconOf(report.framework);
  for (const { view, fact } of gather(report, topicsGraded)) {
    if (!fact.areaIds.includes(area.id) || view.paragraph === null) continue;
    if (view.areaIds.some((id) => treeOf.get(id) === treeOf.get(area.id)))
      return { quote: fact.quote, paragraph: view.paragraph };
  }
  return null;
}

/** Whether what is tied to an area says anything. */
const narrativeIn = ({ block, text }: BlockView): readonly boolean[] =>
  isNarrative(block) ? [text.trim() !== ""] : [];

/** Areas whose topic a numbered paragraph grades, tied to them or not. */
const topicsGraded = ({ text, analysis, paragraph }: BlockView) =>
  paragraph === null
    ? []
    : analysis.statements.flatMap(({ voice, scope, span }) =>
        voice === "this-inspection" && scope.kind === "named"
          ? [{ areaIds: scope.areaIds, quote: shorten(text.slice(span.start, span.end)) }]
          : [],
      );

function hasNarrative(report: Snapshot, area: AreaView): boolean {
  const seen = new Set<AreaId>();
  const below = (view: AreaView): boolean => {
    if (seen.has(view.id)) return false;
    seen.add(view.id);
    if (view.narrative.some((block) => block.text.trim() !== "")) return true;
    return view.children.some((child) => {
      const childView = report.areaById.get(child.id);
      return childView !== undefined && below(childView);
    });
  };
  return below(area);
}
