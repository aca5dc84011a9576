import "#tests/renderer/helpers/page.ts";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";
import { ImportProvider } from "#renderer/library/ImportProvider.tsx";
import { LibraryPage } from "#renderer/library/LibraryPage.tsx";
import { Notices } from "#renderer/ui/Notices.tsx";
import { FakeBackEnd, summary } from "#tests/renderer/helpers/fake-back-end.tsx";

afterEach(cleanup);

function open(backEnd: FakeBackEnd): { opened: unknown[] } {
  const opened: unknown[] = [];
  render(
    backEnd.around(
      <ImportProvider>
        <LibraryPage onOpen={(...place) => opened.push(place)} onGo={(place) => opened.push(place)} />
        <Notices />
      </ImportProvider>,
    ),
  );
  return { opened };
}

test("lists reports with grades in words, and opens one by its title", async () => {
  const backEnd = new FakeBackEnd();
  backEnd.reports = [summary("Cornwall inspection")];
  const { opened } = open(backEnd);
  const row = await screen.findByRole("row", { name: /Cornwall inspection/ });
  expect(within(row).getByText("Inadequate", { exact: false })).toBeTruthy();
  expect(within(row).getByText("30 September 2009")).toBeTruthy();
  expect(within(row).getByText("10,105")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Cornwall inspection" }));
  expect(opened[0]).toEqual(["id of Cornwall inspection"]);
});

test("a reviewer sees first what waits for them, late ones in words, and each report once", async () => {
  const backEnd = new FakeBackEnd();
  backEnd.desk = { name: "Rae Reviewer", role: "reviewer" };
  backEnd.reports = ["Mine", "Late", "Draft"].map(summary).map((report) => ({
    ...report,
    stage: report.title === "Draft" ? "draft" : "in-review",
  }));
  backEnd.reviews = backEnd.reports.map(({ id, title }) => ({
    reportId: id,
    assignedTo: title === "Mine" ? "Rae Reviewer" : "",
    dueOn: title === "Late" ? "2020-01-31" : null,
    reviewedAt: null,
    sentAt: null,
  }));
  open(backEnd);
  const rows = await screen.findAllByRole("row");
  expect(rows.slice(1).map((row) => row.textContent?.replace(/(Mine|Late|Draft)Cornwall.*/, "$1"))).toEqual([
    "Overdue",
    "Late",
    "Edited since my review",
    "Nothing you reviewed has been changed since.",
    "Assigned to me",
    "Mine",
    "Ready for review",
    expect.stringContaining("No other report waits for a review."),
    "Other reports",
    "Draft",
  ]);
  expect(within(rows[2]!).getByText("overdue since 31 Jan 2020")).toBeTruthy();
  expect(screen.getByRole("button", { name: "This desk… Rae Reviewer, reviewer" })).toBeTruthy();
});

test("an empty library says what belongs here and how to begin", async () => {
  open(new FakeBackEnd());
  expect(await screen.findByText("This library is empty")).toBeTruthy();
  expect(screen.getByText(/drop files anywhere on this page/)).toBeTruthy();
});

test("a library whose reports are all archived is not called empty, and leads to them", async () => {
  const backEnd = new FakeBackEnd();
  const only = summary("Cornwall inspection");
  backEnd.reports = [only];
  backEnd.archived.add(only.id);
  open(backEnd);
  expect(await screen.findByText("Every report is archived")).toBeTruthy();
  expect(screen.getByText(/^1 report is kept in the archive/)).toBeTruthy();
  expect(screen.queryByText("This library is empty")).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Show archived" }));
  expect(await screen.findByRole("row", { name: /Cornwall inspection/ })).toBeTruthy();
});

test("a fault is told in its own words, and trying again reads again", async () => {
  const backEnd = new FakeBackEnd();
  backEnd.listFault = new Fault("damaged", "The library cannot be read.", "Restore a backup.");
  open(backEnd);
  expect((await screen.findByRole("alert")).textContent).toContain(
    "The library cannot be read. Restore a backup.",
  );
  backEnd.listFault = null;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("This library is empty")).toBeTruthy();
});

test("archiving takes a report off the page, and the notice brings it back", async () => {
  const backEnd = new FakeBackEnd();
  backEnd.reports = [summary("One"), summary("Two")];
  open(backEnd);
  await userEvent.click(await screen.findByRole("button", { name: "Actions for One" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Archive" }));
  expect(await screen.findByText("“One” is archived.")).toBeTruthy();
  expect(await screen.findByText("1 report")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "One" })).toBeTruthy();
});

test("of a batch the refused file says why and what to do, and the others come in", async () => {
  const backEnd = new FakeBackEnd();
  const fault = {
    code: "encrypted",
    message: "This PDF is locked with a password.",
    remedy: "Save it without one.",
  } as const;
  backEnd.importEvents = [
    { kind: "reading", file: "a.pdf", index: 0, page: 1, pages: 20 },
    { kind: "refused", file: "a.pdf", index: 0, fault },
    {
      kind: "done",
      file: "b.txt",
      index: 1,
      reportId: ReportId.parse("b"),
      paragraphs: 67,
      frameworkTitle: "Safeguarding",
      comments: 2,
      pictures: 1,
    },
  ];
  const { opened } = open(backEnd);
  await screen.findByText("This library is empty");
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  await userEvent.upload(input, [new File(["x"], "a.pdf"), new File(["y"], "b.txt")], { applyAccept: false });
  expect(await screen.findByText("1 report imported, 1 refused")).toBeTruthy();
  expect(screen.getByText("This PDF is locked with a password.")).toBeTruthy();
  expect(screen.getByText(/Save it without one/)).toBeTruthy();
  expect(screen.getByText("67 paragraphs · Safeguarding · 2 comments · 1 picture left out")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Open b.txt" }));
  expect(opened[0]).toEqual(["b"]);
});

test("search quotes the words and opens the place", async () => {
  const backEnd = new FakeBackEnd();
  backEnd.reports = [summary("One")];
  const { opened } = open(backEnd);
  await userEvent.type(await screen.findByRole("searchbox", { name: "Search all reports" }), "police");
  expect((await screen.findByText("police", { selector: "mark" })).textContent).toBe("police");
  await userEvent.click(screen.getByRole("button", { name: /Paragraph 12/ }));
  expect(opened[0]).toEqual(["id of One", "b12"]);
});
