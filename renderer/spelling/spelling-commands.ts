import type { Command } from "#renderer/commands/command.ts";
import type { Session } from "#renderer/report/session.ts";
import { spellingIn } from "#renderer/spelling/spelling.ts";
import { notify } from "#renderer/ui/notify.ts";

export function spellingCommands(session: Session): Command[] {
  const spelling = spellingIn(session);
  return [
    {
      id: "next-spelling",
      title: "Next spelling mark",
      group: "Text",
      key: "nextSpelling",
      run: () => {
        if (!spelling.store.getState().on) notify("Spelling is not on, or still starting.");
        else if (!spelling.next()) notify("No spelling marks.");
      },
    },
    {
      id: "spelling-menu",
      title: "Menu of the word or paragraph at the caret",
      group: "Text",
      key: "spellingMenu",
      run: () => {
        const slip = spelling.slipAt(session.editor?.selected() ?? null);
        if (slip) spelling.ask(slip);
        else
          document
            .querySelector("[data-region=text]")
            ?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
      },
    },
    {
      id: "dictionaries",
      title: "Spelling and dictionaries…",
      group: "Text",
      run: () => spelling.store.setState({ dictionariesOpen: true }),
    },
  ];
}
