import { type Block, bearingsAmong } from "#shared/domain/block.ts";
import type { BlockId, EvidenceId } from "#shared/domain/ids.ts";
import type { Reason } from "#shared/evidence/thread/leaning.ts";
import type { TieChange } from "#renderer/editor/editor-handle.ts";

/** An item that some of the blocks are tied to. */
export interface TiedItem {
  readonly evidenceId: EvidenceId;
  /** How many of the blocks are. */
  readonly blocks: number;
  /** Why, when all of them say the same. */
  readonly reason: Reason | null;
}

const reasonOf = (block: Block, id: EvidenceId): Reason => block.bearings[id] ?? "supports";

/** What is behind the blocks, in the order in which they are tied to it. */
export function tiedItems(blocks: readonly Block[]): TiedItem[] {
  const ids = new Set(blocks.flatMap(({ evidenceIds }) => evidenceIds));
  return [...ids].map((evidenceId) => {
    const tied = blocks.filter(({ evidenceIds }) => evidenceIds.includes(evidenceId));
    const reasons = new Set(tied.map((block) => reasonOf(block, evidenceId)));
    return { evidenceId, blocks: tied.length, reason: reasons.size === 1 ? [...reasons][0]! : null };
  });
}

/** What must be told to the editor so that each item bears on all of the blocks tied to it as is wanted. */
export function bearingChanges(
  blocks: readonly Block[],
  wanted: ReadonlyMap<EvidenceId, Reason>,
): TieChange[] {
  return blocks.flatMap((block): TieChange[] => {
    const changed = [...wanted].filter(
      ([id, reason]) => block.evidenceIds.includes(id) && reasonOf(block, id) !== reason,
    );
    if (changed.length === 0) return [];
    const bearings = { ...block.bearings };
    for (const [id, reason] of changed)
      if (reason === "supports") delete bearings[id];
      else bearings[id] = reason;
    return [{ blockId: block.id, bearings: bearingsAmong(block.evidenceIds, bearings) }];
  });
}

/** Both, one change to a block, so that undo takes them back together. */
export function together(first: readonly TieChange[], second: readonly TieChange[]): TieChange[] {
  const byBlock = new Map<BlockId, TieChange>();
  for (const change of [...first, ...second])
    byBlock.set(change.blockId, { ...byBlock.get(change.blockId), ...change });
  return [...byBlock.values()];
}
