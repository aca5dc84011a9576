import { useEffect, useState } from "react";
import type { Block } from "#shared/domain/block.ts";
import { useSession } from "#renderer/report/session.ts";

const SETTLES_MS = 400;

/**
 * The blocks a moment ago: for what may lag behind the writer. Every other way of following them draws the screen anew
 * at each key.
 */
export function useSettledBlocks(): readonly Block[] {
  const { store } = useSession();
  const [blocks, setBlocks] = useState(() => store.getState().blocks);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      if (state.blocks === before.blocks) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        setBlocks(store.getState().blocks);
      }, SETTLES_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
  return blocks;
}
