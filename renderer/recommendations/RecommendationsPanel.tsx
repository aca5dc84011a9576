import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useShallow } from "zustand/react/shallow";
import { BlockId } from "#shared/domain/ids.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Justification } from "#renderer/recommendations/Justification.tsx";
import {
  blockBefore,
  groupsOf,
  isInGroups,
  isRecommendation,
  placeOf,
  stepFrom,
  type TimescaleGroup,
} from "#renderer/recommendations/order.ts";
import styles from "#renderer/recommendations/RecommendationsPanel.module.css";
import { TimescaleList } from "#renderer/recommendations/TimescaleList.tsx";
import { Weaknesses } from "#renderer/recommendations/Weaknesses.tsx";
import { useSession, useSessionState } from "#renderer/report/session.ts";

/** What the report asks for, by when, and what it rests on; then what it finds weak and asks nobody to mend. */
export function RecommendationsPanel() {
  const session = useSession();
  const framework = useSessionState((state) => state.framework);
  const relevant = useSessionState(useShallow((state) => state.blocks.filter(isInGroups)));
  const groups = useMemo(() => groupsOf(framework, relevant), [framework, relevant]);
  const recommendations = relevant.filter(isRecommendation);
  const sections = new Set(groups.map(({ section }) => section)).size;
  const [selected, setSelected] = useState<BlockId | null>(null);
  const [said, setSaid] = useState("");
  const lists = useRef<HTMLDivElement>(null);
  const refocus = useRef<BlockId | null>(null);
  const chosen = recommendations.find(({ id }) => id === selected) ?? null;

  useEffect(() => {
    const id = refocus.current;
    refocus.current = null;
    if (!id) return;
    // A list makes its rows in a second pass.
    const frame = requestAnimationFrame(() => rowOf(lists.current, id)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [groups]);

  const place = (id: BlockId, to: { readonly group: number; readonly index: number }): void => {
    const { blocks } = session.store.getState();
    refocus.current = id;
    setSelected(id);
    session.editor?.placeRecommendation(id, groups[to.group]!.id, blockBefore(blocks, groups, id, to));
    setSaid(`Moved to number ${to.index + 1} under ${nameOf(groups[to.group]!, sections)}.`);
  };
  const onKey = (event: KeyboardEvent): void => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=row]") : null;
    if (!row?.dataset.key) return;
    const id = BlockId.parse(row.dataset.key);
    if (event.altKey && event.shiftKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      const to = stepFrom(groups, id, event.key === "ArrowUp" ? -1 : 1);
      if (to) place(id, to);
      else setSaid(event.key === "ArrowUp" ? "It is the first already." : "It is the last already.");
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      refocus.current = id;
      if (event.shiftKey) session.editor?.redo();
      else session.editor?.undo();
    }
  };
  const select = (id: BlockId): void => {
    setSelected(id);
    session.editor?.reveal(id, null, false);
  };
  const drop = (id: BlockId, group: TimescaleGroup, index: number): void => {
    const to = groups.indexOf(group);
    const from = placeOf(groups, id);
    if (from && !(from.group === to && from.index === index)) place(id, { group: to, index });
  };

  return (
    <div className={panel.body}>
      {recommendations.length === 0 && (
        <p className={panel.say}>
          The report asks for nothing yet. Write a recommendation from a weakness below, or turn a paragraph
          into one with the style menu.
        </p>
      )}
      {/* Keys of the rows below: what Alt+Shift+arrows do in the text they do here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={lists} className={styles.lists} onKeyDownCapture={onKey}>
        {groups.map((group, index) => (
          <section key={group.key} aria-label={nameOf(group, sections)}>
            {sections > 1 && groups[index - 1]?.section !== group.section && (
              <h3 className={styles.section}>{group.section.title}</h3>
            )}
            <h4 className={panel.heading}>
              {group.label} <span className={styles.count}>{group.members.length}</span>
            </h4>
            <TimescaleList
              group={group}
              name={nameOf(group, sections)}
              selected={selected}
              onSelect={select}
              onShow={(id) => session.editor?.reveal(id, null, true)}
              onDrop={(id, index) => drop(id, group, index)}
            />
          </section>
        ))}
        {chosen && <Justification key={chosen.id} recommendation={chosen} />}
      </div>
      {recommendations.length > 0 && (
        <p className={styles.hint}>Drag to reorder, or press Alt+Shift+↑ and ↓. The text moves with them.</p>
      )}
      <output className="visually-hidden">{said}</output>
      <Weaknesses groups={groups} recommendations={recommendations} />
    </div>
  );
}

const nameOf = ({ label, section }: TimescaleGroup, sections: number): string =>
  sections > 1 && section.title !== "" ? `${section.title}: ${label}` : label;

const rowOf = (lists: HTMLElement | null, id: BlockId): HTMLElement | null =>
  lists?.querySelector<HTMLElement>(`[role=row][data-key="${CSS.escape(id)}"]`) ?? null;
