import { expect, test } from "vitest";
import { leaveNotices, notices, notify } from "#renderer/ui/notify.ts";

test("on another screen only what offered a way back there is gone", () => {
  notify("It is archived.", { action: { label: "Undo", run: () => {} } });
  notify("It is in your downloads.");
  notify("Reading…", { progress: 0.4, action: { label: "Cancel", run: () => {} } });
  leaveNotices();
  expect(notices.getState().map(({ text }) => text)).toEqual(["It is in your downloads.", "Reading…"]);
});

test("two notices at a time; what failed or is under way stays besides", () => {
  notices.setState([], true);
  notify("Reading…", { progress: 0.4 });
  notify("It could not be read.", { tone: "fault" });
  for (const text of ["One.", "Two.", "Three."]) notify(text);
  expect(notices.getState().map(({ text }) => text)).toEqual([
    "Reading…",
    "It could not be read.",
    "Two.",
    "Three.",
  ]);
});
