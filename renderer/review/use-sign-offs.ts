import { useMemo, useSyncExternalStore } from "react";
import type { AreaId } from "#shared/domain/ids.ts";
import type { LedgerEntry } from "#shared/domain/ledger.ts";
import { areaBasis } from "#shared/review/basis.ts";
import { type SignOff, signOffs } from "#shared/review/standing.ts";
import { sameValue } from "#shared/same-value.ts";
import { type Session, useSession } from "#renderer/report/session.ts";
import { whenSettled } from "#renderer/report/use-settled-blocks.ts";
import { useReviewState } from "#renderer/review/use-review.ts";

type SignOffs = ReadonlyMap<AreaId, SignOff>;

const NONE: SignOffs = new Map();

/**
 * Areas that were signed off, and whether what was signed off still stands in the text a moment ago. Who asks is drawn
 * anew when that changes, and not whenever something is written.
 */
export function useSignOffs(): SignOffs {
  const ledger = useReviewState()?.ledger;
  const { store } = useSession();
  const watched = useMemo(() => watch(store, ledger ?? []), [store, ledger]);
  return useSyncExternalStore(watched.subscribe, watched.read);
}

function watch(store: Session["store"], ledger: readonly LedgerEntry[]) {
  const anySigned = ledger.some(({ fact }) => fact.kind === "sign-off");
  const now = (): SignOffs => {
    const { blocks, judgements } = store.getState();
    return anySigned ? signOffs(ledger, (areaId) => areaBasis({ blocks, judgements }, areaId)) : NONE;
  };
  let known = now();
  return {
    read: () => known,
    subscribe: (tell: () => void): (() => void) => {
      if (!anySigned) return () => {};
      return whenSettled(
        store,
        (state, before) => state.blocks !== before.blocks || state.judgements !== before.judgements,
        () => {
          const next = now();
          if (sameValue(known, next)) return;
          known = next;
          tell();
        },
      );
    },
  };
}
