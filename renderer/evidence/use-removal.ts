import { useCallback } from "react";
import type { Evidence } from "#shared/domain/evidence.ts";
import { usesOf } from "#renderer/evidence/arrange.ts";
import { useRemoveEvidence } from "#renderer/panels/use-evidence.ts";
import { useSession } from "#renderer/report/session.ts";

/** Removes an item that nothing rests on; of one that is cited it first asks, and says where. */
export function useAskRemoval(): (item: Evidence) => void {
  const { store } = useSession();
  const remove = useRemoveEvidence();
  return useCallback(
    (item) => {
      if (usesOf(store.getState().structure).has(item.id)) store.setState({ removing: item.id });
      else void remove(item, 0);
    },
    [store, remove],
  );
}
