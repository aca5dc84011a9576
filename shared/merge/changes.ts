import { bearingsAmong, type Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { longestStableRun, sameBlock } from "#shared/document/operations.ts";
import { sameValue } from "#shared/same-value.ts";
import { type Chunk, chunksOf } from "#shared/merge/chunks.ts";
import { tokensOf } from "#shared/merge/tokens.ts";

/** Three versions of a report: as it was sent, as it came back, and as it stands here. */
export interface ThreeVersions {
  readonly base: readonly Block[];
  readonly theirs: readonly Block[];
  readonly ours: readonly Block[];
}

/**
 * One thing that came back otherwise than it was sent. `words`: a stretch of a block's text. `shape`: its kind, level or
 * numbering. `ties`: its areas and evidence. `table`: its rows. A clash was changed here too, since.
 */
export interface Change {
  readonly id: string;
  readonly blockId: BlockId;
  readonly what: "words" | "shape" | "ties" | "table" | "added" | "removed" | "moved";
  readonly clash: boolean;
  /** Of a stretch of words: which of the block's chunks. */
  readonly chunk: number | null;
  /** Changes with one name here are taken or left together: a paragraph parted in two, or two joined. */
  readonly group: string | null;
}

/** Blocks whose changes only make sense together. */
export type Groups = ReadonlyMap<BlockId, string>;

const byId = (blocks: readonly Block[]): Map<BlockId, Block> =>
  new Map(blocks.map((block) => [block.id, block]));

/** Everything that came back changed and is not so here already, in reading order. */
export function changesBetween({ base, theirs, ours }: ThreeVersions, groups: Groups = new Map()): Change[] {
  const [sent, back, here] = [byId(base), byId(theirs), byId(ours)];
  const stable = longestStableRun(base, theirs);
  const standing = longestStableRun(ours, theirs);
  const changes: Change[] = [];
  const say = (block: Block, what: Change["what"], clash: boolean, chunk: number | null = null): void => {
    const id = chunk === null ? `${what} ${block.id}` : `${what} ${block.id} ${chunk}`;
    changes.push({ id, blockId: block.id, what, clash, chunk, group: groups.get(block.id) ?? null });
  };
  const removed = (until: BlockId | null): void => {
    for (; at < base.length && base[at]!.id !== until; at++) {
      const block = base[at]!;
      const now = here.get(block.id);
      if (!back.has(block.id) && now) say(block, "removed", !sameBlock(block, now));
    }
  };
  let at = 0;
  for (const block of theirs) {
    const was = sent.get(block.id);
    const now = here.get(block.id);
    if (was && stable.has(block.id)) {
      removed(block.id);
      at += 1;
    }
    if (!was) {
      if (!now) say(block, "added", false);
      else if (!sameBlock(block, now)) say(block, "added", true);
      continue;
    }
    if (!now) {
      // It was taken out here; what was written in it there would be lost.
      if (!sameBlock(was, block)) say(block, "added", true);
      continue;
    }
    if (!stable.has(block.id) && !standing.has(block.id)) say(block, "moved", false);
    if (sameBlock(was, block)) continue;
    const clashes = (of: (block: Block) => unknown): boolean | null =>
      sameValue(of(was), of(block)) || sameValue(of(now), of(block)) ? null : !sameValue(of(was), of(now));
    for (const [what, of] of [
      ["shape", shapeOf],
      ["ties", tiesOf],
      ["table", rowsOf],
    ] as const) {
      const clash = clashes(of);
      if (clash !== null) say(block, what, clash);
    }
    chunksOfBlock(was, block, now).forEach(({ kind }, chunk) => {
      if (kind === "theirs" || kind === "clash") say(block, "words", kind === "clash", chunk);
    });
  }
  removed(null);
  return changes;
}

export const chunksOfBlock = (base: Block, theirs: Block, ours: Block): Chunk[] =>
  chunksOf(tokensOf(base.inlines), tokensOf(theirs.inlines), tokensOf(ours.inlines));

export const rowsOf = (block: Block): readonly (readonly string[])[] =>
  block.kind === "table" ? block.rows : [];

/** What a block is, apart from what it says and what it is tied to. */
export function shapeOf(block: Block): Record<string, unknown> {
  const { id: _, inlines: _i, areaIds: _a, evidenceIds: _e, bearings: _b, ...shape } = block;
  if (!("rows" in shape)) return shape;
  const { rows: _r, ...table } = shape;
  return table;
}

export type Ties = Pick<Block, "areaIds" | "evidenceIds" | "bearings">;

export const tiesOf = ({ areaIds, evidenceIds, bearings }: Block): Ties => ({
  areaIds,
  evidenceIds,
  bearings,
});

/** What both made of the ties: what either added is in, what either took out is not. */
export function mergedTies(base: Ties, theirs: Ties, ours: Ties): Ties {
  const merged = <Id>(b: readonly Id[], t: readonly Id[], o: readonly Id[]): Id[] => [
    ...o.filter((id) => t.includes(id) || !b.includes(id)),
    ...t.filter((id) => !b.includes(id) && !o.includes(id)),
  ];
  const evidenceIds = merged(base.evidenceIds, theirs.evidenceIds, ours.evidenceIds);
  return {
    areaIds: merged(base.areaIds, theirs.areaIds, ours.areaIds),
    evidenceIds,
    bearings: bearingsAmong(evidenceIds, { ...theirs.bearings, ...ours.bearings }),
  };
}
