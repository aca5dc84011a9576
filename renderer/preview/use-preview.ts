import { useCallback, useEffect, useRef, useState } from "react";
import type { BlockId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import type { Pages } from "#renderer/preview/pages.ts";
import { fileFrom } from "#renderer/report/save-as.ts";
import { useSession, type SessionState } from "#renderer/report/session.ts";

/** How long a writer must pause before the pages are set again. */
const PAUSE_MS = 700;

/** The pages of the file as it would be exported, and where its blocks are. */
export interface SetPages {
  readonly pages: Pages;
  readonly pageOf: ReadonlyMap<BlockId, number>;
}

export interface Preview {
  /** What was set last; stays while newer pages are set, and when they could not be. */
  readonly set: SetPages | null;
  readonly busy: boolean;
  /** Why the pages could not be set; null when they could. */
  readonly error: unknown;
  readonly refresh: () => void;
}

/** The pages of the report, set again after each pause in changing it. A newer job gives up the older. */
export function usePreview(): Preview {
  const { client } = useApi();
  const { store, autosave } = useSession();
  const [set, setSet] = useState<SetPages | null>(null);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  const start = useCallback(() => {
    running.current?.abort();
    const job = new AbortController();
    running.current = job;
    const work = async (): Promise<SetPages> => {
      await autosave.savedRevision();
      const { id } = store.getState().report;
      // What draws the pages is large, and most people write with the preview closed.
      const [answer, { openPages }] = await Promise.all([
        client.exports.preview({ reportId: id }, { signal: job.signal }),
        import("#renderer/preview/pages.ts"),
      ]);
      return {
        pages: await openPages(fileFrom(answer)),
        pageOf: new Map(answer.pages.map(({ blockId, page }) => [blockId, page])),
      };
    };
    work().then(
      (made) => {
        if (job.signal.aborted) return made.pages.close();
        setSet(made);
        setError(null);
        setBusy(false);
      },
      (reason: unknown) => {
        if (job.signal.aborted) return;
        setError(reason);
        setBusy(false);
      },
    );
  }, [client, store, autosave]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      if (!isPrintedOtherwise(state, before)) return;
      setBusy(true);
      clearTimeout(timer);
      timer = setTimeout(start, PAUSE_MS);
    });
    start();
    return () => {
      stop();
      clearTimeout(timer);
      running.current?.abort();
    };
  }, [store, start]);
  useEffect(() => () => set?.pages.close(), [set]);
  const refresh = useCallback(() => {
    setBusy(true);
    start();
  }, [start]);
  return { set, busy, error, refresh };
}

const isPrintedOtherwise = (now: SessionState, before: SessionState): boolean =>
  now.blocks !== before.blocks || now.judgements !== before.judgements || now.report !== before.report;
