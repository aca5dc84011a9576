import type { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";

/**
 * True when only words changed: no block came, went or moved, none changed its kind, its ties or what it cites, and
 * no heading was touched. What depends on structure alone then need not be worked out at every key.
 */
export function sameStructure(before: readonly Block[], after: readonly Block[]): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  return after.every((block, index) => {
    const old = before[index]!;
    return block === old || (block.kind !== "heading" && outlineOfBlock(block) === outlineOfBlock(old));
  });
}

const outlineOfBlock = ({ inlines, ...rest }: Block): string =>
  JSON.stringify([rest, inlines.filter(({ kind }) => kind !== "text")]);

const indexes = new WeakMap<readonly Block[], ReadonlyMap<BlockId, Block>>();

/** The block of that id. The blocks are gone through once, whoever asks. */
export function blockIn(blocks: readonly Block[], id: BlockId | null): Block | undefined {
  if (id === null) return undefined;
  let index = indexes.get(blocks);
  if (!index) indexes.set(blocks, (index = new Map(blocks.map((block) => [block.id, block]))));
  return index.get(id);
}
