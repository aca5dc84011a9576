import { useCallback } from "react";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

type Fields = Omit<Evidence, "id" | "reference">;

/** Saves an item; false, with a notice, when that failed. */
export function usePutEvidence(): (id: EvidenceId | null, fields: Fields) => Promise<boolean> {
  const { client } = useApi();
  const { store } = useSession();
  return useCallback(
    async (id, fields) => {
      try {
        const reportId = store.getState().report.id;
        const saved = await client.evidence.put({ reportId, evidence: { ...fields, id } });
        store.setState(({ evidence }) => ({
          evidence: evidence.some((item) => item.id === saved.id)
            ? evidence.map((item) => (item.id === saved.id ? saved : item))
            : [...evidence, saved],
        }));
        return true;
      } catch (error) {
        const fault = faultOf(error);
        notify(`The evidence was not saved. ${fault.message} ${fault.remedy}`, { tone: "fault" });
        return false;
      }
    },
    [client, store],
  );
}

/** Takes the item out of the text first, so that the store is never asked to keep a tie to nothing. */
export function useRemoveEvidence(): (item: Evidence, uses: number) => Promise<void> {
  const { client } = useApi();
  const session = useSession();
  const put = usePutEvidence();
  return useCallback(
    async (item, uses) => {
      const { store, autosave } = session;
      const before = store.getState().blocks.filter(({ evidenceIds }) => evidenceIds.includes(item.id));
      try {
        session.editor?.dropEvidence(item.id);
        await autosave.flush();
        await client.evidence.remove({ reportId: store.getState().report.id, evidenceId: item.id });
        store.setState(({ evidence }) => ({ evidence: evidence.filter(({ id }) => id !== item.id) }));
      } catch (error) {
        const fault = faultOf(error);
        notify(`${item.reference} was not removed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
        return;
      }
      const { id: _id, reference: _reference, ...fields } = item;
      const restore = async (): Promise<void> => {
        if (!(await put(null, fields))) return;
        const restored = store.getState().evidence.at(-1)!;
        const ids = new Set(before.map(({ id }) => id));
        const still = store.getState().blocks.filter(({ id }) => ids.has(id));
        session.editor?.tie(
          still.map(({ id, evidenceIds }) => ({ blockId: id, evidenceIds: [...evidenceIds, restored.id] })),
        );
      };
      notify(
        uses > 0
          ? `${item.reference} is removed, and untied from ${counted(uses, "paragraph")}.`
          : `${item.reference} is removed.`,
        { action: { label: "Undo", run: () => void restore() } },
      );
    },
    [client, session, put],
  );
}
