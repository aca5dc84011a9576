import type { Block, Inline } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { bookmarkName } from "#shared/returned/control-tag.ts";
import { ALIKE, type Bag, bagOf, FEWEST_WORDS, likenessOf, shared } from "#shared/returned/likeness.ts";
import type { ReturnedPart } from "#shared/returned/returned-part.ts";

/** Which block each part of a file that came back is. */
export interface Claims {
  /** The block that a part is; null where it is none that was sent. */
  readonly ownOf: ReadonlyMap<ReturnedPart, BlockId>;
  /** Blocks whose words went into the block of a part. */
  readonly joinedIn: ReadonlyMap<ReturnedPart, readonly BlockId[]>;
  /** For a part that is no block itself: the one whose words it was parted from. */
  readonly partedFrom: ReadonlyMap<ReturnedPart, BlockId>;
}

/**
 * Matches the parts of a file with the blocks that were sent: by content control, by bookmark, and what has neither by
 * its words.
 */
export function claimsOf(
  sent: readonly Block[],
  parts: readonly ReturnedPart[],
  printed: PrintedText,
): Claims {
  const known = new Map(sent.map((block) => [block.id as string, block.id]));
  const byBookmark = new Map(sent.map(({ id }) => [bookmarkName(id), id]));
  const named = new Map(parts.map((part) => [part, namedBlocks(part, known, byBookmark)]));
  const claimants = new Map<BlockId, ReturnedPart[]>();
  for (const [part, ids] of named)
    for (const id of ids) claimants.set(id, [...(claimants.get(id) ?? []), part]);
  const texts = new Map(sent.map((block) => [block.id, bagOf(printed(block))]));
  /** Where most of a block's words went. */
  const home = new Map<BlockId, ReturnedPart>();
  for (const [id, claiming] of claimants)
    home.set(
      id,
      best(claiming, (part) => shared(texts.get(id)!, bagOf(part.text)))!,
    );

  const claims = {
    ownOf: new Map<ReturnedPart, BlockId>(),
    joinedIn: new Map<ReturnedPart, BlockId[]>(),
    partedFrom: new Map<ReturnedPart, BlockId>(),
  };
  const free: ReturnedPart[] = [];
  for (const [part, ids] of named) {
    const [own, ...others] = ids.filter((id) => home.get(id) === part);
    if (own !== undefined) {
      claims.ownOf.set(part, own);
      if (others.length > 0) claims.joinedIn.set(part, others);
    } else if (ids[0] !== undefined) claims.partedFrom.set(part, ids[0]);
    else free.push(part);
  }
  matchByWords(
    free,
    sent.filter(({ id }) => !home.has(id)),
    texts,
    claims.ownOf,
  );
  return claims;
}

/** What a block printed in the file that was sent. */
export type PrintedText = (block: { readonly inlines: readonly Inline[] }) => string;

/** The blocks a part has words of, in the order of their words. One that only begins or ends there is none of them. */
function namedBlocks(
  { anchors, text }: ReturnedPart,
  known: ReadonlyMap<string, BlockId>,
  byBookmark: ReadonlyMap<string, BlockId>,
): BlockId[] {
  const places = anchors
    .flatMap(({ kind, name, from, to }) => {
      const id = (kind === "tag" ? known : byBookmark).get(name);
      return id === undefined ? [] : [{ id, from, empty: to === from }];
    })
    .toSorted((a, b) => a.from - b.from);
  const full = places.filter(({ empty }) => !empty);
  const those = full.length > 0 || text !== "" ? (full.length > 0 ? full : places) : places;
  return [...new Set(those.map(({ id }) => id))];
}

/** Copies without their marks, as by another program: the same words first, then the most alike. */
function matchByWords(
  free: readonly ReturnedPart[],
  missing: readonly Block[],
  texts: ReadonlyMap<BlockId, Bag>,
  ownOf: Map<ReturnedPart, BlockId>,
): void {
  if (free.length === 0 || missing.length === 0) return;
  const pairs = free.flatMap((part, order) => {
    const bag = bagOf(part.text);
    return missing.flatMap(({ id }, place) => {
      const words = texts.get(id)!;
      const likeness = likenessOf(words, bag);
      return likeness === 1 || (likeness >= ALIKE && Math.min(words.size, bag.size) >= FEWEST_WORDS)
        ? [{ part, id, likeness, apart: Math.abs(order - place) }]
        : [];
    });
  });
  const taken = new Set<BlockId>();
  for (const { part, id } of pairs.toSorted((a, b) => b.likeness - a.likeness || a.apart - b.apart)) {
    if (ownOf.has(part) || taken.has(id)) continue;
    ownOf.set(part, id);
    taken.add(id);
  }
}

function best<Item>(items: readonly Item[], score: (item: Item) => number): Item | undefined {
  let found: Item | undefined;
  let highest = -1;
  for (const item of items) {
    const reached = score(item);
    if (reached > highest) [found, highest] = [item, reached];
  }
  return found;
}
