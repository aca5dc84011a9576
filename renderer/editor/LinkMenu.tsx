import {
  LexicalTypeaheadMenuPlugin,
  type MenuRenderFn,
  type TriggerFn,
} from "@lexical/react/LexicalTypeaheadMenuPlugin";
import {
  $addUpdateTag,
  $createTextNode,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  type TextNode,
} from "lexical";
import { useCallback, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { FigureId } from "#shared/domain/ids.ts";
import { $createEvidenceChip } from "#renderer/editor/nodes/EvidenceChipNode.tsx";
import { $createLinkedText, $isLinkedText } from "#renderer/editor/nodes/LinkedTextNode.ts";
import { useSession } from "#renderer/report/session.ts";
import styles from "#renderer/editor/LinkMenu.module.css";
import {
  evidenceOptions,
  figureOptions,
  linkMatch,
  type LinkMatch,
  type LinkOption,
} from "#renderer/editor/link-options.ts";
import { usePutFigure } from "#renderer/writing/use-figures.ts";

const EMPTY: Record<LinkMatch["trigger"], string> = {
  "[[": "No evidence and no paragraph by that name. Esc leaves the words as they are.",
  "##": "No figure by that name. Type a number and what it counts: ##469 children looked after.",
};

const trigger: TriggerFn = (text) => {
  const match = linkMatch(text);
  if (!match) return null;
  const replaceableString = match.trigger + match.query;
  return {
    leadOffset: text.length - replaceableString.length,
    matchingString: replaceableString,
    replaceableString,
  };
};

/**
 * What the menu knows of the query may be a key or two behind a quick writer: the words left over go back before it, and
 * those of it that stand before come in.
 */
function $cutToQuery(query: TextNode): void {
  const before = query.getPreviousSibling();
  const lead = $isTextNode(before) && !$isLinkedText(before) ? before.getTextContent() : "";
  const text = lead + query.getTextContent();
  const match = linkMatch(text);
  const start = match ? text.length - match.trigger.length - match.query.length : lead.length;
  if (start === lead.length) return;
  if ($isTextNode(before) && lead !== "") {
    if (start === 0) before.remove();
    else before.setTextContent(text.slice(0, start));
  } else query.insertBefore($createTextNode(text.slice(0, start)).setFormat(query.getFormat()));
  query.setTextContent(text.slice(start));
}

/** Goes above the line when there is no room below it; the plugin places the menu before it knows how tall it is. */
function intoSight(menu: HTMLElement | null): void {
  if (!menu) return;
  menu.style.marginTop = "";
  requestAnimationFrame(() => {
    const { bottom, height } = menu.getBoundingClientRect();
    if (bottom > window.innerHeight) menu.style.marginTop = `${-height - 6}px`;
  });
}

/** “[[” offers evidence and paragraphs, “##” figures: chosen with the arrows and Enter, left with Esc. */
export function LinkMenu() {
  const { store } = useSession();
  const putFigure = usePutFigure();
  const [typed, setTyped] = useState<string | null>(null);
  const match = useMemo(() => (typed === null ? null : linkMatch(typed)), [typed]);
  // Read when the words change: the menu is open for moments only.
  const options = useMemo(() => {
    if (!match) return [];
    const state = store.getState();
    return match.trigger === "##" ? figureOptions(state, match.query) : evidenceOptions(state, match.query);
  }, [match, store]);

  const choose = useCallback(
    ({ choice }: LinkOption, query: TextNode | null, close: () => void) => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      if (query) $cutToQuery(query);
      if (choice.kind === "evidence") query?.replace($createEvidenceChip(choice.evidenceId)).selectNext(0, 0);
      else if (choice.kind === "reference")
        query
          ?.replace($createLinkedText({ kind: "reference", blockId: choice.blockId }, String(choice.number)))
          .selectNext(0, 0);
      else if (choice.kind === "figure") {
        const { id, value } = choice.figure;
        query?.replace($createLinkedText({ kind: "figure", figureId: id }, value)).selectNext(0, 0);
      } else {
        const figureId = FigureId.parse(crypto.randomUUID());
        query?.replace($createLinkedText({ kind: "figure", figureId }, choice.value)).selectNext(0, 0);
        void putFigure({
          id: figureId,
          label: choice.label,
          value: choice.value,
          asAt: null,
          evidenceId: null,
          unit: "",
          population: "",
          derived: null,
          counts: null,
        });
      }
      close();
    },
    [putFigure],
  );

  const menu: MenuRenderFn<LinkOption> = (
    anchor,
    { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex },
  ) =>
    match && anchor.current
      ? createPortal(
          <div ref={intoSight} className={styles.menu}>
            {options.length === 0 ? (
              <p className={styles.none}>{EMPTY[match.trigger]}</p>
            ) : (
              // The caret stays in the text, which no select would allow: the plugin names the line it is on.
              <div
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="listbox"
                className={styles.list}
                aria-label={match.trigger === "##" ? "Figures" : "Evidence and paragraphs"}
              >
                {options.map((option, index) => (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                  <div
                    key={option.key}
                    id={`typeahead-item-${index}`}
                    ref={option.setRefElement}
                    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                    role="option"
                    tabIndex={-1}
                    aria-selected={selectedIndex === index}
                    className={styles.option}
                    onMouseEnter={() => setHighlightedIndex(index)}
                    onClick={() => selectOptionAndCleanUp(option)}
                  >
                    <b>{option.name}</b> <span>{option.words}</span>
                  </div>
                ))}
              </div>
            )}
          </div>,
          anchor.current,
        )
      : null;

  return (
    <LexicalTypeaheadMenuPlugin<LinkOption>
      triggerFn={trigger}
      options={options}
      onQueryChange={setTyped}
      onSelectOption={choose}
      menuRenderFn={menu}
      commandPriority={COMMAND_PRIORITY_CRITICAL}
    />
  );
}
