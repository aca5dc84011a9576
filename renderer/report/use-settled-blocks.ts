import { useEffect, useState } from "react";
import type { Block } from "#shared/domain/block.ts";
import { type Session, type SessionState, useSession } from "#renderer/report/session.ts";

const SETTLES_MS = 400;

/**
 * Does work a moment after something changed, once for all that changes in that moment.
 *
 * @returns calls it off
 */
export function whenSettled(
  store: Session["store"],
  changed: (state: SessionState, before: SessionState) => boolean,
  work: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = store.subscribe((state, before) => {
    if (!changed(state, before)) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, SETTLES_MS);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/**
 * The blocks a moment ago: for what may lag behind the writer. Every other way of following them draws the screen anew
 * at each key.
 */
export function useSettledBlocks(): readonly Block[] {
  const { store } = useSession();
  const [blocks, setBlocks] = useState(() => store.getState().blocks);
  useEffect(
    () =>
      whenSettled(
        store,
        (state, before) => state.blocks !== before.blocks,
        () => setBlocks(store.getState().blocks),
      ),
    [store],
  );
  return blocks;
}
