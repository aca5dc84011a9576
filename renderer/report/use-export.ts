import { useCallback } from "react";
import type { ExportFormat } from "#shared/api/exports.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { saveAs } from "#renderer/report/save-as.ts";
import { useSession } from "#renderer/report/session.ts";
import { changeNotice, notify } from "#renderer/ui/notify.ts";

export const EXPORT_NAMES: Record<ExportFormat, string> = { word: "Word", pdf: "PDF", html: "HTML" };

/** Saves first, so that the file says what the page says. */
export function useExport(): (format: ExportFormat) => Promise<void> {
  const { client } = useApi();
  const { store, autosave } = useSession();
  return useCallback(
    async (format) => {
      const name = EXPORT_NAMES[format];
      const notice = notify(`Making the ${name} file`, { progress: 0 });
      try {
        await autosave.flush();
        const events = await client.exports.make({ reportId: store.getState().report.id, format });
        for await (const event of events) {
          if (event.kind === "step") changeNotice(notice, { text: event.step, progress: event.done });
          else {
            const bytes = Uint8Array.from(atob(event.content), (character) => character.charCodeAt(0));
            store.setState(({ exported }) => ({ exported: exported + 1 }));
            saveAs(new Blob([bytes], { type: event.mediaType }), event.fileName);
            changeNotice(notice, { text: `${event.fileName} is in your downloads.`, progress: null });
          }
        }
      } catch (error) {
        const fault = faultOf(error);
        changeNotice(notice, {
          text: `No ${name} file was made. ${fault.message} ${fault.remedy}`,
          progress: null,
          tone: "fault",
        });
      }
    },
    [client, store, autosave],
  );
}
