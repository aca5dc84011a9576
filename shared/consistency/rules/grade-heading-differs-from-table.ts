import { defineRule } from "#shared/consistency/rule.ts";
import { findGrade } from "#shared/domain/framework.ts";

export const gradeHeadingDiffersFromTable = defineRule({
  id: "grade/heading-differs-from-table",
  number: 1,
  severity: "error",
  mode: "deterministic",
  title: "A heading shows another grade than the table of grades",
  why: "The heading and the table are the two places every reader looks; if they differ, nobody knows the grade.",
  remedy: "Correct whichever is wrong: set the area’s grade, and the heading follows.",
  source: "Reports print each grade twice: beside the heading and in the table",
  guards: ["Speaks only where both are there and both are on the framework’s scale."],
  examples: {
    flagged: [
      { grades: { overall: "good" }, lines: ["# overall [Grade 4 (Inadequate)] Overall effectiveness"] },
    ],
    clean: [
      { grades: { overall: "good" }, lines: ["# overall [Grade 2 (Good)] Overall effectiveness"] },
      { grades: { overall: null }, lines: ["# overall [Good] Overall effectiveness"] },
      { grades: { overall: "good" }, lines: ["# overall Overall effectiveness"] },
    ],
  },
  over: "area",
  *check(area, report) {
    if (!area.grade) return;
    for (const heading of area.headings) {
      const printed = findGrade(report.framework, heading.printedGrade?.gradeId ?? null);
      if (!printed || printed.id === area.grade.id) continue;
      yield {
        areaId: area.id,
        blockId: heading.id,
        span: null,
        message: `The heading says “${heading.printedGrade!.wording}”, but ${area.path} is graded ${area.grade.label}. Correct one of them.`,
      };
    }
  },
});
