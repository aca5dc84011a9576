import type { Block } from "#shared/domain/block.ts";
import { ancestorsOf, findArea, type Framework } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import type { TieChange } from "#renderer/editor/editor-handle.ts";

/** How many of the blocks are tied to an area. */
export type Share = "all" | "some" | "none";

/** What is retied together: headings stay with their area unless nothing else is selected. */
export function tieable(blocks: readonly Block[], selected: readonly BlockId[]): Block[] {
  const chosen = new Set(selected);
  const all = blocks.filter(({ id, kind }) => chosen.has(id) && kind !== "findings-record");
  const text = all.filter(({ kind }) => kind !== "heading");
  return text.length > 0 ? text : all;
}

export function shareOf(blocks: readonly Block[], areaId: AreaId): Share {
  const tied = blocks.filter(({ areaIds }) => areaIds.includes(areaId)).length;
  return tied === 0 ? "none" : tied === blocks.length ? "all" : "some";
}

/** Most particular first: the deeper in its tree the earlier, and otherwise as they stood. */
export function particularFirst(framework: Framework, areaIds: readonly AreaId[]): AreaId[] {
  const depth = (id: AreaId): number => {
    const area = findArea(framework, id);
    return area ? ancestorsOf(framework, area).length : -1;
  };
  return [...new Set(areaIds)].toSorted((a, b) => depth(b) - depth(a));
}

/**
 * What must be told to the editor so that all of the blocks, or none, are tied to each area.
 *
 * @param wanted areas left out, and those that “some” was left at, stay as they are
 */
export function tieChanges(
  framework: Framework,
  blocks: readonly Block[],
  wanted: ReadonlyMap<AreaId, Share>,
): TieChange[] {
  return blocks.flatMap((block): TieChange[] => {
    const kept = block.areaIds.filter((id) => wanted.get(id) !== "none");
    const added = [...wanted].flatMap(([id, share]) =>
      share === "all" && !block.areaIds.includes(id) ? [id] : [],
    );
    if (added.length === 0 && kept.length === block.areaIds.length) return [];
    return [{ blockId: block.id, areaIds: particularFirst(framework, [...kept, ...added]) }];
  });
}

/** The text under a heading, up to the next heading of its level or above, or one that speaks to areas of its own. */
export function textUnder(blocks: readonly Block[], headingId: BlockId): Block[] {
  const at = blocks.findIndex(({ id }) => id === headingId);
  const heading = blocks[at];
  if (heading?.kind !== "heading") return [];
  const rest = blocks.slice(at + 1);
  const end = rest.findIndex(
    (block) => block.kind === "heading" && (block.level <= heading.level || block.areaIds.length > 0),
  );
  return (end < 0 ? rest : rest.slice(0, end)).filter(({ kind }) => kind !== "heading");
}
