import { useQuery } from "@tanstack/react-query";
import { useApi } from "#renderer/api/client.ts";

export const useReportList = (archived: boolean) =>
  useQuery(useApi().queries.library.list.queryOptions({ input: { archived } }));

export const useFrameworks = () =>
  useQuery({ ...useApi().queries.library.frameworks.queryOptions(), staleTime: Infinity });

export const useLibraryFacts = () =>
  useQuery({ ...useApi().queries.library.describe.queryOptions(), staleTime: Infinity });

/** Nothing is asked for until there are two characters to look for. */
export const useSearch = (query: string) =>
  useQuery({
    ...useApi().queries.library.search.queryOptions({ input: { query, limit: 50 } }),
    enabled: query.trim().length >= 2,
    placeholderData: (previous) => previous,
  });
