import type { EvidenceId } from "#shared/domain/ids.ts";
import styles from "#renderer/editor/editor.module.css";
import { useSessionState } from "#renderer/report/session.ts";

export function EvidenceChip({ evidenceId }: { evidenceId: EvidenceId | null }) {
  const item = useSessionState((state) => state.evidence.find(({ id }) => id === evidenceId));
  return (
    <span className={styles.chip} title={item ? item.title : "This item is no longer in the evidence list"}>
      {item?.reference ?? "E-?"}
    </span>
  );
}
