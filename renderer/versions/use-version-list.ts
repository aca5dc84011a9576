import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReportId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";

/** The versions of a report as they are now, and what can be done with their names. */
export function useVersionList(reportId: ReportId) {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const list = useQuery({
    ...queries.versions.list.queryOptions({ input: { reportId } }),
    // A version is added with every day and every name: never from a cache.
    staleTime: 0,
    gcTime: 0,
  });
  const refresh = (): Promise<void> =>
    queryClient.invalidateQueries({ queryKey: queries.versions.list.key({ input: { reportId } }) });
  return {
    list,
    name: async (revision: number, name: string): Promise<void> => {
      await client.versions.name({ reportId, revision, name });
      await refresh();
    },
    removeName: async (revision: number): Promise<void> => {
      await client.versions.removeName({ reportId, revision });
      await refresh();
    },
  };
}
