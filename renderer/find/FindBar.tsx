import { ChevronDown, ChevronUp, X } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { ToggleButton } from "react-aria-components";
import { useStore } from "zustand";
import type { AreaId } from "#shared/domain/ids.ts";
import styles from "#renderer/find/FindBar.module.css";
import { findIn, type Find } from "#renderer/find/find.ts";
import { outlineOf } from "#renderer/report/outline.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

/** Find and replace, over the top edge of the page: the text stays in reach. */
export function FindBar() {
  const session = useSession();
  const find = findIn(session);
  useEffect(() => find.start(), [find]);
  const shown = useStore(find.store, (state) => state.shown);
  if (shown === "nothing") return null;
  return (
    <>
      <Bar find={find} withReplace={shown === "replace"} />
      <Replacing find={find} />
    </>
  );
}

/** Lies over the text while very many places change: what is typed meanwhile would get between them. */
function Replacing({ find }: { readonly find: Find }) {
  const replacing = useStore(find.store, (state) => state.replacing);
  if (!replacing) return null;
  return (
    <ModalDialog title="Replace all" size="plain" isOpen onOpenChange={replacing.cancel}>
      <progress className={styles.progress} aria-label="Replacing" max={1} value={replacing.share} />
      <p className={panel.quiet}>One undo takes all of it back. After Cancel, nothing is replaced.</p>
      <div className={panel.row}>
        <Button onPress={replacing.cancel}>Cancel</Button>
      </div>
    </ModalDialog>
  );
}

function Bar({ find, withReplace }: { readonly find: Find; readonly withReplace: boolean }) {
  const { query, replacement, matchCase, wholeWord, places, at } = useStore(find.store);
  const field = useRef<HTMLInputElement>(null);
  // Asked for a second time, the bar takes the focus again.
  useEffect(
    () =>
      find.store.subscribe((state, before) => {
        if (state.shown !== before.shown || state.opened !== before.opened) field.current?.select();
      }),
    [find],
  );
  useEffect(() => field.current?.select(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    find.close();
  };
  const onEnter = (run: (back: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run(event.shiftKey);
  };
  const none = places.length === 0;
  return (
    // Escape leaves from every part of the bar.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className={styles.bar} data-region="find" aria-label="Find and replace" onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          aria-label="Find"
          placeholder="Find in the report"
          spellCheck={false}
          value={query}
          onChange={(event) => find.ask({ query: event.target.value })}
          onKeyDown={onEnter((back) => find.step(back ? -1 : 1))}
        />
        <output className={styles.count} data-none={none && query !== "" ? "" : undefined}>
          {query === ""
            ? ""
            : none
              ? "Not found"
              : `${(at + 1).toLocaleString("en-GB")} of ${places.length.toLocaleString("en-GB")}`}
        </output>
        <Button
          look="plain"
          className={styles.icon!}
          aria-label="Previous"
          isDisabled={none}
          onPress={() => find.step(-1)}
        >
          <ChevronUp size={16} aria-hidden />
        </Button>
        <Button
          look="plain"
          className={styles.icon!}
          aria-label="Next"
          isDisabled={none}
          onPress={() => find.step(1)}
        >
          <ChevronDown size={16} aria-hidden />
        </Button>
        <Button look="plain" className={styles.icon!} aria-label="Close find" onPress={() => find.close()}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      {withReplace && (
        <div className={styles.row}>
          <input
            className={styles.field}
            aria-label="Replace with"
            placeholder="Replace with"
            spellCheck={false}
            value={replacement}
            onChange={(event) => find.ask({ replacement: event.target.value })}
            onKeyDown={onEnter(() => find.replace())}
          />
          <Button isDisabled={none} onPress={() => find.replace()}>
            Replace
          </Button>
          <Button isDisabled={none} onPress={() => void find.replaceAll()}>
            Replace all
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <ToggleButton
          className={styles.toggle!}
          isSelected={matchCase}
          onChange={(on) => find.ask({ matchCase: on })}
        >
          Match case
        </ToggleButton>
        <ToggleButton
          className={styles.toggle!}
          isSelected={wholeWord}
          onChange={(on) => find.ask({ wholeWord: on })}
        >
          Whole word
        </ToggleButton>
        <Where find={find} />
        {!withReplace && (
          <Button
            look="plain"
            className={styles.more!}
            onPress={() => find.store.setState({ shown: "replace" })}
          >
            Replace…
          </Button>
        )}
      </div>
    </search>
  );
}

const HERE = "here";

/** The whole report, or an area with those below it. */
function Where({ find }: { readonly find: Find }) {
  const areaId = useStore(find.store, (state) => state.areaId);
  const framework = useSessionState((state) => state.framework);
  const structure = useSessionState((state) => state.structure);
  const here = useSessionState((state) => state.areaId);
  if (!framework) return null;
  const lines = outlineOf(framework, structure).filter(({ area }) => area !== null);
  const current = lines.find(({ area }) => area!.id === here);
  return (
    <select
      className={styles.where}
      aria-label="Where to look"
      value={areaId ?? ""}
      onChange={({ target: { value } }) =>
        find.ask({ areaId: value === "" ? null : value === HERE ? here : (value as AreaId) })
      }
    >
      <option value="">In the whole report</option>
      {current && <option value={HERE}>In this area: {current.title}</option>}
      {lines.map(({ key, title, depth }) => (
        <option key={key} value={key}>
          {"\u2003".repeat(depth)}
          {title}
        </option>
      ))}
    </select>
  );
}
