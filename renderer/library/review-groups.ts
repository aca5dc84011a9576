import type { ReviewLine } from "#shared/api/review.ts";
import type { Desk } from "#shared/domain/ledger.ts";
import type { ReportSummary, Stage } from "#shared/domain/report.ts";
import type { ShelfGroup } from "#renderer/library/shelf.ts";

export type ReviewLines = ReadonlyMap<string, ReviewLine>;

const FINISHED: ReadonlySet<Stage> = new Set(["approved", "published"]);

/** Whether the day its review is due has passed, and the review with it has not. @param today ISO date */
export const isOverdue = ({ stage }: ReportSummary, line: ReviewLine | undefined, today: string): boolean =>
  line !== undefined && line.dueOn !== null && line.dueOn < today && !FINISHED.has(stage);

interface Section {
  readonly title: string;
  readonly empty: string;
  readonly holds: (report: ReportSummary, line: ReviewLine) => boolean;
}

/** What waits for a reviewer of that name, the most pressing first. */
const sectionsFor = (name: string, today: string): readonly Section[] => [
  {
    title: "Overdue",
    empty: "Nothing is overdue.",
    holds: (report, line) =>
      report.stage === "in-review" && isOverdue(report, line, today) && ["", name].includes(line.assignedTo),
  },
  {
    title: "Edited since my review",
    empty: "Nothing you reviewed has been changed since.",
    holds: ({ stage, revision }, { reviewedAt }) =>
      stage === "in-review" && reviewedAt !== null && revision > reviewedAt,
  },
  {
    title: "Assigned to me",
    empty: "No report in review is assigned to you. The lead names the reviewer in Report details.",
    holds: ({ stage }, { assignedTo, reviewedAt }) =>
      stage === "in-review" && assignedTo === name && reviewedAt === null,
  },
  {
    title: "Ready for review",
    empty: "No other report waits for a review. One comes in with “Open a review package…”.",
    holds: ({ stage }, { assignedTo, reviewedAt }) =>
      stage === "in-review" && assignedTo === "" && reviewedAt === null,
  },
];

/**
 * What stands above the rest of the shelf: for a reviewer what waits for them, for a lead what came back. No report is in
 * two of them.
 *
 * @param today ISO date
 */
export function reviewGroups(
  reports: readonly ReportSummary[],
  lines: ReviewLines,
  desk: Desk,
  today: string,
): ShelfGroup[] {
  if (desk.role === "lead") {
    const returned = reports.filter(({ stage }) => stage === "returned");
    return returned.length > 0 ? [{ title: "Returned to me", reports: returned }] : [];
  }
  const left = new Set(reports);
  return sectionsFor(desk.name, today).map(({ title, empty, holds }) => {
    const held = [...left].filter((report) => {
      const line = lines.get(report.id);
      return line !== undefined && holds(report, line);
    });
    for (const report of held) left.delete(report);
    const dueOn = ({ id }: ReportSummary): string => lines.get(id)?.dueOn ?? "9999";
    return { title, empty, reports: held.toSorted((a, b) => dueOn(a).localeCompare(dueOn(b))) };
  });
}
