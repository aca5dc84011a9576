import { useCallback } from "react";
import type { Figure } from "#shared/domain/figure.ts";
import { putInRegister } from "#shared/figures/derive-figure.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** Puts a figure on the register. Answers what changed, itself and its followers; null, with a notice, when that failed. */
export function usePutFigure(): (figure: Figure) => Promise<readonly Figure[] | null> {
  const { client } = useApi();
  const { store } = useSession();
  return useCallback(
    async (figure) => {
      const { report, figures: before } = store.getState();
      try {
        // At once, because the words that cite it are in the text already.
        store.setState({ figures: putInRegister(before, figure).figures });
        const changed = await client.figures.put({ reportId: report.id, figure });
        const after = new Map(changed.map((each) => [each.id, each]));
        store.setState(({ figures }) => ({ figures: figures.map((each) => after.get(each.id) ?? each) }));
        return changed;
      } catch (error) {
        store.setState({ figures: before });
        const fault = faultOf(error);
        notify(`The figure was not kept. ${fault.message} ${fault.remedy}`, { tone: "fault" });
        return null;
      }
    },
    [client, store],
  );
}

/** Changes a figure, what follows from it and every place that prints them; the notice says how many, and takes it back. */
export function useChangeFigure(): (before: Figure, after: Figure, quiet?: boolean) => Promise<boolean> {
  const session = useSession();
  const put = usePutFigure();
  return useCallback(
    async function change(before, after, quiet = false) {
      const changed = await put(after);
      if (!changed) return false;
      const places = session.editor?.printFigures(new Map(changed.map(({ id, value }) => [id, value]))) ?? 0;
      const now = changed[0]!.value;
      if (!quiet)
        notify(
          before.value === now
            ? `${after.label} is kept.`
            : `${before.value} is now ${now}, in ${counted(places, "place")}.`,
          { action: { label: "Undo", run: () => void change(after, before, true) } },
        );
      return true;
    },
    [session, put],
  );
}

/** Takes a figure off the register; the store refuses while the text cites it or another figure follows from it. */
export function useRemoveFigure(): (figure: Figure) => Promise<void> {
  const { client } = useApi();
  const { store, autosave } = useSession();
  const put = usePutFigure();
  return useCallback(
    async (figure) => {
      try {
        // The store reads the text it has.
        await autosave.flush();
        await client.figures.remove({ reportId: store.getState().report.id, figureId: figure.id });
        store.setState(({ figures }) => ({ figures: figures.filter(({ id }) => id !== figure.id) }));
        notify(`${figure.value} ${figure.label} is off the register.`, {
          action: { label: "Undo", run: () => void put(figure) },
        });
      } catch (error) {
        const fault = faultOf(error);
        notify(`The figure was not removed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
      }
    },
    [client, store, autosave, put],
  );
}
