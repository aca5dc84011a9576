import { useCallback } from "react";
import type { Figure } from "#shared/domain/figure.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** Puts a figure on the register; false, with a notice, when that failed. */
export function usePutFigure(): (figure: Figure) => Promise<boolean> {
  const { client } = useApi();
  const { store } = useSession();
  return useCallback(
    async (figure) => {
      const { report, figures: before } = store.getState();
      const known = before.some(({ id }) => id === figure.id);
      store.setState({
        figures: known
          ? before.map((other) => (other.id === figure.id ? figure : other))
          : [...before, figure],
      });
      try {
        await client.figures.put({ reportId: report.id, figure });
        return true;
      } catch (error) {
        store.setState({ figures: before });
        const fault = faultOf(error);
        notify(`The figure was not kept: its words stay. ${fault.message} ${fault.remedy}`, {
          tone: "fault",
        });
        return false;
      }
    },
    [client, store],
  );
}

/** Changes a figure and every place that prints it; the notice says how many, and takes it back. */
export function useChangeFigure(): (before: Figure, after: Figure, quiet?: boolean) => Promise<void> {
  const session = useSession();
  const put = usePutFigure();
  return useCallback(
    async function change(before, after, quiet = false) {
      if (!(await put(after))) return;
      const places = session.editor?.printFigure(after.id, after.value) ?? 0;
      if (quiet) return;
      notify(
        before.value === after.value
          ? `${after.label} is kept.`
          : `${before.value} is now ${after.value}, in ${counted(places, "place")}.`,
        { action: { label: "Undo", run: () => void change(after, before, true) } },
      );
    },
    [session, put],
  );
}

/** Takes a figure off the register. The words that cite it stay, and say what they said last. */
export function useRemoveFigure(): (figure: Figure) => Promise<void> {
  const { client } = useApi();
  const { store } = useSession();
  const put = usePutFigure();
  return useCallback(
    async (figure) => {
      try {
        await client.figures.remove({ reportId: store.getState().report.id, figureId: figure.id });
        store.setState(({ figures }) => ({ figures: figures.filter(({ id }) => id !== figure.id) }));
        notify(`${figure.value} ${figure.label} is off the register; the text is as it was.`, {
          action: { label: "Undo", run: () => void put(figure) },
        });
      } catch (error) {
        const fault = faultOf(error);
        notify(`The figure was not removed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
      }
    },
    [client, store, put],
  );
}
