import type { BlockView, Run, Snapshot } from "#shared/consistency/snapshot.ts";
import { sameValue } from "#shared/same-value.ts";

/** One fact and the block it stands in. */
export interface Gathered<T> {
  readonly view: BlockView;
  readonly fact: T;
}

/** Reads facts from one block and looks at nothing else. Made once, so that what it said can be kept. */
export type BlockReader<T = unknown> = (view: BlockView) => readonly T[];

/** Each reader keeps its facts in a slot of its own, in the view and in the run: quicker than a map to each. */
const slots = new Map<BlockReader, number>();

function slotOf(of: BlockReader): number {
  let slot = slots.get(of);
  if (slot === undefined) slots.set(of, (slot = slots.size));
  return slot;
}

const NOTHING: readonly Gathered<never>[] = [];

/** The facts of all blocks that have any, in report order. Kept by block and by run, so that a keystroke costs one block. */
export function* gather<T>(report: Snapshot, of: BlockReader<T>): Generator<Gathered<T>> {
  const slot = slotOf(of);
  for (const run of report.runs) yield* factsOfRun(run, of, slot);
}

/**
 * Whether a reader says the same of two snapshots, at the same places. A block whose words have changed counts as the
 * same when the facts in it have not.
 */
export function gathersTheSame(of: BlockReader, a: Snapshot, b: Snapshot): boolean {
  if (a.runs.length !== b.runs.length) return false;
  const slot = slotOf(of);
  return a.runs.every((run, index) => {
    const other = b.runs[index]!;
    if (run === other) return true;
    const [here, there] = [factsOfRun(run, of, slot), factsOfRun(other, of, slot)];
    return here.length === there.length && here.every((each, i) => isTheSame(each, there[i]!));
  });
}

function isTheSame(a: Gathered<unknown>, b: Gathered<unknown>): boolean {
  if (a === b) return true;
  const samePlace =
    a.view.id === b.view.id &&
    a.view.index === b.view.index &&
    a.view.paragraph === b.view.paragraph &&
    a.view.block.kind === b.view.block.kind &&
    sameValue(a.view.areaIds, b.view.areaIds);
  return samePlace && sameValue(a.fact, b.fact);
}

function factsOfRun<T>(run: Run, of: BlockReader<T>, slot: number): readonly Gathered<T>[] {
  let facts = run.known[slot] as readonly Gathered<T>[] | undefined;
  if (!facts) run.known[slot] = facts = run.views.flatMap((view) => factsOfBlock(view, of, slot));
  return facts;
}

function factsOfBlock<T>(view: BlockView, of: BlockReader<T>, slot: number): readonly Gathered<T>[] {
  let facts = view.known[slot] as readonly Gathered<T>[] | undefined;
  if (!facts) {
    const read = of(view);
    view.known[slot] = facts = read.length === 0 ? NOTHING : read.map((fact) => ({ view, fact }));
  }
  return facts;
}
