import { describe, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { checkReport } from "#shared/consistency/check.ts";
import { sketchReport } from "#shared/consistency/sketch.ts";
import { GradeId } from "#shared/domain/ids.ts";

const frameworks = loadFrameworks();

/** Contradictions in one paragraph tied to an area with a grade, as “severity areaId”. */
function contradictions(frameworkId: string, areaId: string, gradeId: string, text: string): string[] {
  const framework = frameworks.find(({ id }) => id === frameworkId)!;
  const report = sketchReport({ framework, grades: { [areaId]: gradeId }, lines: [`${areaId}: ${text}`] });
  return checkReport(report, framework)
    .filter(({ rule }) => rule === "grade/contradicted-by-statement")
    .map((finding) => `${finding.severity} ${finding.areaId}`);
}

describe("“The overall effectiveness of safeguarding services is good.” under inadequate, then under good", () => {
  const text = "The overall effectiveness of safeguarding services is good.";
  test.each(
    frameworks.map((framework) => {
      const area =
        framework.areas.find((each) => each.overall) ??
        framework.areas.find((each) => each.kind === "graded")!;
      return [framework.id as string, area.id as string] as const;
    }),
  )("%s, %s", (frameworkId, areaId) => {
    expect(contradictions(frameworkId, areaId, "inadequate", text)).toEqual([`error ${areaId}`]);
    expect(contradictions(frameworkId, areaId, "good", text)).toEqual([]);
  });
});

test.each([
  ["ilacs-2023", "help-and-protection", "The quality of help and protection is inadequate."],
  [
    "ilacs-2018",
    "help-and-protection",
    "Services for children who need help and protection are now inadequate.",
  ],
  ["ilacs-2023", "in-care", "Services for children in care require improvement."],
  ["ilacs-2023", "care-leavers", "The support provided to care leavers is inadequate."],
  ["ilacs-2026", "leaders", "The impact of leaders on social work practice requires improvement to be good."],
  ["sif-2013", "help-and-protection", "The quality of help and protection is inadequate."],
  ["sif-2013", "leadership", "Leadership, management and governance require improvement."],
  ["sif-2013", "lscb", "The effectiveness of the Local Safeguarding Children Board (LSCB) is inadequate."],
  ["slac-2009", "safeguarding.value-for-money", "The achievement of value for money is inadequate overall."],
  [
    "slac-2013",
    "looked-after.leadership-and-management",
    "Leadership and management arrangements are adequate.",
  ],
])("%s, %s graded good: “%s” is an error", (frameworkId, areaId, text) => {
  expect(contradictions(frameworkId, areaId, "good", text)).toEqual([`error ${areaId}`]);
});

test.each([
  ["ilacs-2023", "help-and-protection", "Services for disabled children are good."],
  ["ilacs-2023", "help-and-protection", "Return home interviews for children missing from care are good."],
  ["ilacs-2023", "in-care", "Most children live in homes judged good or outstanding."],
  ["sif-2013", "help-and-protection", "The range of good services is growing, and staff morale is good."],
  ["sif-2013", "lscb", "The previous inspection of safeguarding judged services to be good."],
  ["slac-2009", "safeguarding.children-are-safe", "Partnership working with the police is good."],
])("%s, %s graded inadequate: “%s” is none", (frameworkId, areaId, text) => {
  expect(contradictions(frameworkId, areaId, "inadequate", text)).toEqual([]);
});

test("every grade of every scale is read in a sentence", () => {
  for (const framework of frameworks) {
    const area = framework.areas.find((each) => each.overall) ?? framework.areas[0]!;
    for (const grade of framework.grades) {
      const verb = grade.label.toLowerCase().startsWith("requires") ? "" : "is ";
      const other = framework.grades.find((each) => each !== grade)!;
      const text = `The service ${verb}${grade.label.toLowerCase()}.`;
      expect(contradictions(framework.id, area.id, GradeId.parse(other.id), text)).toEqual([
        `error ${area.id}`,
      ]);
      expect(contradictions(framework.id, area.id, grade.id, text)).toEqual([]);
    }
  }
});
