import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "#renderer/api/client.ts";
import type { EvidenceImport } from "#renderer/evidence-import/use-evidence-import.ts";
import { useSession } from "#renderer/report/session.ts";

/** What would become of the rows; the last answer stands until there is one for a changed mapping. */
export function usePreview({ step, reading, mapping }: EvidenceImport) {
  const { queries } = useApi();
  const { store } = useSession();
  const wanted = (step.kind === "columns" || step.kind === "rows") && reading && mapping;
  return useQuery({
    ...queries.evidenceImport.preview.queryOptions({
      input: {
        reportId: store.getState().report.id,
        readingId: reading?.readingId ?? "",
        mapping: mapping ?? { sheet: 0, headerRow: null, columns: [], words: {}, kind: "document" },
      },
    }),
    enabled: Boolean(wanted),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}

export type PreviewQuery = ReturnType<typeof usePreview>;
