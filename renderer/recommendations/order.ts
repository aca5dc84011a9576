import { textOf, type Block, type BlockOf } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { BlockId, TimescaleId } from "#shared/domain/ids.ts";

export type Recommendation = BlockOf<"recommendation">;

/** The recommendations of one timescale, in report order. */
export interface TimescaleGroup {
  /** Null gathers those without a timescale the framework knows. */
  readonly id: TimescaleId | null;
  readonly label: string;
  readonly members: readonly Recommendation[];
}

export const isRecommendation = (block: Block): block is Recommendation => block.kind === "recommendation";

/** Every timescale of the framework, empty ones too; those without one come last, where there are any. */
export function groupsOf(
  framework: Framework | null,
  recommendations: readonly Recommendation[],
): TimescaleGroup[] {
  const timescales = framework?.timescales ?? [];
  const known = new Set(timescales.map(({ id }) => id));
  const loose = recommendations.filter(({ timescaleId }) => !timescaleId || !known.has(timescaleId));
  const groups = timescales.map(({ id, label }): TimescaleGroup => ({
    id,
    label,
    members: recommendations.filter(({ timescaleId }) => timescaleId === id),
  }));
  return loose.length > 0 || groups.length === 0
    ? [...groups, { id: null, label: "No timescale given", members: loose }]
    : groups;
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
