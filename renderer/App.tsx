import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { ApiContext, type Api } from "#renderer/api/client.ts";
import { ComparePage } from "#renderer/compare/ComparePage.tsx";
import { HelpProvider } from "#renderer/help/HelpProvider.tsx";
import { ImportProvider } from "#renderer/library/ImportProvider.tsx";
import { LibraryPage } from "#renderer/library/LibraryPage.tsx";
import { PackagePage } from "#renderer/package/PackagePage.tsx";
import type { Place } from "#renderer/place.ts";
import { leaveNotices } from "#renderer/ui/notify.ts";
import { PortfolioPage } from "#renderer/portfolio/PortfolioPage.tsx";
import { ReturnedPage } from "#renderer/returned/ReturnedPage.tsx";
import { ReportScreen } from "#renderer/report/ReportScreen.tsx";
import { ErrorBoundary } from "#renderer/ui/ErrorBoundary.tsx";
import { Notices } from "#renderer/ui/Notices.tsx";

export function App({ api }: { api: Api }) {
  const queryClient = useMemo(
    () => new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } }),
    [],
  );
  // Every visit is a fresh one: what a place shows is what the library holds when one gets there.
  const [{ place, visit }, setPlace] = useState<{ place: Place; visit: number }>({
    place: { screen: "library" },
    visit: 0,
  });
  const go = useCallback((next: Place) => {
    leaveNotices();
    setPlace((old) => ({ place: next, visit: old.visit + 1 }));
  }, []);
  return (
    <I18nProvider locale="en-GB">
      <ApiContext value={api}>
        <QueryClientProvider client={queryClient}>
          <ImportProvider>
            <HelpProvider place={place} go={go}>
              <ErrorBoundary key={visit} onLeave={() => go({ screen: "library" })}>
                <Screen place={place} visit={visit} go={go} />
              </ErrorBoundary>
            </HelpProvider>
          </ImportProvider>
          <Notices />
        </QueryClientProvider>
      </ApiContext>
    </I18nProvider>
  );
}

interface ScreenProps {
  readonly place: Place;
  /** A new number with every visit, of the same place too. */
  readonly visit: number;
  readonly go: (place: Place) => void;
}

function Screen({ place, visit, go }: ScreenProps) {
  switch (place.screen) {
    case "library":
      return (
        <LibraryPage
          onOpen={(reportId, blockId = null) => go({ screen: "report", reportId, blockId })}
          onGo={go}
        />
      );
    case "portfolio":
      return (
        <PortfolioPage
          onLeave={() => go({ screen: "library" })}
          onOpen={(reportId) => go({ screen: "report", reportId, blockId: null })}
        />
      );
    case "report":
      return <ReportScreen place={place} visit={visit} onGo={go} />;
    case "compare":
      return <ComparePage place={place} onGo={go} />;
    case "returned":
      return <ReturnedPage place={place} onGo={go} />;
    case "package":
      return <PackagePage place={place} onGo={go} />;
  }
}
