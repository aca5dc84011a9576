import { useCallback } from "react";
import { type Evidence, type EvidenceFields, fieldsOf } from "#shared/domain/evidence.ts";
import { usePutEvidence } from "#renderer/panels/use-evidence.ts";
import { notify } from "#renderer/ui/notify.ts";

/** Changes some fields of an item at once, and offers the way back. */
export function useChangeEvidence(): (
  item: Evidence,
  change: Partial<EvidenceFields>,
  what: string,
) => Promise<void> {
  const put = usePutEvidence();
  return useCallback(
    async (item, change, what) => {
      const before = fieldsOf(item);
      const changed = (Object.keys(change) as (keyof EvidenceFields)[]).some(
        (name) => JSON.stringify(change[name]) !== JSON.stringify(before[name]),
      );
      if (!changed || !(await put(item.id, { ...before, ...change }))) return;
      notify(`${item.reference}: ${what} changed.`, {
        action: { label: "Undo", run: () => void put(item.id, before) },
      });
    },
    [put],
  );
}
