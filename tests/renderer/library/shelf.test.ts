import { expect, test } from "vitest";
import { shelfGroups } from "#renderer/library/shelf.ts";
import { summary } from "#tests/renderer/helpers/fake-back-end.tsx";

const reports = ["A", "B", "C", "D"].map(summary);
const id = (title: string): string => `id of ${title}`;
const shown = (pinned: string[], recent: string[]) =>
  shelfGroups(reports, pinned.map(id), recent.map(id)).map(({ title, reports: group }) => [
    title,
    group.map((report) => report.title).join(""),
  ]);

test("pinned ones first, then those opened last, then the rest; none twice", () => {
  expect(shown(["D"], ["C", "D", "A"])).toEqual([
    ["Pinned", "D"],
    ["Recent", "CA"],
    ["Other reports", "B"],
  ]);
});

test("one group needs no name, unless it is the pinned one", () => {
  expect(shown([], [])).toEqual([[null, "ABCD"]]);
  expect(shown([], ["D", "C", "B", "A"])).toEqual([[null, "DCBA"]]);
  expect(shown(["A", "B", "C", "D"], [])).toEqual([["Pinned", "ABCD"]]);
});

test("a report that is gone is in no group", () => {
  expect(shown(["X"], ["Y", "B"])).toEqual([
    ["Recent", "B"],
    ["Other reports", "ACD"],
  ]);
});
