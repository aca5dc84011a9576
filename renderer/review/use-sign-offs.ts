import { useMemo } from "react";
import type { AreaId } from "#shared/domain/ids.ts";
import { areaBasis } from "#shared/review/basis.ts";
import { type SignOff, signOffs } from "#shared/review/standing.ts";
import { useSessionState } from "#renderer/report/session.ts";
import { useSettledBlocks } from "#renderer/report/use-settled-blocks.ts";
import { useReviewState } from "#renderer/review/use-review.ts";

const NONE: ReadonlyMap<AreaId, SignOff> = new Map();

/** Areas that were signed off, and whether what was signed off still stands in the text a moment ago. */
export function useSignOffs(): ReadonlyMap<AreaId, SignOff> {
  const ledger = useReviewState()?.ledger;
  const blocks = useSettledBlocks();
  const judgements = useSessionState((state) => state.judgements);
  return useMemo(
    () => (ledger ? signOffs(ledger, (areaId) => areaBasis({ blocks, judgements }, areaId)) : NONE),
    [ledger, blocks, judgements],
  );
}
