import type { Command } from "#renderer/commands/command.ts";
import type { KeyName } from "#renderer/commands/keymap.ts";
import type { Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import type { WritingQuestion } from "#renderer/writing/question.ts";
import { stylesOf } from "#renderer/writing/styles-menu.ts";
import { TABLE_CHANGES } from "#renderer/writing/table-changes.ts";

/** Everything that is done to the text, by name and key. */
export function writingCommands(session: Session): Command[] {
  const command = (group: string, id: string, title: string, run: () => void, key?: KeyName): Command => ({
    id,
    title,
    group,
    ...(key && { key }),
    run,
  });
  const ask = (asking: WritingQuestion) => (): void => session.store.setState({ asking });
  const orSay = (done: boolean | undefined, words: string): void => {
    if (!done) notify(words);
  };
  return [
    command("Text", "bold", "Bold", () => session.editor?.mark("bold"), "bold"),
    command("Text", "italic", "Italic", () => session.editor?.mark("italic"), "italic"),
    command("Text", "link", "Link…", ask("link")),
    ...stylesOf(session.store.getState().framework).map(({ id, title, shape, key }) =>
      command("Style", id, title, () => session.editor?.turnInto(shape), key),
    ),
    command("Style", "promote", "One level up", () => session.editor?.changeLevel(-1), "promote"),
    command("Style", "demote", "One level down", () => session.editor?.changeLevel(1), "demote"),
    command("Insert", "insert-evidence", "Evidence reference (or type [[)", () => session.editor?.type("[[")),
    command("Insert", "insert-figure", "Figure (or type ##)", () => session.editor?.type("##")),
    command("Insert", "insert-reference", "Reference to a paragraph (or type [[ and its number)", () =>
      session.editor?.type("[[p"),
    ),
    command(
      "Insert",
      "footnote",
      "Footnote",
      () =>
        orSay(
          session.editor?.footnote(),
          "Put the caret in a paragraph first: a footnote marks a place in it.",
        ),
      "footnote",
    ),
    command("Insert", "insert-table", "Table…", ask("table")),
    command("Insert", "figures", "Figures of this report…", ask("figures")),
    ...TABLE_CHANGES.map(({ id, title, run }) => ({
      ...command("Table", `table-${id}`, `Table: ${title}`, () => run(session)),
      whyNot: session.store.getState().caret.inTable ? null : "Put the caret in a table first.",
    })),
    command(
      "Text",
      "move-up",
      "Move the paragraph up",
      () => orSay(session.editor?.move(true), "It is the first already."),
      "moveUp",
    ),
    command(
      "Text",
      "move-down",
      "Move the paragraph down",
      () => orSay(session.editor?.move(false), "It is the last already."),
      "moveDown",
    ),
    command(
      "Text",
      "margin",
      "What stands in the margin of this paragraph",
      () => orSay(session.editor?.toMargin(), "Nothing stands in the margin of this paragraph."),
      "margin",
    ),
    command("Text", "ties", "Tie to areas…", ask("ties"), "ties"),
    command("Text", "undo", "Undo", () => session.editor?.undo(), "undo"),
    command("Text", "redo", "Redo", () => session.editor?.redo(), "redo"),
  ];
}
