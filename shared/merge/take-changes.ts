import { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import {
  type Change,
  chunksOfBlock,
  mergedTies,
  rowsOf,
  shapeOf,
  type ThreeVersions,
  tiesOf,
} from "#shared/merge/changes.ts";
import type { Chunk } from "#shared/merge/chunks.ts";
import { inlinesOf, type Token } from "#shared/merge/tokens.ts";

/** The report as it stands here, with the chosen changes taken over; everything else is as it was. */
export function takeChanges(
  { base, theirs, ours }: ThreeVersions,
  changes: readonly Change[],
  chosen: ReadonlySet<string>,
): Block[] {
  const taken = Map.groupBy(
    changes.filter(({ id }) => chosen.has(id)),
    ({ blockId }) => blockId,
  );
  const sent = new Map(base.map((block) => [block.id, block]));
  const back = new Map(theirs.map((block) => [block.id, block]));
  const has = (id: BlockId, what: Change["what"]): boolean =>
    taken.get(id)?.some((change) => change.what === what) ?? false;
  const placed = new Set(theirs.filter(({ id }) => has(id, "added") || has(id, "moved")).map(({ id }) => id));
  const changed = new Map<BlockId, Block>();
  for (const block of ours) {
    if (has(block.id, "removed")) continue;
    const [was, there, mine] = [sent.get(block.id), back.get(block.id), taken.get(block.id)];
    if (there && has(block.id, "added")) changed.set(block.id, there);
    else changed.set(block.id, was && there && mine ? withChanges(was, there, block, mine) : block);
  }
  const result = ours.flatMap(({ id }) => (placed.has(id) ? [] : (changed.get(id) ?? [])));
  let before: BlockId | null = null;
  for (const block of theirs) {
    if (placed.has(block.id)) {
      const index = before === null ? 0 : result.findIndex(({ id }) => id === before) + 1;
      result.splice(index, 0, changed.get(block.id) ?? block);
      before = block.id;
    } else if (changed.has(block.id)) before = block.id;
  }
  return result;
}

/** One block as it stands here, with what was chosen of the changes to it. */
export function withChanges(base: Block, theirs: Block, ours: Block, taken: readonly Change[]): Block {
  const has = (what: Change["what"]): boolean => taken.some((change) => change.what === what);
  const words = new Set(taken.flatMap(({ chunk }) => chunk ?? []));
  const chunks = chunksOfBlock(base, theirs, ours);
  const tokens = chunks.flatMap((chunk, index) => (words.has(index) ? takenTokens(chunk) : chunk.ours));
  const shape = shapeOf(has("shape") ? theirs : ours);
  const rows = rowsOf(has("table") || shape["kind"] !== ours.kind ? theirs : ours);
  // Parsed, so that its keys stand in the order in which blocks are compared.
  return Block.parse({
    ...shape,
    id: ours.id,
    inlines: inlinesOf(tokens),
    ...(has("ties") ? mergedTies(tiesOf(base), tiesOf(theirs), tiesOf(ours)) : tiesOf(ours)),
    ...(shape["kind"] === "table" && { rows }),
  });
}

/** Evidence that was cited here since goes on being cited. */
function takenTokens({ kind, theirs, ours }: Chunk): readonly Token[] {
  if (kind !== "clash") return theirs;
  const there = new Set(theirs.map(({ key }) => key));
  return [...theirs, ...ours.filter(({ inline, key }) => inline.kind === "evidence" && !there.has(key))];
}
