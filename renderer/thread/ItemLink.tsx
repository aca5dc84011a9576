import type { Evidence } from "#shared/domain/evidence.ts";
import title from "#renderer/evidence/EvidenceTitle.module.css";
import { useSession } from "#renderer/report/session.ts";
import styles from "#renderer/thread/ThreadDialog.module.css";

/** An item by its reference and title; pressed, the thread is followed from it. */
export function ItemLink({ item, onFollow }: { readonly item: Evidence; readonly onFollow: () => void }) {
  const { store } = useSession();
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        store.setState({ thread: { evidenceId: item.id } });
        onFollow();
      }}
    >
      <span className={title.reference}>{item.reference}</span> {item.title}
    </button>
  );
}
