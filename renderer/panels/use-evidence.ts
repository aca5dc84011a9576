import { useCallback } from "react";
import type { Evidence, EvidenceFields } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** Saves an item; false, with a notice, when that failed. */
export function usePutEvidence(): (id: EvidenceId | null, fields: EvidenceFields) => Promise<boolean> {
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
      const restore = async (): Promise<void> => {
        try {
          const reportId = store.getState().report.id;
          const restored = await client.evidence.restore({ reportId, evidenceId: item.id });
          store.setState(({ evidence }) => ({ evidence: inOrder([...evidence, restored]) }));
        } catch (error) {
          const fault = faultOf(error);
          notify(`${item.reference} did not come back. ${fault.message} ${fault.remedy}`, { tone: "fault" });
          return;
        }
        const was = new Map(before.map((block) => [block.id, block.bearings[item.id]]));
        const still = store.getState().blocks.filter(({ id }) => was.has(id));
        session.editor?.tie(
          still.map(({ id, evidenceIds, bearings }) => {
            const bearing = was.get(id);
            return {
              blockId: id,
              evidenceIds: [...evidenceIds.filter((tied) => tied !== item.id), item.id],
              bearings: bearing ? { ...bearings, [item.id]: bearing } : bearings,
            };
          }),
        );
      };
      notify(
        uses > 0
          ? `${item.reference} is removed, and untied from ${counted(uses, "paragraph")}.`
          : `${item.reference} is removed.`,
        { action: { label: "Undo", run: () => void restore() } },
      );
    },
    [client, session],
  );
}

/** By reference, as the library lists them. */
const inOrder = (items: readonly Evidence[]): Evidence[] =>
  items.toSorted(({ reference: a }, { reference: b }) => a.length - b.length || (a < b ? -1 : Number(a > b)));
