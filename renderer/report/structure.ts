import type { Block } from "#shared/domain/block.ts";

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
