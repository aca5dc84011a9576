import { textOf, type Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";

const indexes = new WeakMap<readonly Block[], ReadonlyMap<BlockId, Block>>();

/** One of many blocks; null when it is not among them. The blocks are indexed once, whoever asks. */
export function blockOf(blocks: readonly Block[], blockId: BlockId | null): Block | null {
  if (blockId === null) return null;
  let index = indexes.get(blocks);
  if (!index) indexes.set(blocks, (index = new Map(blocks.map((block) => [block.id, block]))));
  return index.get(blockId) ?? null;
}

/** The words of one of many blocks; null when it is not among them. */
export function blockText(blocks: readonly Block[], blockId: BlockId): string | null {
  const block = blockOf(blocks, blockId);
  return block ? textOf(block) : null;
}
