import { z } from "zod";
import { Block } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";

/**
 * What an editor tells the store. `put` inserts the block after `afterId` (null: at the start), or replaces the
 * block of that id and moves it there. Operations apply in order; each sees the result of the one before.
 */
export const BlockOperation = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("put"), block: Block, afterId: BlockId.nullable() }),
  z.strictObject({ op: z.literal("remove"), blockId: BlockId }),
  z.strictObject({ op: z.literal("move"), blockId: BlockId, afterId: BlockId.nullable() }),
]);
export type BlockOperation = z.infer<typeof BlockOperation>;

/** From so many operations on, it pays to know which blocks are there. */
const MANY = 16;

/** Blocks after the operations; the input is left as it was. @throws Error naming an id that is not there. */
export function applyOperations(blocks: readonly Block[], operations: readonly BlockOperation[]): Block[] {
  const result = [...blocks];
  // A whole report comes in as one row of operations, each after the one before: neither may be looked for in all.
  const present = operations.length > MANY ? new Set(blocks.map(({ id }) => id)) : null;
  let near = 0;
  const indexOf = (blockId: BlockId): number => {
    if (result[near]?.id === blockId) return near;
    const index = result.findIndex((block) => block.id === blockId);
    if (index < 0) throw new Error(`No block ${blockId}`);
    return index;
  };
  const insert = (block: Block, afterId: BlockId | null): void => {
    near = afterId === null ? 0 : indexOf(afterId) + 1;
    result.splice(near, 0, block);
  };
  for (const operation of operations) {
    if (operation.op === "remove") result.splice(indexOf(operation.blockId), 1);
    else if (operation.op === "move") {
      const [block] = result.splice(indexOf(operation.blockId), 1);
      insert(block!, operation.afterId);
    } else {
      const { id } = operation.block;
      const at = present && !present.has(id) ? -1 : result.findIndex((block) => block.id === id);
      if (at >= 0) result.splice(at, 1);
      present?.add(id);
      insert(operation.block, operation.afterId);
    }
  }
  return result;
}

/** Operations that turn `before` into `after`: removals first, then puts and moves in reading order. */
export function diffBlocks(before: readonly Block[], after: readonly Block[]): BlockOperation[] {
  const kept = new Map(before.map((block) => [block.id, block]));
  const wanted = new Set(after.map((block) => block.id));
  const operations: BlockOperation[] = before
    .filter((block) => !wanted.has(block.id))
    .map((block) => ({ op: "remove", blockId: block.id }));

  const stable = longestStableRun(before, after);
  let previous: BlockId | null = null;
  for (const block of after) {
    const old = kept.get(block.id);
    if (!old || !sameBlock(old, block)) operations.push({ op: "put", block, afterId: previous });
    else if (!stable.has(block.id)) operations.push({ op: "move", blockId: block.id, afterId: previous });
    previous = block.id;
  }
  return operations;
}

/** Blocks are plain JSON, and editor and store write their keys in one order: the parser's. */
export const sameBlock = (a: Block, b: Block): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The longest run of ids that stand in the same order in both, so that only the others need to move. */
export function longestStableRun(before: readonly Block[], after: readonly Block[]): Set<BlockId> {
  const oldIndex = new Map(before.map((block, index) => [block.id, index]));
  const common = after.filter((block) => oldIndex.has(block.id)).map((block) => block.id);
  const tails: number[] = [];
  const previous = common.map(() => -1);
  common.forEach((id, i) => {
    const value = oldIndex.get(id)!;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (oldIndex.get(common[tails[middle]!]!)! < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[i] = tails[low - 1]!;
    tails[low] = i;
  });
  const stable = new Set<BlockId>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i]!) stable.add(common[i]!);
  return stable;
}
