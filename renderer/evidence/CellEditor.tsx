import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Dialog, Popover } from "react-aria-components";
import type { Evidence, EvidenceFields } from "#shared/domain/evidence.ts";
import { AreaTicks } from "#renderer/evidence/AreaTicks.tsx";
import { COLUMN_WORDS, type Column } from "#renderer/evidence/arrange.ts";
import { NameCheck } from "#renderer/evidence/NameCheck.tsx";
import { changeFrom, ENTRIES, entryText } from "#renderer/evidence/cell-values.ts";
import styles from "#renderer/evidence/EvidencePage.module.css";
import panel from "#renderer/panels/Panel.module.css";

export interface EditedCell {
  readonly item: Evidence;
  readonly column: Column;
  readonly cell: HTMLElement;
}

interface Props extends EditedCell {
  readonly onSave: (change: Partial<EvidenceFields>) => void;
  /** Goes on to the cell so many columns away; 0 goes back to this one. */
  readonly onClose: (step: -1 | 0 | 1) => void;
}

/**
 * Lies over one cell. Enter and leaving keep what was written, Tab goes on to the next cell, or to the pseudonyms offered for
 * names that were written; Escape keeps nothing.
 */
export function CellEditor({ item, column, cell, onSave, onClose }: Props) {
  const [text, setText] = useState(entryText(item, column));
  const [areaIds, setAreaIds] = useState(item.areaIds);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => field.current?.focus(), []);
  const entry = ENTRIES[column];
  if (!entry) return null;
  const close = (keep: boolean, step: -1 | 0 | 1): void => {
    const change = column === "areas" ? { areaIds } : changeFrom(column, text);
    if (keep && change) onSave(change);
    onClose(step);
  };
  const isWords = column === "title" || column === "source";
  const offers = (event: KeyboardEvent): HTMLElement | null =>
    event.shiftKey ? null : event.currentTarget.querySelector("[data-offers] button");
  const onKeyDown = (event: KeyboardEvent): void => {
    const inField = event.target === field.current || entry.as === "areas";
    if (event.key === "Escape") close(false, 0);
    else if (event.key === "Enter" && inField) close(true, 0);
    else if (event.key === "Tab" && inField && entry.as !== "areas") {
      const first = offers(event);
      if (first) first.focus();
      else close(true, event.shiftKey ? -1 : 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = `${COLUMN_WORDS[column]} of ${item.reference}`;
  return (
    <Popover
      className={styles.editor!}
      triggerRef={{ current: cell }}
      isOpen
      offset={-cell.offsetHeight}
      placement="bottom start"
      onOpenChange={(open) => {
        if (!open) close(true, 0);
      }}
      style={{ minWidth: cell.offsetWidth }}
    >
      <Dialog className={styles.entry!} aria-label={label}>
        {/* Keys of the field inside, before the dialogue has them. */}
        <div onKeyDownCapture={onKeyDown}>
          {entry.as === "areas" ? (
            <AreaTicks areaIds={areaIds} onChange={setAreaIds} />
          ) : entry.as === "choice" ? (
            <select
              ref={field}
              aria-label={label}
              className={panel.field}
              value={text}
              onChange={(event) => setText(event.target.value)}
            >
              {entry.options.map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          ) : (
            <input
              ref={field}
              aria-label={label}
              className={panel.field}
              type={entry.as === "date" ? "date" : "text"}
              inputMode={entry.as === "number" ? "numeric" : undefined}
              maxLength={entry.longest}
              value={text}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setText(event.target.value)}
            />
          )}
          {isWords && (
            <div className={styles.names} data-offers>
              <NameCheck text={text} onText={setText} onUsed={() => field.current?.focus()} />
            </div>
          )}
        </div>
      </Dialog>
    </Popover>
  );
}
