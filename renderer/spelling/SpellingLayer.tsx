import { useEffect, useMemo, useRef } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover, Separator } from "react-aria-components";
import { useStore } from "zustand";
import { useSettings } from "#renderer/api/use-settings.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { DictionariesDialog } from "#renderer/spelling/DictionariesDialog.tsx";
import styles from "#renderer/spelling/SpellingLayer.module.css";
import { ignoredKey, SPELLING_SETTING, spellingIn, wordToAdd } from "#renderer/spelling/spelling.ts";
import type { PlacedSlip } from "#renderer/spelling/speller.ts";
import { useDictionaries } from "#renderer/spelling/use-dictionaries.ts";
import menu from "#renderer/ui/Menu.module.css";

const MOST_SUGGESTIONS = 5;
/** Settings have a longest length; what was ignored first is asked about again first. */
const MOST_IGNORED = 3900;

/** Spelling as the page has it: starts it once the report is shown and read, and answers for one word at a time. */
export function SpellingLayer() {
  const session = useSession();
  const spelling = spellingIn(session);
  const settings = useSettings();
  const isOn = settings.ready && settings.read(SPELLING_SETTING) !== "off";
  const checked = useSessionState((state) => state.checked);
  const { dictionaries, add } = useDictionaries();
  const reportId = useSessionState((state) => state.report.id);
  const ignoredSetting = `ignored/${reportId}`;
  const ignored = settings.read(ignoredSetting) ?? "";
  const asked = useStore(spelling.store, (state) => state.asked);
  const dictionariesOpen = useStore(spelling.store, (state) => state.dictionariesOpen);

  useEffect(() => {
    if (!isOn || !checked || !dictionaries) return;
    let stop: (() => void) | null = null;
    const idle = requestIdleCallback(() => (stop = spelling.start()), { timeout: 4000 });
    return () => {
      cancelIdleCallback(idle);
      stop?.();
    };
    // Other dictionaries are told below; they are no reason to start over.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [spelling, isOn, checked, dictionaries !== null]);
  useEffect(() => {
    if (dictionaries)
      spelling.vouchFor([...dictionaries.field, ...dictionaries.personal, ...dictionaries.shared]);
  }, [spelling, dictionaries]);
  useEffect(() => spelling.ignore(ignored.split("\n")), [spelling, ignored]);
  useEffect(() => {
    // The right button and the menu key alike; only a marked word has a menu of ours.
    const onMenu = (event: MouseEvent): void => {
      const { editor } = session;
      if (!editor || !(event.target instanceof Element) || !event.target.closest("[data-region=text]"))
        return;
      const byPointer = event.button === 2 && event.detail !== 0;
      const slip = spelling.slipAt(
        byPointer ? editor.placeAt(event.clientX, event.clientY) : editor.selected(),
      );
      if (!slip) return;
      event.preventDefault();
      spelling.ask(slip);
    };
    document.addEventListener("contextmenu", onMenu);
    return () => document.removeEventListener("contextmenu", onMenu);
  }, [session, spelling]);

  return (
    <>
      {asked && (
        <SlipMenu
          slip={asked}
          onClose={() => spelling.ask(null)}
          onChoose={(words) => spelling.choose(asked, words)}
          onIgnore={() =>
            settings.write(ignoredSetting, `${ignoredKey(asked)}\n${ignored}`.slice(0, MOST_IGNORED))
          }
          onAdd={(dictionary) => add(dictionary, wordToAdd(asked.words))}
        />
      )}
      <DictionariesDialog
        isOpen={dictionariesOpen}
        onOpenChange={(open) => spelling.store.setState({ dictionariesOpen: open })}
      />
    </>
  );
}

interface MenuProps {
  readonly slip: PlacedSlip;
  readonly onClose: () => void;
  readonly onChoose: (words: string) => void;
  readonly onIgnore: () => void;
  readonly onAdd: (dictionary: "personal" | "shared") => void;
}

function SlipMenu({ slip, onClose, onChoose, onIgnore, onAdd }: MenuProps) {
  const session = useSession();
  const anchor = useRef<HTMLSpanElement>(null);
  const box = useMemo(() => session.editor?.boxOf(slip.place) ?? null, [session, slip]);
  const suggestions = slip.suggestions.slice(0, MOST_SUGGESTIONS);
  const run = (key: string): void => {
    onClose();
    const index = suggestions.findIndex((_, at) => key === `use-${at}`);
    if (index >= 0) onChoose(suggestions[index]!);
    else {
      session.editor?.focus();
      if (key === "ignore") onIgnore();
      else onAdd(key as "personal" | "shared");
    }
  };
  if (!box) return null;
  return (
    <>
      <span
        ref={anchor}
        className={styles.anchor}
        style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
      />
      <Popover
        className={menu.popover!}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        placement="bottom start"
      >
        <Menu
          className={menu.menu!}
          aria-label={`About “${slip.words}”`}
          // Opened to be answered: the first suggestion is one Enter away.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus="first"
          onAction={(key) => run(String(key))}
        >
          <MenuSection>
            <Header className={styles.message}>
              {slip.kind === "spelling" ? "Not in the dictionaries" : slip.message}
            </Header>
            {suggestions.map((words, index) => (
              <MenuItem
                key={words}
                id={`use-${index}`}
                className={`${menu.item} ${menu.plain_item} ${styles.suggestion}`}
                textValue={suggested(words, slip.words)}
              >
                {suggested(words, slip.words)}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={styles.line!} />
          <MenuSection aria-label="Keep it">
            <MenuItem id="ignore" className={`${menu.item} ${menu.plain_item}`}>
              Ignore here
            </MenuItem>
            {slip.kind === "spelling" && (
              <>
                <MenuItem id="personal" className={`${menu.item} ${menu.plain_item}`}>
                  Add to my dictionary
                </MenuItem>
                <MenuItem id="shared" className={`${menu.item} ${menu.plain_item}`}>
                  Add to this library’s dictionary
                </MenuItem>
              </>
            )}
          </MenuSection>
        </Menu>
      </Popover>
    </>
  );
}

/** A suggestion in words; spaces alone would be an empty line. */
function suggested(words: string, instead: string): string {
  if (words === "") return `Take out “${instead.trim() || "the space"}”`;
  return words.trim() === "" ? "One space" : words;
}
