import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "#renderer/api/client.ts";

/** Settings of the interface, kept with the library. Reading before they have arrived answers null. */
export function useSettings(): {
  readonly ready: boolean;
  readonly read: (name: string) => string | null;
  readonly write: (name: string, value: string) => void;
} {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const options = queries.desktop.readSettings.queryOptions();
  const { data, isFetched } = useQuery({ ...options, staleTime: Infinity });
  const queryKey = JSON.stringify(options.queryKey);
  const write = useCallback(
    (name: string, value: string) => {
      queryClient.setQueryData<Record<string, string>>(JSON.parse(queryKey), (old) => ({
        ...old,
        [name]: value,
      }));
      // A lost pane width is no reason to interrupt anyone.
      client.desktop.writeSetting({ name, value }).catch(() => {});
    },
    [client, queryClient, queryKey],
  );
  return { ready: isFetched, read: (name) => data?.[name] ?? null, write };
}
