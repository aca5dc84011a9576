import { textOf, textsIn, type Block, type BlockText } from "#shared/domain/block.ts";
import type { Area } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";

/** What somebody looks for. */
export interface Sought {
  readonly query: string;
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
}

/** A stretch of text: from the first to before the second, counted as `textOf` counts. */
export type Span = readonly [start: number, end: number];

/** Words of a block, or of one cell of a table. */
export interface Place {
  readonly blockId: BlockId;
  readonly cell: BlockText["cell"];
  readonly span: Span;
}

/** Every place in one text, in order, none over another. */
type Matcher = (text: string) => Span[];

/** Written in more than one way on keyboards and by word processors, and one thing to a reader. */
const ALIKE = ["'‘’ʼ", '"“”„', "-‐‑", " \u00a0\u202f\n\t"];

const WORD = String.raw`\p{L}\p{N}\p{M}_`;
/** A hyphen or apostrophe holds a word together, and a point or comma a number; the ’s of an owner does neither. */
const NOT_INSIDE_BEFORE = String.raw`(?<![${WORD}])(?<![${WORD}][-‐‑'’ʼ])(?<!\p{N}[.,])`;
const NOT_INSIDE_AFTER = String.raw`(?![${WORD}])(?!['’ʼ](?!s(?![${WORD}]))[${WORD}])(?![-‐‑][${WORD}])(?![.,]\p{N})`;
const isWordCharacter = new RegExp(`^[${WORD}]$`, "u");

/** @returns null when there is nothing to look for */
export function matcherOf({ query, matchCase, wholeWord }: Sought): Matcher | null {
  const characters = Array.from(query.normalize("NFC"));
  if (characters.length === 0) return null;
  let pattern = characters.map(patternOf).join("");
  if (wholeWord) {
    if (isWordCharacter.test(characters[0]!)) pattern = NOT_INSIDE_BEFORE + pattern;
    if (isWordCharacter.test(characters.at(-1)!)) pattern += NOT_INSIDE_AFTER;
  }
  const expression = new RegExp(pattern, matchCase ? "gu" : "giu");
  return (text) => {
    const spans: Span[] = [];
    for (const { index, 0: found } of text.matchAll(expression)) spans.push([index, index + found.length]);
    return spans;
  };
}

/** One character, however it is written: nothing of a query is read as a pattern. */
function patternOf(character: string): string {
  const alike = ALIKE.find((group) => group.includes(character));
  if (alike) return `[${Array.from(alike, literal).join("")}]`;
  const apart = character.normalize("NFD");
  return apart === character
    ? literal(character)
    : `(?:${literal(character)}|${Array.from(apart, literal).join("")})`;
}

const literal = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/** Looks through blocks again and again, and reads only those that changed since. */
export class Finder {
  #sought: Sought | null = null;
  #match: Matcher | null = null;
  #known = new WeakMap<Block, readonly Place[]>();

  /** @returns every place, in the order of the report */
  find(blocks: readonly Block[], sought: Sought): Place[] {
    if (!this.#sought || !sameSought(this.#sought, sought)) {
      this.#sought = sought;
      this.#match = matcherOf(sought);
      this.#known = new WeakMap();
    }
    const match = this.#match;
    if (!match) return [];
    const places: Place[] = [];
    for (const block of blocks) {
      let found = this.#known.get(block);
      if (!found) this.#known.set(block, (found = placesIn(block, match)));
      for (const place of found) places.push(place);
    }
    return places;
  }
}

const sameSought = (a: Sought, b: Sought): boolean =>
  a.query === b.query && a.matchCase === b.matchCase && a.wholeWord === b.wholeWord;

const placesIn = (block: Block, match: Matcher): Place[] =>
  textsIn(block).flatMap(({ cell, text }) => match(text).map((span) => ({ blockId: block.id, cell, span })));

/** The text a place is in; empty when the block has no such cell. */
export const textAt = (block: Block, { cell }: Pick<Place, "cell">): string =>
  cell === null ? textOf(block) : block.kind === "table" ? (block.rows[cell[0]]?.[cell[1]] ?? "") : "";

/** Blocks that speak to the area, or to one below it. */
export function blocksOfArea(
  blocks: readonly Block[],
  areas: readonly Pick<Area, "id" | "parent">[],
  areaId: AreaId,
): Block[] {
  const inside = new Set<AreaId>([areaId]);
  for (let before = 0; before < inside.size;) {
    before = inside.size;
    for (const { id, parent } of areas) if (parent !== null && inside.has(parent)) inside.add(id);
  }
  return blocks.filter((block) => block.areaIds.some((id) => inside.has(id)));
}

/**
 * What to put in the place of found words when case was no matter: a capital stays a capital. Words with capitals of
 * their own are taken as they are.
 */
export function inCaseOf(found: string, words: string): string {
  if (words !== words.toLowerCase()) return words;
  const letters = found.replace(/[^\p{L}]/gu, "");
  if (letters === "" || letters === letters.toLowerCase()) return words;
  if (letters.length > 1 && letters === letters.toUpperCase()) return words.toUpperCase();
  const first = letters.charAt(0);
  return first === first.toLowerCase() ? words : words.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

/** Words to put in the place of others. */
export interface Replacement extends Place {
  readonly words: string;
}

/** What comes out when replacements of one text, none over another, are made. */
export function replaced(text: string, replacements: readonly Pick<Replacement, "span" | "words">[]): string {
  let made = "";
  let at = 0;
  for (const { span, words } of replacements.toSorted((a, b) => a.span[0] - b.span[0])) {
    made += text.slice(at, span[0]) + words;
    at = span[1];
  }
  return made + text.slice(at);
}

/** The place to show next from one place on, going round at the end; -1 when there is none. */
export function stepFrom(places: readonly Place[], at: number, step: 1 | -1): number {
  return places.length === 0 ? -1 : (at + step + places.length) % places.length;
}

/**
 * The first place at or after a spot in the report, going round at the end; -1 when there is none.
 *
 * @param from where the caret is; null for the start of the report
 */
export function firstFrom(
  blocks: readonly Block[],
  places: readonly Place[],
  from: { readonly blockId: BlockId; readonly offset: number } | null,
): number {
  if (places.length === 0) return -1;
  if (!from) return 0;
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const here = order.get(from.blockId) ?? -1;
  const next = places.findIndex(({ blockId, cell, span }) => {
    const index = order.get(blockId) ?? -1;
    return index > here || (index === here && (cell !== null || span[0] >= from.offset));
  });
  return Math.max(0, next);
}
