import type { Severity } from "#shared/consistency/finding.ts";
import { gather } from "#shared/consistency/gather.ts";
import { claimsFor, type Claim } from "#shared/consistency/grade-claims.ts";
import { defineRule } from "#shared/consistency/rule.ts";
import type { AreaView } from "#shared/consistency/snapshot.ts";
import { findGrade, rankOf, type Framework } from "#shared/domain/framework.ts";

export const gradeContradictedByStatement = defineRule({
  id: "grade/contradicted-by-statement",
  number: 4,
  severity: "error",
  mode: "heuristic",
  title: "A sentence gives an area another grade than it has",
  why: "A narrative that says “good” under a grade of inadequate will not survive a factual accuracy check.",
  remedy: "Correct the sentence, or set the area’s grade to what the narrative says.",
  source: "Quality assurance practice: the grade sentence uses the grade given",
  guards: [
    "An error only where the sentence’s subject is the area itself, or “the service” where a paragraph opens; a narrower topic (“services for disabled children”, “services to children who are adopted”) may be graded differently.",
    "Words inside quotations, grades of other inspections, earlier grades and self-assessments are not this inspection’s.",
    "“Good practice”, “good or better”, “adequate examples”, “outstanding recommendation” and exam grades are no grades.",
    "“Not yet good” under a grade of good, and part of an area graded differently, are warnings.",
    "“Mostly good” speaks of a part: it is raised only two grades away.",
  ],
  examples: {
    flagged: [
      {
        grades: { overall: "inadequate" },
        lines: ["overall: The overall effectiveness of safeguarding services is good."],
      },
      { grades: { help: "good" }, lines: ["help: The quality of help and protection is inadequate."] },
      { grades: { money: "good" }, lines: ["money: Value for money requires improvement."] },
      { grades: { leadership: "good" }, lines: ["leadership: Leadership and management are not yet good."] },
      { grades: { leadership: "inadequate" }, lines: ["leadership: The service is now judged to be good."] },
    ],
    clean: [
      {
        grades: { leadership: "requires-improvement" },
        lines: [
          "leadership: Services to children who are adopted and to care leavers have been prioritised and are now good.",
        ],
      },
      {
        grades: { overall: "good" },
        lines: ["overall: The overall effectiveness of safeguarding services is good."],
      },
      { grades: { help: "requires-improvement" }, lines: ["help: Services for disabled children are good."] },
      {
        grades: { leadership: "inadequate" },
        lines: ["leadership: A parent said that ‘the service is good’."],
      },
      {
        grades: { leadership: "good" },
        lines: ["leadership: Leadership and management were inadequate in 2018."],
      },
      {
        grades: { overall: "inadequate" },
        lines: ["overall: There is good practice. Most schools are good or better."],
      },
      {
        grades: { overall: "good" },
        lines: ["overall: This is an outstanding recommendation from the last review."],
      },
    ],
  },
  over: "report",
  reads: (framework) => [claimsFor(framework)],
  *check(report) {
    for (const { view, fact } of gather(report, claimsFor(report.framework))) {
      const area = report.areaById.get(fact.areaId);
      if (!area?.grade) continue;
      const severity = gravity(fact, area, report.framework);
      if (severity === null) continue;
      const said = findGrade(report.framework, fact.gradeId)!.label.toLowerCase();
      yield {
        areaId: fact.areaId,
        blockId: view.id,
        span: fact.span,
        severity,
        message: `${area.path} is graded ${area.grade.label}, but this sentence says it ${fact.denied ? "is not" : "is"} ${said}. Correct the sentence or the grade.`,
      };
    }
  },
});

/** Null where the statement and the grade can stand together. */
function gravity(claim: Claim, area: AreaView, framework: Framework): Severity | null {
  const { certainty, form } = claim;
  if (claim.forSome) return null;
  const apart = Math.abs((rankOf(framework, claim.gradeId) ?? 0) - (area.rank ?? 0));
  if (claim.denied) return apart === 0 && certainty !== "loose" && !claim.hedged ? "warning" : null;
  if (apart === 0) return null;
  if (certainty === "loose") return form === "adverb" ? "warning" : null;
  if (claim.hedged) return apart >= 2 || form === "attribute" ? "warning" : null;
  return certainty === "sure" ? "error" : "warning";
}
