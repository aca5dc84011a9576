import { useMemo } from "react";
import { gapsOf, type ThinPlace } from "#shared/evidence/thread/coverage.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { ItemLink } from "#renderer/thread/ItemLink.tsx";
import type { GoTo } from "#renderer/thread/go-to.ts";
import styles from "#renderer/thread/ThreadDialog.module.css";

interface Props {
  readonly onGoTo: GoTo;
  readonly onFollow: () => void;
}

/** Where the thread is broken or thin. */
export function GapsView({ onGoTo, onFollow }: Props) {
  const blocks = useSessionState((state) => state.blocks);
  const evidence = useSessionState((state) => state.evidence);
  const { unused, thin, unmentioned } = useMemo(() => gapsOf(blocks, evidence), [blocks, evidence]);
  const places = (all: readonly ThinPlace[], none: string) =>
    all.length === 0 ? (
      <p className={panel.say}>{none}</p>
    ) : (
      <ul className={styles.places}>
        {all.map(({ blockId, paragraph, text, items }) => (
          <li key={blockId}>
            <button type="button" className={styles.place} onClick={() => onGoTo(blockId, null)}>
              <span className={styles.what}>{paragraph === null ? "Text" : `Paragraph ${paragraph}`}</span>
              <span className={styles.quote}>{text}</span>
            </button>
            {items.map((item) => (
              <ItemLink key={item.id} item={item} onFollow={onFollow} />
            ))}
          </li>
        ))}
      </ul>
    );
  return (
    <div className={styles.three}>
      <section aria-label="Contradicted and not said">
        <h3 className={styles.head}>{`Contradicted and not said (${unmentioned.length})`}</h3>
        <p className={panel.quiet}>
          Tied as contradicting the paragraph, and no sentence of it cites the item. Say what it shows, or why
          it weighs less.
        </p>
        {places(unmentioned, "No evidence contradicts the narrative in silence.")}
      </section>
      <section aria-label="Resting on one item">
        <h3 className={styles.head}>{`Resting on one item (${thin.length})`}</h3>
        <p className={panel.quiet}>Narrative of an area with a single item behind it.</p>
        {places(thin, "No paragraph rests on one item alone.")}
      </section>
      <section aria-label="Gathered but unused">
        <h3 className={styles.head}>{`Gathered but unused (${unused.length})`}</h3>
        <p className={panel.quiet}>Nothing in the report is tied to it or cites it.</p>
        {unused.length === 0 && <p className={panel.say}>Everything gathered is used.</p>}
        <ul className={styles.places}>
          {unused.map((item) => (
            <li key={item.id}>
              <ItemLink item={item} onFollow={onFollow} />
              <span className={panel.quiet}>{KIND_WORDS[item.kind]}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
