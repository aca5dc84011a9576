import type { Command } from "#renderer/commands/command.ts";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import type { Session } from "#renderer/report/session.ts";

export const factsCommands = (session: Session): Command[] => [
  {
    id: "facts",
    title: "Factual accuracy: comments and answers",
    group: "Report",
    key: "factualAccuracy",
    run: () => {
      if (session.store.getState().view === "facts") toText(session);
      else session.store.setState({ view: "facts" });
    },
  },
  {
    id: "facts-issue",
    title: "Issue for factual accuracy…",
    group: "Report",
    run: () => session.store.setState({ issuing: true }),
  },
];
