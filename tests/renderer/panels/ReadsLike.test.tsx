import "#tests/renderer/helpers/page.ts";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { backingOf } from "#shared/consistency/backing.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { findArea } from "#shared/domain/framework.ts";
import { AreaId } from "#shared/domain/ids.ts";
import type { Report } from "#shared/domain/report.ts";
import { ReadsLike } from "#renderer/panels/ReadsLike.tsx";
import { createSessionStore, SessionContext, type Session } from "#renderer/report/session.ts";

afterEach(cleanup);

/** The section for the first area, over a report of one paragraph. Answers the places that were gone to. */
function show(line: string): unknown[] {
  const help = AreaId.parse("help");
  const draft = sketchReport({ grades: { help: "good" }, lines: [line] });
  const snapshot = buildSnapshot(draft, sketchFramework, null, sketchModel);
  const store = createSessionStore(draft as unknown as Report, sketchFramework, []);
  store.setState({ backing: new Map([[help, backingOf(snapshot, snapshot.areaById.get(help)!)]]) });
  const places: unknown[] = [];
  const session = { store, editor: { reveal: (...place: unknown[]) => places.push(place) } };
  render(
    <SessionContext value={session as unknown as Session}>
      <ReadsLike
        framework={sketchFramework}
        area={findArea(sketchFramework, help)!}
        grade={snapshot.areaById.get(help)!.grade}
      />
    </SessionContext>,
  );
  return places;
}

test("the chances stand from worst to best, the given grade marked in words", () => {
  show("help: Some plans drift. Many other visits come late.");
  expect(
    screen.getByText(/^Reads like inadequate \(\d+ in 100\), two grades below the one given\.$/),
  ).toBeTruthy();
  const chances = within(screen.getByRole("list", { name: "Chances in 100" })).getAllByRole("listitem");
  expect(chances.map(({ textContent }) => textContent.replace(/\d+$/, ""))).toEqual([
    "Inadequate",
    "Requires improvement",
    "Good (given)",
    "Outstanding",
  ]);
  expect(screen.getByText("It advises; it never grades.")).toBeTruthy();
});

test("three sentences each way, then all of them; pressing one goes to its words", async () => {
  const places = show(
    "help: Some plans drift. Other plans drift. Visits drift. Reviews drift and drift. Reports come late.",
  );
  const down = () => within(screen.getByRole("list", { name: "Pulling down" })).getAllByRole("button");
  expect(down()).toHaveLength(3);
  await userEvent.click(screen.getByRole("button", { name: "Show all 5 sentences" }));
  expect(down()).toHaveLength(5);
  expect(screen.queryByRole("button", { name: /^Show all/ })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /Some plans drift/ }));
  expect(places).toEqual([["b0", [0, 17], true]]);
});

test("with too little text it says how much is missing, and shows no chances", () => {
  show("help: Some plans drift.");
  expect(screen.getByText(/3 of the 6 words needed/)).toBeTruthy();
  expect(screen.queryByRole("list")).toBeNull();
});
