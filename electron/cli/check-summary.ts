import type { KeptCheck } from "#electron/cli/kept-checks.ts";
import { asCsv } from "#electron/core/csv.ts";
import type { Framework } from "#shared/domain/framework.ts";
import { findArea, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import type { ReportFacts } from "#shared/portfolio/report-facts.ts";
import { gradeProfiles, readingOtherwise, ruleFrequencies } from "#shared/portfolio/summary.ts";

const csv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  asCsv(
    rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    "\n",
  );

/** All checked files as one. Source of the shape: docs/check-output.md. */
export function summaryOf(checks: readonly KeptCheck[], frameworks: readonly Framework[]) {
  const read = checks.flatMap((check) =>
    check.facts ? [{ file: check.record.file, frameworkId: check.frameworkId, facts: check.facts }] : [],
  );
  return {
    files: checks.length,
    unreadable: checks.filter(({ facts }) => facts === null).map(({ record }) => record.file),
    profiles: gradeProfiles(read, frameworks).map(({ frameworkId, areaId, title, counts, graded }) => ({
      framework: frameworkId,
      area: areaId,
      title,
      graded,
      counts: Object.fromEntries(counts.map(({ gradeId, count }) => [gradeId, count])),
    })),
    readsOtherwise: readingOtherwise(read, frameworks).map(({ report, areaId, given, reads, chance }) => ({
      file: report.file,
      area: areaId,
      grade: given,
      readsLike: reads,
      chanceOfGrade: Number(chance.toFixed(3)),
    })),
    rules: ruleFrequencies(read),
  };
}
export type CheckSummary = ReturnType<typeof summaryOf>;

const nameOf = (framework: Framework, areaId: AreaId, title: string): string => {
  const area = findArea(framework, areaId);
  return area ? shortTitleOf(area) : title;
};

const MOST_OTHERWISE = 10;
const MOST_RULES = 15;

/** For people: what was given, where narratives read otherwise, what was found most. */
export function summaryText(summary: CheckSummary, frameworks: readonly Framework[]): string {
  const { files, unreadable, profiles, readsOtherwise, rules } = summary;
  const lines = [`${files - unreadable.length} of ${files} reports read`, ""];
  for (const framework of frameworks) {
    const own = profiles.filter((profile) => profile.framework === framework.id);
    if (own.length === 0) continue;
    const grades = framework.grades.toReversed();
    lines.push(`${framework.title} (${framework.edition})`);
    for (const { area, title, counts } of own)
      lines.push(
        `  ${nameOf(framework, area, title).slice(0, 44).padEnd(46)}${grades.map(({ id, label }) => `${label} ${counts[id] ?? 0}`).join(" · ")}`,
      );
    lines.push("");
  }
  lines.push(`Narratives that read otherwise than their grade: ${readsOtherwise.length}`);
  for (const { file, area, grade, readsLike, chanceOfGrade } of readsOtherwise.slice(0, MOST_OTHERWISE))
    lines.push(
      `  ${file}: ${area} is ${grade}, reads like ${readsLike} (${Math.round(chanceOfGrade * 100)} % for the grade given)`,
    );
  lines.push("", "Found most");
  for (const { rule, findings, reports } of rules.slice(0, MOST_RULES))
    lines.push(`  ${rule.padEnd(46)}${String(findings).padStart(6)} in ${reports} reports`);
  return `${lines.join("\n")}\n`;
}

/** A line for each area and grade of each framework. */
export const summaryCsv = ({ profiles }: CheckSummary): string =>
  csv([
    ["framework", "area", "title", "grade", "reports"],
    ...profiles.flatMap(({ framework, area, title, counts }) =>
      Object.entries(counts).map(([grade, count]) => [framework, area, title, grade, count]),
    ),
  ]);

export const CSV_HEADER = csv([
  [
    "file",
    "framework",
    "area",
    "title",
    "grade",
    "readsLike",
    "chanceOfGrade",
    "supports",
    "opposes",
    "words",
    "recommendations",
    "findings",
    "errors",
  ],
]);

/** A line for each area of one report. */
export function checkCsv(
  { record, facts, frameworkId }: KeptCheck,
  frameworks: readonly Framework[],
): string {
  const framework = frameworks.find(({ id }) => id === frameworkId);
  return csv(
    (facts?.areas ?? []).map((area: ReportFacts["areas"][number]) => [
      record.file,
      frameworkId,
      area.areaId,
      (framework && findArea(framework, area.areaId)?.title) ?? area.areaId,
      area.gradeId,
      area.readsLike?.gradeId ?? null,
      area.readsLike?.ofGiven?.toFixed(3) ?? null,
      area.supports,
      area.opposes,
      area.words,
      area.recommendations,
      area.findings,
      area.errors,
    ]),
  );
}
