import { useCallback } from "react";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import type { Place } from "#renderer/place.ts";
import { useSession } from "#renderer/report/session.ts";
import { chooseFile } from "#renderer/ui/choose-file.ts";
import { changeNotice, closeNotice, notify } from "#renderer/ui/notify.ts";

/** Asks for a Word file that came back, and goes to what is otherwise in it. The text is saved first. */
export function useReturnedFile(go: (place: Place) => void): () => Promise<void> {
  const { client } = useApi();
  const { store, autosave } = useSession();
  return useCallback(async () => {
    const file = await chooseFile(".docx");
    if (!file) return;
    const cancel = new AbortController();
    const notice = notify(`Comparing ${file.name} with what was sent`, {
      progress: 0,
      action: { label: "Cancel", run: () => cancel.abort() },
    });
    try {
      await autosave.savedRevision();
      const { report, blockId } = store.getState();
      const { id, title, frameworkId } = report;
      const returned = await client.returned.compare({ reportId: id, file }, { signal: cancel.signal });
      closeNotice(notice);
      go({
        screen: "returned",
        report: { id, title, frameworkId },
        fileName: file.name,
        returned,
        blockId,
      });
    } catch (error) {
      if (cancel.signal.aborted) {
        closeNotice(notice);
        return;
      }
      const { message, remedy } = faultOf(error);
      changeNotice(notice, {
        text: `${message} ${remedy}`,
        tone: "fault",
        progress: null,
        action: null,
      });
    }
  }, [client, store, autosave, go]);
}
