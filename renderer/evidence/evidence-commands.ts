import type { BlockId } from "#shared/domain/ids.ts";
import type { Command } from "#renderer/commands/command.ts";
import type { Session } from "#renderer/report/session.ts";

/** Back to the text, where the caret was, whatever stands before it. */
export function toText({ store, editor }: Session): void {
  const wasAway = store.getState().view !== "text";
  store.setState({ view: "text" });
  // What was out of sight takes the focus once it is drawn.
  if (wasAway) requestAnimationFrame(() => editor?.focus());
  else editor?.focus();
}

/** To a place in the text, whatever stands before it. */
export function toPlace(session: Session, blockId: BlockId): void {
  session.store.setState({ view: "text" });
  // Once the text is drawn, and a dialogue has given the focus back.
  requestAnimationFrame(() => session.editor?.reveal(blockId, null, true));
}

export const evidenceCommands = (session: Session): Command[] => [
  {
    id: "quick-evidence",
    title: "Write evidence down",
    group: "Evidence",
    key: "quickEvidence",
    run: () => session.store.setState({ entering: true }),
  },
  {
    id: "evidence-table",
    title: "Table of evidence",
    group: "Evidence",
    key: "evidenceTable",
    run: () => {
      if (session.store.getState().view === "evidence") toText(session);
      else session.store.setState({ view: "evidence" });
    },
  },
  {
    id: "pseudonyms",
    title: "Pseudonyms…",
    group: "Evidence",
    run: () => session.store.setState({ pseudonymsOpen: true }),
  },
];
