import { textOf, type Block, type BlockOf } from "#shared/domain/block.ts";
import { findArea, type Framework, rootOf } from "#shared/domain/framework.ts";
import type { AreaId, BlockId, TimescaleId } from "#shared/domain/ids.ts";

export type Recommendation = BlockOf<"recommendation">;

/** The recommendations of one timescale under one heading, in report order. */
export interface TimescaleGroup {
  readonly key: string;
  /** Null gathers those without a timescale the framework knows. */
  readonly id: TimescaleId | null;
  readonly label: string;
  readonly section: Section;
  readonly members: readonly Recommendation[];
}

/** A heading with recommendations under it. A framework of two trees has a list of its own in each. */
interface Section {
  readonly headingId: BlockId | null;
  readonly title: string;
  /** The tree the heading speaks to. */
  readonly root: AreaId | null;
}

export const isRecommendation = (block: Block): block is Recommendation => block.kind === "recommendation";

/** What groups are made of. */
export const isInGroups = (block: Block): boolean => isRecommendation(block) || block.kind === "heading";

/** Every timescale of the framework in every section, empty ones too; those without one come last, where there are any. */
export function groupsOf(framework: Framework | null, blocks: readonly Block[]): TimescaleGroup[] {
  const timescales = framework?.timescales ?? [];
  const known = new Set(timescales.map(({ id }) => id));
  return sectionsOf(framework, blocks).flatMap(({ section, members }) => {
    const loose = members.filter(({ timescaleId }) => !timescaleId || !known.has(timescaleId));
    const group = (id: TimescaleId | null, label: string, of: readonly Recommendation[]): TimescaleGroup => ({
      key: `${section.headingId ?? ""}|${id ?? ""}`,
      id,
      label,
      section,
      members: of,
    });
    const groups = timescales.map(({ id, label }) =>
      group(
        id,
        label,
        members.filter(({ timescaleId }) => timescaleId === id),
      ),
    );
    return loose.length > 0 || groups.length === 0
      ? [...groups, group(null, "No timescale given", loose)]
      : groups;
  });
}

/** At least one, so that a report that asks for nothing yet has where to begin. */
function sectionsOf(
  framework: Framework | null,
  blocks: readonly Block[],
): { readonly section: Section; readonly members: readonly Recommendation[] }[] {
  const sections: { section: Section; members: Recommendation[] }[] = [];
  let heading: Block | null = null;
  for (const block of blocks) {
    if (block.kind === "heading") heading = block;
    if (!isRecommendation(block)) continue;
    let last = sections.at(-1);
    if (!last || last.section.headingId !== (heading?.id ?? null))
      sections.push((last = { section: sectionOf(framework, heading), members: [] }));
    last.members.push(block);
  }
  return sections.length > 0 ? sections : [{ section: sectionOf(framework, null), members: [] }];
}

function sectionOf(framework: Framework | null, heading: Block | null): Section {
  const area = framework && findArea(framework, heading?.areaIds[0] ?? null);
  const root = framework && area ? rootOf(framework, area) : null;
  const title = root?.title ?? (heading ? textOf(heading) : "");
  return { headingId: heading?.id ?? null, title, root: root?.id ?? null };
}

/** Where a new recommendation under a timescale goes: into the tree of its area, when that has a list. */
export function groupFor(
  framework: Framework | null,
  groups: readonly TimescaleGroup[],
  timescaleId: TimescaleId | null,
  areaId: AreaId | undefined,
): number {
  const area = framework && findArea(framework, areaId ?? null);
  const root = framework && area ? rootOf(framework, area).id : null;
  const fitting = (near: boolean): number =>
    groups.findIndex(({ id, section }) => id === timescaleId && (!near || section.root === root));
  return Math.max(0, fitting(true) >= 0 ? fitting(true) : fitting(false));
}

/** Where a recommendation stands: which group, and how far down. Null when it is in none. */
export function placeOf(
  groups: readonly TimescaleGroup[],
  id: BlockId,
): { readonly group: number; readonly index: number } | null {
  for (const [group, { members }] of groups.entries()) {
    const index = members.findIndex((each) => each.id === id);
    if (index >= 0) return { group, index };
  }
  return null;
}

/** One step up or down, over the end of a timescale into the next; null at either end. */
export function stepFrom(
  groups: readonly TimescaleGroup[],
  id: BlockId,
  step: 1 | -1,
): { readonly group: number; readonly index: number } | null {
  const place = placeOf(groups, id);
  if (!place) return null;
  const index = place.index + step;
  if (index >= 0 && index < groups[place.group]!.members.length) return { group: place.group, index };
  const group = place.group + step;
  const next = groups[group];
  return next ? { group, index: step === 1 ? 0 : next.members.length } : null;
}

/**
 * The block a recommendation has to stand before, to be the `index`-th of its timescale; null is the end of the report.
 *
 * @param id the one that moves, which is not counted; null for a new one
 */
export function blockBefore(
  blocks: readonly Block[],
  groups: readonly TimescaleGroup[],
  id: BlockId | null,
  target: { readonly group: number; readonly index: number },
): BlockId | null {
  const others = groups.map(({ members }) => members.filter((each) => each.id !== id));
  const own = others[target.group]!;
  if (target.index < own.length) return own[target.index]!.id;
  const above =
    own.at(-1) ??
    others
      .slice(0, target.group)
      .findLast((list) => list.length > 0)
      ?.at(-1);
  if (above) return following(blocks, above.id, id);
  const below = others.slice(target.group + 1).find((list) => list.length > 0)?.[0];
  if (below) return below.id;
  if (id !== null) return following(blocks, id, id);
  const heading = blocks.findLast((block) => block.kind === "heading" && ASKS.test(textOf(block)));
  return heading ? following(blocks, heading.id, null) : null;
}

/** A heading under which reports put what they ask for. */
const ASKS = /\b(?:areas? for (?:improvement|priority action)|recommendations?)\b/i;

/** The block after one and after its footnotes. */
function following(blocks: readonly Block[], id: BlockId, moving: BlockId | null): BlockId | null {
  const rest = blocks.slice(blocks.findIndex((block) => block.id === id) + 1);
  return rest.find((block) => block.id !== moving && block.kind !== "footnote")?.id ?? null;
}
