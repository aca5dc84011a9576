import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Tooltip, TooltipTriggerStateContext } from "react-aria-components";
import { BlockId } from "#shared/domain/ids.ts";
import { explained } from "#renderer/editor/margin-words.ts";
import type { NoteAbout } from "#renderer/editor/marginalia.ts";
import styles from "#renderer/editor/editor.module.css";
import { useSession } from "#renderer/report/session.ts";

/** Long enough that the pointer can pass by. */
const WAIT_MS = 250;
/** … and can go on to what is said, to read or copy it. */
const STAYS_MS = 250;
const TIP_ID = "margin-tip";

/** Says what a note in the margin stands for: under the pointer after a moment, with the keyboard's focus at once. */
export function MarginTip() {
  const [editor] = useLexicalComposerContext();
  const { store } = useSession();
  const anchor = useRef<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [lines, setLines] = useState<readonly string[]>([]);
  const hide = useCallback((): void => {
    clearTimeout(timer.current);
    anchor.current?.removeAttribute("aria-describedby");
    anchor.current = null;
    setLines([]);
  }, []);
  const hideSoon = useCallback((): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(hide, STAYS_MS);
  }, [hide]);

  useEffect(
    () =>
      editor.registerRootListener((root) => {
        if (!root) return;
        const noteOf = (target: EventTarget | null): HTMLElement | null =>
          target instanceof Element ? target.closest<HTMLElement>("button[data-about]") : null;
        const show = (note: HTMLElement): void => {
          hide();
          const id = note.closest<HTMLElement>("[data-block-id]")?.dataset.blockId;
          if (!id) return;
          anchor.current = note;
          note.setAttribute("aria-describedby", TIP_ID);
          setLines(explained(store.getState(), BlockId.parse(id), note.dataset.about as NoteAbout));
        };
        const onOver = (event: PointerEvent): void => {
          const note = noteOf(event.target);
          if (note === null) {
            clearTimeout(timer.current);
            if (anchor.current && anchor.current !== document.activeElement) hideSoon();
          } else if (note === anchor.current) clearTimeout(timer.current);
          else {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => show(note), WAIT_MS);
          }
        };
        const onFocus = (event: FocusEvent): void => {
          const note = noteOf(event.target);
          if (note) show(note);
        };
        const onKey = (event: KeyboardEvent): void => {
          if (event.key === "Escape") hide();
        };
        root.addEventListener("pointerover", onOver);
        root.addEventListener("pointerleave", hideSoon);
        root.addEventListener("focusin", onFocus);
        root.addEventListener("focusout", hide);
        root.addEventListener("keydown", onKey, { capture: true });
        return () => {
          hide();
          root.removeEventListener("pointerover", onOver);
          root.removeEventListener("pointerleave", hideSoon);
          root.removeEventListener("focusin", onFocus);
          root.removeEventListener("focusout", hide);
          root.removeEventListener("keydown", onKey, { capture: true });
        };
      }),
    [editor, store, hide, hideSoon],
  );

  const isOpen = lines.length > 0;
  // The notes are no React elements, so that a trigger of its own cannot be put around them.
  const state = useMemo(
    () => ({ isOpen, shouldSkipAnimation: true, open() {}, close: hide }),
    [isOpen, hide],
  );
  return (
    <TooltipTriggerStateContext value={state}>
      <Tooltip className={styles.tip!} triggerRef={anchor} placement="bottom end" offset={4}>
        <ul id={TIP_ID} onPointerEnter={() => clearTimeout(timer.current)} onPointerLeave={hideSoon}>
          {lines.map((line, index) => (
            // Two findings may say the same.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{line}</li>
          ))}
        </ul>
      </Tooltip>
    </TooltipTriggerStateContext>
  );
}
