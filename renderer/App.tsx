import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import type { BlockId, ReportId } from "#shared/domain/ids.ts";
import { ApiContext, type Api } from "#renderer/api/client.ts";
import { LibraryPage } from "#renderer/library/LibraryPage.tsx";
import { ReportScreen } from "#renderer/report/ReportScreen.tsx";
import { ErrorBoundary } from "#renderer/ui/ErrorBoundary.tsx";
import { Notices } from "#renderer/ui/Notices.tsx";

/** Where the user is: on the shelf, or in one report, perhaps at one of its blocks. */
export type Place =
  | { readonly screen: "library" }
  | { readonly screen: "report"; readonly reportId: ReportId; readonly blockId: BlockId | null };

export function App({ api }: { api: Api }) {
  const queryClient = useMemo(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }),
    [],
  );
  const [place, go] = useState<Place>({ screen: "library" });
  return (
    <I18nProvider locale="en-GB">
      <ApiContext value={api}>
        <QueryClientProvider client={queryClient}>
          {place.screen === "library" ? (
            <LibraryPage onOpen={(reportId, blockId = null) => go({ screen: "report", reportId, blockId })} />
          ) : (
            <ErrorBoundary onLeave={() => go({ screen: "library" })}>
              <ReportScreen
                key={place.reportId}
                reportId={place.reportId}
                startAt={place.blockId}
                onLeave={() => go({ screen: "library" })}
              />
            </ErrorBoundary>
          )}
          <Notices />
        </QueryClientProvider>
      </ApiContext>
    </I18nProvider>
  );
}
