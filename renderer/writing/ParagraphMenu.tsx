import { useEffect, useRef, useState } from "react";
import { Menu, MenuItem, MenuSection, Popover, Separator } from "react-aria-components";
import type { Command } from "#renderer/commands/command.ts";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import { runCommand } from "#renderer/commands/use-keys.ts";
import { useSession } from "#renderer/report/session.ts";
import menu from "#renderer/ui/Menu.module.css";
import { CLIPBOARD_COMMANDS } from "#renderer/writing/clipboard-commands.ts";
import styles from "#renderer/writing/ParagraphMenu.module.css";

/** What is offered about the paragraph in hand, by the ids of the commands. */
const ABOUT: readonly (readonly string[])[] = [
  ["ties", "insert-evidence", "insert-reference", "comment"],
  ["margin", "move-up", "move-down"],
];

/** Where the menu hangs, in the window. */
interface Spot {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** The right mouse button and the menu key in the text: what can be done with this paragraph, where a word has no menu of its own. */
export function ParagraphMenu({ commands }: { readonly commands: readonly Command[] }) {
  const session = useSession();
  const anchor = useRef<HTMLSpanElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    const onMenu = (event: MouseEvent): void => {
      const text = event.target instanceof Element && event.target.closest("[data-region=text]");
      if (event.defaultPrevented || !text) return;
      event.preventDefault();
      const byPointer = event.button === 2 && event.detail !== 0;
      setSpot(byPointer ? { left: event.clientX, top: event.clientY, height: 0 } : spotOfCaret(text));
    };
    document.addEventListener("contextmenu", onMenu);
    return () => document.removeEventListener("contextmenu", onMenu);
  }, []);
  if (!spot) return null;
  const sections = [
    CLIPBOARD_COMMANDS,
    ...ABOUT.map((ids) => ids.flatMap((id) => commands.find((command) => command.id === id) ?? [])),
  ];
  const choose = (id: string): void => {
    setSpot(null);
    const command = sections.flat().find((candidate) => candidate.id === id);
    // After the menu has gone, and the focus is where a command expects it.
    setTimeout(() => {
      session.editor?.focus();
      if (command) runCommand(command);
    });
  };
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={spot} />
      <Popover
        className={menu.popover!}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (open) return;
          setSpot(null);
          session.editor?.focus();
        }}
        placement="bottom start"
      >
        <Menu
          className={menu.menu!}
          aria-label="This paragraph"
          // Opened to be chosen from.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={(id) => choose(String(id))}
        >
          {sections.flatMap((members, index) => [
            ...(index > 0 ? [<Separator key={`line-${index}`} className={styles.line!} />] : []),
            <MenuSection key={SECTION_NAMES[index]} aria-label={SECTION_NAMES[index]!}>
              {members.map(({ id, title, key }) => (
                <MenuItem key={id} id={id} className={`${menu.item} ${menu.plain_item}`} textValue={title}>
                  {title}
                  {key && <kbd className={menu.note}>{KEYMAP[key].shown}</kbd>}
                </MenuItem>
              ))}
            </MenuSection>,
          ])}
        </Menu>
      </Popover>
    </>
  );
}

const SECTION_NAMES = ["Clipboard", "Ties and comments", "Place"];

/** At the caret, or at the head of the paragraph it stands in when it has no box of its own. */
function spotOfCaret(text: Element): Spot {
  const selection = document.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const caret = range?.getClientRects()[0];
  const node = range?.startContainer;
  const at = (node instanceof Element ? node : node?.parentElement)?.closest("[data-block-id]") ?? text;
  const box = caret ?? at.getBoundingClientRect();
  return { left: box.left, top: box.top, height: Math.min(box.height, 24) };
}
