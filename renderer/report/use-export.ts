import { useCallback } from "react";
import type { ExportEvent, ExportFormat, ExportOptions } from "#shared/api/exports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useLeave } from "#renderer/publication/use-leave.ts";
import { fileFrom, saveAs } from "#renderer/report/save-as.ts";
import { useSession } from "#renderer/report/session.ts";
import { changeNotice, closeNotice, notify } from "#renderer/ui/notify.ts";

export const EXPORT_NAMES: Record<ExportFormat, string> = { word: "Word", pdf: "PDF", html: "HTML" };

export const LOG_FORMATS = ["csv", "xlsx"] as const;
type LogFormat = (typeof LOG_FORMATS)[number];
export const LOG_FORMAT_NAMES: Record<LogFormat, string> = { csv: "CSV", xlsx: "Excel" };

/**
 * Saves the report as a file, once what holds it up is settled or let out. Of a Word file it is asked first what it is
 * to hold, unless that is said.
 */
export function useExport(): (format: ExportFormat, options?: Partial<ExportOptions>) => Promise<void> {
  const { client } = useApi();
  const { store } = useSession();
  const makeFile = useMakeFile();
  const leave = useLeave();
  return useCallback(
    async (format, options) => {
      if (format === "word" && !options) {
        store.setState({ exportingWord: true });
        return;
      }
      const reason = await leave(EXPORT_NAMES[format]);
      if (reason === null) return;
      const fault = await makeFile(EXPORT_NAMES[format], (reportId) =>
        client.exports.make({ reportId, format, reason, options: options ?? {} }),
      );
      if (fault === null) store.setState(({ exported }) => ({ exported: exported + 1 }));
    },
    [client, store, makeFile, leave],
  );
}

/** Saves the evidence log as a spreadsheet. */
export function useLogExport(): (format: LogFormat) => Promise<void> {
  const { client } = useApi();
  const makeFile = useMakeFile();
  return useCallback(
    async (format) => {
      await makeFile(LOG_FORMAT_NAMES[format], (reportId) =>
        client.exports.evidenceLog({ reportId, format }),
      );
    },
    [client, makeFile],
  );
}

/**
 * Saves first, so that the file says what the page says. Answers what kept a file from being made, or null; a notice says
 * it too, unless the one who asks does so `quietly` and tells it by other means.
 */
export function useMakeFile(): (
  name: string,
  make: (reportId: ReportId) => Promise<AsyncIterable<ExportEvent>>,
  how?: "quietly",
) => Promise<unknown> {
  const { store, autosave } = useSession();
  return useCallback(
    async (name, make, how) => {
      const notice = notify(`Making the ${name} file`, { progress: 0 });
      try {
        await autosave.flush();
        for await (const event of await make(store.getState().report.id)) {
          if (event.kind === "step") changeNotice(notice, { text: event.step, progress: event.done });
          else {
            saveAs(fileFrom(event), event.fileName);
            changeNotice(notice, { text: `${event.fileName} is in your downloads.`, progress: null });
          }
        }
        return null;
      } catch (error) {
        const fault = faultOf(error);
        if (how === "quietly") closeNotice(notice);
        changeNotice(notice, {
          text: `No ${name} file was made. ${fault.message} ${fault.remedy}`,
          progress: null,
          tone: "fault",
        });
        return error;
      }
    },
    [store, autosave],
  );
}
