import type { Block } from "#shared/domain/block.ts";
import { findArea, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId, TimescaleId } from "#shared/domain/ids.ts";
import { BLOCK_NAMES } from "#shared/domain/block-names.ts";
import { counted } from "#renderer/ui/words.ts";

/** What differs besides the words, each in a few words: “was a bullet”. */
export function otherChanges(before: Block, after: Block, framework: Framework | null): string[] {
  const said: string[] = [];
  const kindBefore = kindOf(before);
  if (kindBefore !== kindOf(after)) said.push(`was a ${kindBefore}`);
  const areas = (ids: readonly AreaId[]): string =>
    ids
      .map((id) => {
        const area = framework && findArea(framework, id);
        return area ? shortTitleOf(area) : id;
      })
      .join(", ") || "none";
  if (differ(before.areaIds, after.areaIds)) said.push(`areas were ${areas(before.areaIds)}`);
  if (differ(before.evidenceIds, after.evidenceIds))
    said.push(
      before.evidenceIds.length === 0
        ? "rested on no evidence"
        : `rested on ${counted(before.evidenceIds.length, "evidence item")}`,
    );
  else if (JSON.stringify(before.bearings) !== JSON.stringify(after.bearings))
    said.push("evidence was tied for other reasons");
  if (before.kind === "recommendation" && after.kind === "recommendation") {
    const label = (id: TimescaleId | null): string =>
      framework?.timescales.find((each) => each.id === id)?.label ?? "no timescale";
    if (before.timescaleId !== after.timescaleId) said.push(`was under: ${label(before.timescaleId)}`);
    if (differ(before.justifiedBy, after.justifiedBy))
      said.push(`was linked to ${counted(before.justifiedBy.length, "paragraph")}`);
  }
  return said;
}

const differ = (a: readonly string[], b: readonly string[]): boolean => a.join() !== b.join();

function kindOf(block: Block): string {
  if (block.kind === "heading") return `heading of level ${block.level}`;
  if (block.kind === "paragraph" && !block.numbered) return "paragraph without a number";
  if (block.kind === "bullet" && block.level > 1) return `bullet of level ${block.level}`;
  return block.kind === "paragraph" ? "paragraph" : BLOCK_NAMES[block.kind].toLowerCase();
}
