import type { Command } from "#renderer/commands/command.ts";
import { findIn } from "#renderer/find/find.ts";
import type { Session } from "#renderer/report/session.ts";

export function findCommands(session: Session): Command[] {
  const find = findIn(session);
  return [
    { id: "find", title: "Find", group: "Text", key: "find", run: () => find.open("find") },
    {
      id: "replace",
      title: "Find and replace",
      group: "Text",
      key: "replace",
      run: () => find.open("replace"),
    },
    { id: "find-next", title: "Find next", group: "Text", key: "findNext", run: () => find.step(1) },
    {
      id: "find-previous",
      title: "Find previous",
      group: "Text",
      key: "findPrevious",
      run: () => find.step(-1),
    },
  ];
}
