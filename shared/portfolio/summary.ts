import type { Framework } from "#shared/domain/framework.ts";
import { findArea, findGrade } from "#shared/domain/framework.ts";
import type { AreaId, FrameworkId, GradeId } from "#shared/domain/ids.ts";
import type { ReportFacts } from "#shared/portfolio/report-facts.ts";

/** A report of the portfolio, whatever it is known by: its id in a library, or a file. */
export interface PortfolioReport {
  readonly frameworkId: FrameworkId | null;
  readonly facts: ReportFacts;
}

/** How often each grade was given to one area, among reports that are inspected against the same. */
export interface GradeProfile {
  readonly frameworkId: FrameworkId;
  readonly areaId: AreaId;
  readonly title: string;
  /** Worst first, grades nobody was given too. */
  readonly counts: readonly { readonly gradeId: GradeId; readonly label: string; readonly count: number }[];
  readonly graded: number;
}

/** Like with like: by framework and area, in the framework’s order. Areas nobody graded are left out. */
export function gradeProfiles(
  reports: readonly PortfolioReport[],
  frameworks: readonly Framework[],
): GradeProfile[] {
  return frameworks.flatMap((framework) => {
    const own = reports.filter(({ frameworkId }) => frameworkId === framework.id);
    return framework.areas.flatMap((area): GradeProfile[] => {
      const given = own.flatMap(({ facts }) =>
        facts.areas.flatMap(({ areaId, gradeId }) => (areaId === area.id && gradeId ? [gradeId] : [])),
      );
      if (given.length === 0) return [];
      const counts = framework.grades.map(({ id, label }) => ({
        gradeId: id,
        label,
        count: given.filter((gradeId) => gradeId === id).length,
      }));
      const { id: areaId, title } = area;
      return [{ frameworkId: framework.id, areaId, title, counts, graded: given.length }];
    });
  });
}

/** An area whose narrative reads like another grade than it was given. */
export interface ReadsOtherwise<Report extends PortfolioReport> {
  readonly report: Report;
  readonly areaId: AreaId;
  readonly title: string;
  readonly given: string;
  readonly reads: string;
  /** Grades between the two: 1 or more. Below the grade given where it reads worse. */
  readonly steps: number;
  /** How likely the grade it was given is, 0 to 1. */
  readonly chance: number;
}

/** Where narratives read otherwise than their grades, the least likely first. */
export function readingOtherwise<Report extends PortfolioReport>(
  reports: readonly Report[],
  frameworks: readonly Framework[],
): ReadsOtherwise<Report>[] {
  return reports
    .flatMap((report): ReadsOtherwise<Report>[] => {
      const framework = frameworks.find(({ id }) => id === report.frameworkId);
      if (!framework) return [];
      const rank = (gradeId: GradeId): number => framework.grades.findIndex(({ id }) => id === gradeId);
      return report.facts.areas.flatMap(({ areaId, gradeId, readsLike }) => {
        if (!gradeId || !readsLike || readsLike.gradeId === gradeId) return [];
        return [
          {
            report,
            areaId,
            title: findArea(framework, areaId)?.title ?? areaId,
            given: findGrade(framework, gradeId)?.label ?? gradeId,
            reads: findGrade(framework, readsLike.gradeId)?.label ?? readsLike.gradeId,
            steps: rank(readsLike.gradeId) - rank(gradeId),
            chance: readsLike.ofGiven ?? 0,
          },
        ];
      });
    })
    .toSorted((a, b) => a.chance - b.chance);
}

export interface RuleFrequency {
  readonly rule: string;
  readonly findings: number;
  readonly reports: number;
}

/** How often each rule found something, and in how many reports; the most frequent first. */
export function ruleFrequencies(reports: readonly PortfolioReport[]): RuleFrequency[] {
  const found = new Map<string, { findings: number; reports: number }>();
  for (const { facts } of reports)
    for (const [rule, count] of Object.entries(facts.rules)) {
      const sum = found.get(rule) ?? { findings: 0, reports: 0 };
      found.set(rule, { findings: sum.findings + count, reports: sum.reports + 1 });
    }
  return [...found]
    .map(([rule, sum]) => ({ rule, ...sum }))
    .toSorted((a, b) => b.findings - a.findings || a.rule.localeCompare(b.rule));
}
