import styles from "#renderer/ClosedDoor.module.css";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { PlumbSign } from "#renderer/ui/PlumbSign.tsx";

/** Shown when the page cannot reach its program at all. */
export function ClosedDoor({ error }: { error: unknown }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.brand}>
        <PlumbSign /> Plumbline
      </h1>
      <FaultNotice error={error} />
    </main>
  );
}
