import { expect, test } from "vitest";
import type { ReviewLine } from "#shared/api/review.ts";
import type { ReportSummary } from "#shared/domain/report.ts";
import { isOverdue, reviewGroups } from "#renderer/library/review-groups.ts";
import { summary } from "#tests/renderer/helpers/fake-back-end.tsx";

const TODAY = "2026-06-15";
const report = (title: string, fields: Partial<ReportSummary> = {}): ReportSummary => ({
  ...summary(title),
  stage: "in-review",
  ...fields,
});
const lineOf = ({ id }: ReportSummary, fields: Partial<ReviewLine> = {}): ReviewLine => ({
  reportId: id,
  assignedTo: "",
  dueOn: null,
  reviewedAt: null,
  sentAt: null,
  ...fields,
});

function groupsOf(pairs: readonly (readonly [ReportSummary, ReviewLine])[], role: "lead" | "reviewer") {
  const lines = new Map(pairs.map(([{ id }, line]) => [id as string, line]));
  const reports = pairs.map(([each]) => each);
  return reviewGroups(reports, lines, { name: "Rae", role }, TODAY).map(({ title, reports: held }) => [
    title,
    held.map((each) => each.title).join(" "),
  ]);
}

test("a reviewer finds each report in the most pressing section it fits, the earliest day first", () => {
  const pair = (title: string, line: Partial<ReviewLine>, fields: Partial<ReportSummary> = {}) => {
    const made = report(title, fields);
    return [made, lineOf(made, line)] as const;
  };
  expect(
    groupsOf(
      [
        pair("anyone", {}),
        pair("later", { dueOn: "2026-09-01" }),
        pair("mine", { assignedTo: "Rae" }),
        pair("others", { assignedTo: "Sam" }),
        pair("others-late", { assignedTo: "Sam", dueOn: "2026-01-01" }),
        pair("late", { assignedTo: "Rae", dueOn: "2026-06-14", reviewedAt: 1 }, { revision: 3 }),
        pair("today", { assignedTo: "Rae", dueOn: TODAY }),
        pair("edited", { assignedTo: "Rae", reviewedAt: 4 }, { revision: 5 }),
        pair("seen", { assignedTo: "Rae", reviewedAt: 5 }, { revision: 5 }),
        pair("draft", {}, { stage: "draft" }),
        pair("back", { dueOn: "2026-01-01", reviewedAt: 1 }, { stage: "returned", revision: 9 }),
      ],
      "reviewer",
    ),
  ).toEqual([
    ["Overdue", "late"],
    ["Edited since my review", "edited"],
    ["Assigned to me", "today mine"],
    ["Ready for review", "later anyone"],
  ]);
});

test("a lead finds first what came back, and nothing above the shelf where nothing did", () => {
  const back = report("back", { stage: "returned" });
  const sent = report("sent");
  expect(groupsOf([[sent, lineOf(sent)]], "lead")).toEqual([]);
  expect(
    groupsOf(
      [
        [sent, lineOf(sent)],
        [back, lineOf(back)],
      ],
      "lead",
    ),
  ).toEqual([["Returned to me", "back"]]);
});

test("a review is late when its day has passed, and never once the report is approved", () => {
  const late = { dueOn: "2026-06-14" };
  const waiting = report("waiting");
  const done = report("done", { stage: "approved" });
  expect(isOverdue(waiting, lineOf(waiting, late), TODAY)).toBe(true);
  expect(isOverdue(waiting, lineOf(waiting, { dueOn: TODAY }), TODAY)).toBe(false);
  expect(isOverdue(waiting, undefined, TODAY)).toBe(false);
  expect(isOverdue(done, lineOf(done, late), TODAY)).toBe(false);
});
