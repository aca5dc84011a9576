import { useCallback } from "react";
import { useApi } from "#renderer/api/client.ts";
import { useSession } from "#renderer/report/session.ts";
import { changeNotice, closeNotice, notify } from "#renderer/ui/notify.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { type CheckedItem, heldUpBy } from "#shared/publication/publication-item.ts";

/**
 * Checks what was written up to now, and asks where something holds the report up.
 *
 * @param name of the format; null shows what there is and asks nothing
 * @returns why it is let out, empty where nothing holds it up; null when it is not
 */
export function useLeave(): (name: string | null) => Promise<string | null> {
  const { client } = useApi();
  const { store, autosave } = useSession();
  return useCallback(
    async (name) => {
      const notice = notify("Checking what leaves the desk", { progress: 0.1 });
      let items: readonly CheckedItem[];
      try {
        await autosave.flush();
        items = await client.exports.check({ reportId: store.getState().report.id });
        closeNotice(notice);
      } catch (error) {
        const fault = faultOf(error);
        changeNotice(notice, {
          text: `The report was not checked. ${fault.message} ${fault.remedy}`,
          progress: null,
          tone: "fault",
        });
        return null;
      }
      if (name !== null && heldUpBy(items).length === 0) return "";
      return new Promise((resolve) => {
        const answer = (reason: string | null): void => {
          store.setState({ leaving: null });
          resolve(reason);
        };
        store.setState({ leaving: { name, items, answer } });
      });
    },
    [client, store, autosave],
  );
}
