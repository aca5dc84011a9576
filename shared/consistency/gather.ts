import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";

/** One fact and the block it stands in. */
export interface Gathered<T> {
  readonly view: BlockView;
  readonly fact: T;
}

type Reader<T> = (view: BlockView) => readonly T[];

interface Kept {
  readonly runs: WeakMap<readonly BlockView[], readonly Gathered<unknown>[]>;
  readonly blocks: WeakMap<BlockView, readonly Gathered<unknown>[]>;
}

const readers = new WeakMap<Reader<unknown>, Kept>();

/**
 * The facts of all blocks that have any, in report order. Facts are kept by block and by run of blocks, so that a
 * keystroke costs one block: pass a function that is made once, and let it look at nothing but the block.
 */
export function* gather<T>(report: Snapshot, of: Reader<T>): Generator<Gathered<T>> {
  for (const facts of gatherRuns(report, of)) yield* facts;
}

/** The same by runs of blocks. A run without an edit is the same array as before: sums over it can be kept, too. */
export function gatherRuns<T>(report: Snapshot, of: Reader<T>): (readonly Gathered<T>[])[] {
  const kept = keptFor(of);
  const gathered: (readonly Gathered<T>[])[] = [];
  for (const run of report.chunks) {
    let facts = kept.runs.get(run) as readonly Gathered<T>[] | undefined;
    if (!facts) kept.runs.set(run, (facts = run.flatMap((view) => factsOf(view, of, kept))));
    if (facts.length > 0) gathered.push(facts);
  }
  return gathered;
}

function factsOf<T>(view: BlockView, of: Reader<T>, { blocks }: Kept): readonly Gathered<T>[] {
  let facts = blocks.get(view) as readonly Gathered<T>[] | undefined;
  if (!facts) blocks.set(view, (facts = of(view).map((fact) => ({ view, fact }))));
  return facts;
}

function keptFor(of: Reader<unknown>): Kept {
  let kept = readers.get(of);
  if (!kept) readers.set(of, (kept = { runs: new WeakMap(), blocks: new WeakMap() }));
  return kept;
}
