import { useQuery } from "@tanstack/react-query";
import { useApi } from "#renderer/api/client.ts";
import { useDesk } from "#renderer/review/use-review.ts";

/** How each report stands in its review, as this desk sees it; by the id of the report. */
export function useReviews() {
  const { client, queries } = useApi();
  const desk = useDesk();
  return useQuery({
    // With the list of reports, which it says more of; and of the name that reviewed.
    queryKey: [...queries.library.list.key(), "reviews", desk?.name],
    queryFn: async () => new Map((await client.review.list()).map((line) => [line.reportId as string, line])),
    enabled: desk !== null,
    placeholderData: (before) => before,
  });
}
