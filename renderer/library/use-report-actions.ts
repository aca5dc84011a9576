import { useQueryClient } from "@tanstack/react-query";
import type { ReportId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { notify } from "#renderer/ui/notify.ts";

interface Named {
  readonly id: ReportId;
  readonly title: string;
}

/** What is done with whole reports; each says what it did and offers the way back or on. */
export function useReportActions(onOpen: (reportId: ReportId) => void): {
  readonly setArchived: (report: Named, archived: boolean) => void;
  readonly duplicate: (report: Named) => void;
} {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const tell = (error: unknown): void => {
    const fault = faultOf(error);
    notify(`${fault.message} ${fault.remedy}`, { tone: "fault" });
  };
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: queries.library.list.key() });

  const setArchived = async (report: Named, archived: boolean): Promise<void> => {
    try {
      await client.reports.archive({ reportId: report.id, archived });
      notify(archived ? `“${report.title}” is archived.` : `“${report.title}” is back.`, {
        action: { label: "Undo", run: () => void setArchived(report, !archived) },
      });
    } catch (error) {
      tell(error);
    } finally {
      refresh();
    }
  };
  const duplicate = async (report: Named): Promise<void> => {
    try {
      const copy = await client.library.duplicate({ reportId: report.id });
      notify(`“${copy.title}” is in the library.`, {
        action: { label: "Open", run: () => onOpen(copy.reportId) },
      });
    } catch (error) {
      tell(error);
    } finally {
      refresh();
    }
  };
  return {
    setArchived: (report, archived) => void setArchived(report, archived),
    duplicate: (report) => void duplicate(report),
  };
}
