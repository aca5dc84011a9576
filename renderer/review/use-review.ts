import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ReviewState } from "#shared/api/review.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { Desk } from "#shared/domain/ledger.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

const DESK = ["desk"];

/** Who works here; null until it is read. */
export function useDesk(): Desk | null {
  const { client } = useApi();
  // It changes here alone, and every finding asks for it.
  return useQuery({ queryKey: DESK, queryFn: () => client.review.desk(), staleTime: Infinity }).data ?? null;
}

const APPROVALS = ["approvals"];

/** How many different reviewers have to approve a report of this library; null until it is read. */
export function useApprovals(): number | null {
  const { client } = useApi();
  return useQuery({ queryKey: APPROVALS, queryFn: () => client.review.approvals() }).data ?? null;
}

/** Gives this desk another name or role, and the library another number of approvals. Answers whether that was kept. */
export function useSetDesk(): (desk: Desk, approvals: number) => Promise<boolean> {
  const { client } = useApi();
  const queries = useQueryClient();
  return useCallback(
    async (desk, approvals) => {
      try {
        await client.review.setApprovals({ needed: approvals });
        const kept = await client.review.setDesk(desk);
        queries.setQueryData(APPROVALS, approvals);
        queries.setQueryData(DESK, kept);
        void queries.invalidateQueries({ queryKey: ["review"] });
        return true;
      } catch (error) {
        const fault = faultOf(error);
        notify(`The desk was not changed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
        return false;
      }
    },
    [client, queries],
  );
}

/** How the open report stands in its review; null until it is read. Read again when a grade is set. */
export function useReviewState(): ReviewState | null {
  const { client } = useApi();
  const reportId = useSessionState((state) => state.report.id);
  const judgements = useSessionState((state) => state.judgements);
  return (
    useQuery({
      queryKey: ["review", reportId, judgements],
      queryFn: () => client.review.state({ reportId }),
      placeholderData: (before) => before,
    }).data ?? null
  );
}

type Decide = (
  client: ReturnType<typeof useApi>["client"],
  at: { readonly reportId: ReportId; readonly baseRevision: number },
) => Promise<ReviewState>;

/**
 * Decides something of the open report once its last words are saved. Answers how it stands then, or null, with a notice,
 * when nothing was decided.
 */
export function useDecide(): (decide: Decide) => Promise<ReviewState | null> {
  const { client } = useApi();
  const session = useSession();
  const queries = useQueryClient();
  return useCallback(
    async (decide) => {
      const reportId = session.store.getState().report.id;
      try {
        const state = await session.autosave.exclusively((baseRevision) =>
          decide(client, { reportId, baseRevision }),
        );
        session.store.setState(({ report }) => ({ report: { ...report, stage: state.stage } }));
        await queries.invalidateQueries({ queryKey: ["review", reportId] });
        return state;
      } catch (error) {
        const fault = faultOf(error);
        notify(`Nothing was changed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
        return null;
      }
    },
    [client, session, queries],
  );
}
