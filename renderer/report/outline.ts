import { textOf, type Block } from "#shared/domain/block.ts";
import { type Area, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";

/** One line of the outline: an area of the framework, or a heading that stands for none. */
export interface OutlineLine {
  readonly key: string;
  readonly title: string;
  /** 0 at the top. */
  readonly depth: number;
  readonly area: Area | null;
  /** Where it begins in the text; null for an area nothing is written about. */
  readonly blockId: BlockId | null;
}

/** The framework's areas in its order, with the report's other headings where they stand between them. */
export function outlineOf(framework: Framework | null, blocks: readonly Block[]): OutlineLine[] {
  const headings = blocks.filter((block) => block.kind === "heading");
  if (!framework) return headings.map((heading) => headingLine(heading, heading.level - 1));

  const firstHeading = new Map<AreaId, (typeof headings)[number]>();
  for (const heading of headings) {
    const areaId = heading.areaIds[0];
    if (areaId && !firstHeading.has(areaId)) firstHeading.set(areaId, heading);
  }
  const areaLines = treeOrder(framework).map(({ area, depth }): OutlineLine => {
    const block =
      firstHeading.get(area.id) ?? blocks.find((candidate) => candidate.areaIds.includes(area.id));
    return {
      key: area.id,
      title: shortTitleOf(area),
      depth,
      area,
      blockId: block?.id ?? null,
    };
  });
  const indexOf = new Map(areaLines.map((line, index) => [line.area!.id, index]));
  const ends = areaLines.map((line, index) => {
    let end = index + 1;
    while (end < areaLines.length && areaLines[end]!.depth > 0) end += 1;
    return line && end;
  });

  // Other headings go after the area heading they follow; one of the first level after that area's whole tree.
  const before = new Map<number, OutlineLine[]>();
  let after = 0;
  let treeEnd = 0;
  let depth = 0;
  for (const heading of headings) {
    const areaId = heading.areaIds[0];
    const own = areaId ? indexOf.get(areaId) : undefined;
    if (own !== undefined && firstHeading.get(areaId!) === heading) {
      after = own + 1;
      treeEnd = ends[own]!;
      depth = areaLines[own]!.depth + (areaLines[own]!.area!.kind === "group" ? 1 : 0);
      continue;
    }
    const top = heading.level === 1 || treeEnd === 0;
    const at = top ? treeEnd : after;
    const lines = before.get(at) ?? [];
    lines.push(headingLine(heading, top ? 0 : Math.max(1, depth)));
    before.set(at, lines);
  }
  return [
    ...areaLines.flatMap((line, index) => [...(before.get(index) ?? []), line]),
    ...(before.get(areaLines.length) ?? []),
  ];
}

const headingLine = (heading: Block, depth: number): OutlineLine => ({
  key: heading.id,
  title: textOf(heading) || "Heading without words",
  depth,
  area: null,
  blockId: heading.id,
});

function treeOrder(framework: Framework): { area: Area; depth: number }[] {
  const under = (parent: AreaId | null, depth: number): { area: Area; depth: number }[] =>
    framework.areas
      .filter((area) => area.parent === parent)
      .flatMap((area) => [{ area, depth }, ...under(area.id, depth + 1)]);
  return under(null, 0);
}

/** Lines that are shown, once the closed ones have taken in what is below them. */
export function openLines(lines: readonly OutlineLine[], closed: ReadonlySet<string>): OutlineLine[] {
  let hiddenBelow: number | null = null;
  return lines.filter((line) => {
    if (hiddenBelow !== null && line.depth > hiddenBelow) return false;
    hiddenBelow = closed.has(line.key) ? line.depth : null;
    return true;
  });
}

export const hasChildren = (lines: readonly OutlineLine[], line: OutlineLine): boolean =>
  (lines[lines.indexOf(line) + 1]?.depth ?? 0) > line.depth;
