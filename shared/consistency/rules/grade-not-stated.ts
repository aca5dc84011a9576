import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { gather, type Gathered } from "#shared/consistency/gather.ts";
import { claimsFor, type Claim } from "#shared/consistency/grade-claims.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView, BlockView } from "#shared/consistency/snapshot.ts";

/** A report that states this share of its grades in sentences has made it its form; the rest then stand out. */
const FORM = 0.5;
/** Fewer such sentences are no form: of four areas two may be stated by chance. */
const ENOUGH_STATED = 4;

export const gradeNotStated = defineRule({
  id: "grade/not-stated",
  number: 3,
  severity: "warning",
  mode: "heuristic",
  title: "No sentence states the grade of an area",
  why: "A reader should meet each grade once in the narrative, in the words of the scale, with its reason.",
  remedy: "Open the area’s first paragraph with a sentence that names the area and its grade.",
  source: "Quality assurance practice: each graded row is stated once in scale words",
  guards: [
    "Where the heading shows the grade, or the area sums up the others, silent areas stand out only if at least four of the report’s graded areas, and half of them, have such a sentence.",
    "Areas without narrative are left to another rule.",
    "An adverb (“inadequately safeguarded”) is taken as a statement, with advice to say it plainly.",
  ],
  examples: {
    flagged: [
      { grades: { money: "good" }, lines: ["money: Contracts are reviewed each year."] },
      {
        grades: { overall: "good", help: "good", leadership: "good", partnerships: "good", money: "good" },
        lines: [
          "overall: The overall effectiveness of the service is good.",
          "help: The quality of help and protection is good.",
          "leadership: Leadership and management are good.",
          "partnerships: Partnership working is good.",
          "# money [Good] Value for money",
          "money: Contracts are reviewed each year.",
        ],
      },
      { grades: { evaluation: "inadequate" }, lines: ["evaluation: Workforce development is inadequate."] },
    ],
    clean: [
      {
        grades: { overall: "good", help: "good" },
        lines: [
          "# help [Good] Help and protection",
          "overall: The overall effectiveness of the service is good.",
          "help: Contracts are reviewed each year.",
        ],
      },
      { grades: { money: "good" }, lines: ["money: Value for money is good overall."] },
      {
        grades: { money: "good" },
        lines: ["# money [Good] Value for money", "money: Contracts are reviewed."],
      },
      { grades: { money: "good" } },
    ],
  },
  over: "report",
  reads: (framework) => [claimsFor(framework), narrativeIn],
  *check(report) {
    const claims = Map.groupBy(gather(report, claimsFor(report.framework)), ({ fact }) => fact.areaId);
    const graded = report.areas.filter((area) => area.grade && area.narrative.length > 0);
    const said = new Map(
      graded.map((area) => [area.id, (claims.get(area.id) ?? []).filter((each) => counts(each, area))]),
    );
    const full = graded.filter((area) =>
      said.get(area.id)!.some(({ fact }) => fact.form !== "adverb" && !fact.component),
    );
    const isForm = full.length >= ENOUGH_STATED && full.length >= graded.length * FORM;
    for (const area of graded) {
      if (full.includes(area)) continue;
      const headed = area.headings.some((heading) => heading.printedGrade || heading.graded);
      if ((headed || area.area.overall) && !isForm) continue;
      const [nearest] = said.get(area.id)!;
      if (nearest?.fact.form === "adverb") {
        yield {
          areaId: area.id,
          blockId: nearest.view.id,
          span: nearest.fact.span,
          severity: "advice",
          message: `The grade of ${area.path} is stated only by an adverb: “${nearest.fact.quote}”. Say plainly that it is ${area.grade!.label.toLowerCase()}.`,
        };
        continue;
      }
      const place = area.narrative[0]!;
      yield {
        areaId: area.id,
        blockId: place.id,
        span: null,
        key: "",
        message: nearest
          ? `Only a part of ${area.path} is graded in words: “${nearest.fact.quote}”. State that the area as a whole is ${area.grade!.label.toLowerCase()}.`
          : `No sentence says that ${area.path} is ${area.grade!.label.toLowerCase()}. Open ${place.paragraph === null ? "its narrative" : `paragraph ${place.paragraph}`} with one.`,
      };
    }
  },
});

/** Where there is narrative: an area’s first paragraph is the one to open with a grade. */
const narrativeIn = ({ block }: BlockView): readonly true[] => (isNarrative(block) ? [true] : []);

/** A narrower topic states the area’s grade only where the two agree. */
const counts = ({ fact }: Gathered<Claim>, area: AreaView): boolean =>
  fact.firm && (fact.certainty !== "loose" || fact.gradeId === area.grade?.id);
