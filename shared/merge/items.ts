import type { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { type Change, chunksOfBlock, type ThreeVersions } from "#shared/merge/changes.ts";
import type { Chunk } from "#shared/merge/chunks.ts";

/** One block of an item, in its three versions; null where it is not there. */
export interface ItemBlock {
  readonly id: BlockId;
  readonly base: Block | null;
  readonly theirs: Block | null;
  readonly ours: Block | null;
  readonly changes: readonly Change[];
  /** Its text in stretches, where all three versions have it. */
  readonly chunks: readonly Chunk[];
}

/** What is decided on together: the changes to one block, or to all blocks of a group. */
export interface ChangeItem {
  readonly key: string;
  readonly blocks: readonly ItemBlock[];
  readonly changes: readonly Change[];
  /** True when its changes are only taken or left as a whole. */
  readonly whole: boolean;
}

/** The changes as a person goes through them, in reading order. */
export function itemsOf(changes: readonly Change[], { base, theirs, ours }: ThreeVersions): ChangeItem[] {
  const versions = [base, theirs, ours].map((blocks) => new Map(blocks.map((block) => [block.id, block])));
  const grouped = Map.groupBy(changes, ({ group, blockId }) => group ?? blockId);
  return [...grouped].map(([key, members]) => ({
    key,
    changes: members,
    whole: members.some(({ group }) => group !== null) || members.every(({ what }) => what !== "words"),
    blocks: [...Map.groupBy(members, ({ blockId }) => blockId)].map(([id, own]) => {
      const [was, there, here] = versions.map((blocks) => blocks.get(id) ?? null) as (Block | null)[];
      return {
        id,
        base: was ?? null,
        theirs: there ?? null,
        ours: here ?? null,
        changes: own,
        chunks: was && there && here ? chunksOfBlock(was, there, here) : [],
      };
    }),
  }));
}
