import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { FactualCheck } from "#shared/domain/factual-check.ts";
import type { FactualCheckId } from "#shared/domain/ids.ts";
import { type IssuedCopy, issuedCopy } from "#shared/factual-accuracy/place-comment.ts";
import type { Judgement } from "#shared/domain/report.ts";
import { useApi } from "#renderer/api/client.ts";
import { useSessionState } from "#renderer/report/session.ts";

const keyOf = (reportId: string): readonly string[] => ["factual-checks", reportId];

interface Checks {
  /** Newest first; null until they are read. */
  readonly checks: readonly FactualCheck[] | null;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The factual accuracy checks of the open report. */
export function useChecks(): Checks {
  const { client } = useApi();
  const reportId = useSessionState((state) => state.report.id);
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(reportId),
    queryFn: () => client.factualAccuracy.list({ reportId }),
  });
  return { checks: data ?? null, error, retry: () => void refetch() };
}

/** Takes over how a check stands after something was done to it. */
export function useKeepCheck(): (check: FactualCheck) => void {
  const queries = useQueryClient();
  const reportId = useSessionState((state) => state.report.id);
  return useCallback(
    (check) => {
      queries.setQueryData<readonly FactualCheck[]>(keyOf(reportId), (old = []) =>
        old.some(({ id }) => id === check.id)
          ? old.map((each) => (each.id === check.id ? check : each))
          : [check, ...old],
      );
    },
    [queries, reportId],
  );
}

interface Issued {
  readonly copy: IssuedCopy;
  readonly judgements: readonly Judgement[];
}

/** The words and grades that were issued; they never change. Null until they are read. */
export function useIssued(checkId: FactualCheckId): {
  readonly issued: Issued | null;
  readonly error: unknown;
} {
  const { client } = useApi();
  const reportId = useSessionState((state) => state.report.id);
  const { data, error } = useQuery({
    queryKey: ["factual-issued", reportId, checkId],
    queryFn: () => client.factualAccuracy.issued({ reportId, checkId }),
    staleTime: Infinity,
  });
  const issued = useMemo(
    () => data && { copy: issuedCopy(data.blocks), judgements: data.judgements },
    [data],
  );
  return { issued: issued ?? null, error };
}
