import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Pseudonym } from "#shared/evidence/pseudonyms.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSessionState } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

const sayFault = (fault: unknown): void => {
  const { message, remedy } = faultOf(fault);
  notify(`${message} ${remedy}`, { tone: "fault" });
};

/** The pseudonyms of the open report, and the ways to change their table. */
export function usePseudonyms() {
  const { client, queries } = useApi();
  const reportId = useSessionState((state) => state.report.id);
  const queryClient = useQueryClient();
  const options = queries.pseudonyms.list.queryOptions({ input: { reportId } });
  const { data, error } = useQuery({ ...options, staleTime: Infinity });
  const keep = useMutation({
    mutationFn: (entries: readonly Pseudonym[]) =>
      client.pseudonyms.keep({ reportId, entries: [...entries] }),
    onSuccess: (after) => queryClient.setQueryData(options.queryKey, after),
    onError: sayFault,
  });
  const purge = useMutation({
    mutationFn: () => client.pseudonyms.purge(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.pseudonyms.key() }),
    onError: sayFault,
  });
  return { table: data ?? null, error, keep: keep.mutateAsync, purge: purge.mutateAsync };
}
