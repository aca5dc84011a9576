import "#tests/renderer/helpers/page.ts";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { ReportId } from "#shared/domain/ids.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import { PackagePage } from "#renderer/package/PackagePage.tsx";
import type { Place } from "#renderer/place.ts";
import { FakeBackEnd, slac } from "#tests/renderer/helpers/fake-back-end.tsx";
import { paragraph } from "#tests/helpers/reports.ts";

afterEach(cleanup);

const reportId = ReportId.parse("r");
const [first, second] = slac.areas.filter(({ kind }) => kind === "graded").map(({ id }) => id);
const [low, high] = [slac.grades[0]!.id, slac.grades[1]!.id];
const answer = (by: string, at: string, reason: string): Disposition => ({
  fingerprint: "f1",
  basis: "b1",
  rule: "quote/unbalanced",
  areaId: null,
  blockId: null,
  state: "dismissed",
  reason,
  by,
  at,
});
const words = (text: string) => [paragraph(text, { id: "b" })];

const place: Extract<Place, { screen: "package" }> = {
  screen: "package",
  report: { id: reportId, title: "Northshire", frameworkId: slac.id },
  sealed: { file: new File(["age"], "n.plumbline"), passphrase: null },
  preview: {
    id: "5f9d2b1e-3c4d-4e5f-8a6b-7c8d9e0f1a2b",
    reportId,
    title: "Northshire",
    from: { name: "Rae Reviewer", role: "reviewer" },
    sentAt: "2026-06-01T10:00:00.000Z",
    fingerprint: "AAAA",
    known: true,
    kind: "merge",
    stage: "returned",
    returned: {
      sent: { revision: 3, at: "2026-05-01T10:00:00.000Z" },
      revision: 7,
      base: words("One."),
      theirs: words("Two."),
      ours: words("Three."),
      groups: [],
      remarks: [],
      authors: [],
      comments: [],
    },
    grades: [
      { areaId: first!, ours: low, theirs: high, reason: "The board meets.", clash: false },
      { areaId: second!, ours: high, theirs: low, reason: "", clash: true },
    ],
    answers: [
      {
        theirs: answer("Rae Reviewer", "2026-05-30T10:00:00.000Z", "The speaker goes on."),
        ours: answer("Lee Lead", "2026-05-31T10:00:00.000Z", "It is closed below."),
      },
    ],
    comments: 2,
    evidence: 1,
    withheld: 0,
    assignment: {
      theirs: { assignedTo: "Rae Reviewer", dueOn: "2026-06-09" },
      becomes: { assignedTo: "Rae Reviewer", dueOn: "2026-06-12" },
    },
    ledgerLines: 3,
  },
};

function open(): { went: Place[]; backEnd: FakeBackEnd } {
  const backEnd = new FakeBackEnd();
  const went: Place[] = [];
  render(backEnd.around(<PackagePage place={place} onGo={(to) => went.push(to)} />));
  return { went, backEnd };
}

test(
  "what was changed at both desks is shown and not taken; all else is, in one step",
  { timeout: 120_000 },
  async () => {
    const { went, backEnd } = open();
    const grades = await screen.findByRole("region", { name: "Grades" });
    const [agreed, clash] = within(grades).getAllByRole("listitem");
    expect(within(agreed!).getByRole<HTMLInputElement>("checkbox").checked).toBe(true);
    expect(agreed!.textContent).toContain("Reason: The board meets.");
    expect(within(clash!).getByRole<HTMLInputElement>("checkbox").checked).toBe(false);
    expect(clash!.textContent).toContain("Moved here too since it was sent");
    expect(clash!.textContent).toContain("No reason was given.");
    for (const brought of ["2 new comments", "1 new item of evidence", "3 new lines of the ledger"])
      expect(screen.getByText(brought)).toBeTruthy();

    const answered = within(screen.getByRole("region", { name: "Findings answered at both desks" }));
    const row = answered.getAllByRole("row")[1]!;
    const [ours, theirs] = within(row).getAllByRole("cell");
    expect(ours!.textContent).toContain("Dismissed: “It is closed below.”Lee Lead");
    expect(ours!.textContent).toContain("stands");
    expect(theirs!.textContent).toContain("Dismissed: “The speaker goes on.”Rae Reviewer");
    expect(theirs!.textContent).not.toContain("stands");
    const named = { name: "A quotation mark has no partner" };
    expect(await within(row).findByRole("rowheader", named, { timeout: 60_000 })).toBeTruthy();

    await userEvent.click(screen.getByRole("button", { name: "Take 1 grade" }));
    expect(backEnd.taken).toMatchObject([{ trust: true, baseRevision: 7, operations: [], grades: [first] }]);
    // No words were taken: there is nothing that Undo would take back.
    expect(went).toEqual([{ screen: "report", reportId, blockId: null }]);
  },
);

test("with nothing ticked, what comes by itself is taken all the same", async () => {
  const { backEnd } = open();
  await screen.findByRole("region", { name: "Grades" });
  await userEvent.click(screen.getByRole("button", { name: "Leave everything" }));
  await userEvent.click(screen.getByRole("button", { name: "Take what else came" }));
  expect(backEnd.taken).toMatchObject([{ operations: [], grades: [] }]);
});
