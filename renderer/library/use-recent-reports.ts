import { useEffect } from "react";
import type { ReportId } from "#shared/domain/ids.ts";
import { useReportList } from "#renderer/api/use-library.ts";
import type { Command } from "#renderer/commands/command.ts";
import { useShelf } from "#renderer/library/shelf.ts";

const MOST_OFFERED = 8;

/** Being at a report makes it the latest. */
export function useNoteOpened(reportId: ReportId): void {
  const { ready, noteOpened } = useShelf();
  useEffect(() => {
    if (ready) noteOpened(reportId);
  }, [ready, noteOpened, reportId]);
}

/**
 * Straight to a report that was open lately.
 *
 * @param here the one that is open now, which is not offered
 */
export function useRecentReports(open: (id: ReportId) => void, here: ReportId | null): Command[] {
  const { recent } = useShelf();
  const { data: reports } = useReportList(false);
  const others = recent.flatMap((id) => reports?.find((report) => report.id === id && id !== here) ?? []);
  return others.slice(0, MOST_OFFERED).map((report) => ({
    id: `open-${report.id}`,
    title: `Open ${report.title}`,
    group: "Recent reports",
    run: () => open(report.id),
  }));
}
