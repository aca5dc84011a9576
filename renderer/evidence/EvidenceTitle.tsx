import type { Evidence } from "#shared/domain/evidence.ts";
import { giveToPointer } from "#renderer/evidence/evidence-drag.ts";
import styles from "#renderer/evidence/EvidenceTitle.module.css";

/** An item by reference and title. The pointer takes it to a paragraph; “Tie” beside it does the same by keyboard. */
export function EvidenceTitle({ item }: { readonly item: Evidence }) {
  return (
    // For the pointer alone: a button of the same line ties by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.title}
      title="Drag to a paragraph to tie it there"
      draggable
      onDragStart={({ dataTransfer }) => giveToPointer(dataTransfer, item.id)}
    >
      <span className={styles.reference}>{item.reference}</span>
      <span className={styles.words}>{item.title}</span>
    </div>
  );
}
