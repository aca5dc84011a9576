import type { Command } from "#renderer/commands/command.ts";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import type { Session } from "#renderer/report/session.ts";

export const factualAccuracyCommands = (session: Session): Command[] => [
  {
    id: "factual-accuracy",
    title: "Factual accuracy: comments and answers",
    group: "Report",
    key: "factualAccuracy",
    run: () => {
      if (session.store.getState().view === "factual-accuracy") toText(session);
      else session.store.setState({ view: "factual-accuracy" });
    },
  },
  {
    id: "factual-accuracy-issue",
    title: "Issue for factual accuracy…",
    group: "Report",
    run: () => session.store.setState({ issuing: true }),
  },
];
