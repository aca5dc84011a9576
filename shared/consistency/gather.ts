import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** One fact and the block it stands in. */
export interface Gathered<T> {
  readonly view: BlockView;
  readonly fact: T;
}

type Reader = (view: BlockView) => readonly unknown[];

const kept = new WeakMap<Reader, WeakMap<BlockView, readonly Gathered<unknown>[]>>();

/**
 * The facts of all blocks that have any, in report order. Facts are kept block by block, so that after a keystroke
 * only one block is read again: pass a function that is made once, and let it look at nothing but the block.
 */
export function* gather<T>(report: Snapshot, of: (view: BlockView) => readonly T[]): Generator<Gathered<T>> {
  let known = kept.get(of);
  if (!known) kept.set(of, (known = new WeakMap()));
  for (const view of report.blocks) {
    let facts = known.get(view);
    if (!facts) known.set(view, (facts = of(view).map((fact) => ({ view, fact }))));
    yield* facts as readonly Gathered<T>[];
  }
}
