import { wordsShown } from "#shared/document/align-revisions.ts";
import { type Block, countedWords, paragraphNumbers } from "#shared/domain/block.ts";
import { BLOCK_NAMES } from "#shared/domain/block-names.ts";
import type { FactualComment, NewFactualComment } from "#shared/domain/factual-check.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { listed } from "#shared/listed.ts";
import { type SaidPlace, saidPlaces } from "#shared/factual-accuracy/said-places.ts";
import { ALIKE, type Bag, bagOf, FEWEST_WORDS, likenessOf, shared } from "#shared/returned/likeness.ts";

/** The issued copy, as places in it are looked for. */
export interface IssuedCopy {
  readonly blocks: readonly Block[];
  /** Printed numbers, and the blocks behind them. */
  readonly numbers: ReadonlyMap<BlockId, number>;
  readonly byNumber: ReadonlyMap<number, BlockId>;
  /** Place of each block in the report. */
  readonly order: ReadonlyMap<BlockId, number>;
  /** Bullets that belong to a numbered paragraph, in order. */
  readonly bullets: ReadonlyMap<BlockId, readonly BlockId[]>;
  /** Numbers of the paragraphs in each part under a first-level heading, from 1. */
  readonly sections: readonly ReadonlySet<number>[];
  readonly texts: readonly { readonly id: BlockId; readonly plain: string; readonly bag: Bag }[];
}

type Placed = Pick<NewFactualComment, "blockIds" | "placedBy" | "note">;

export function issuedCopy(blocks: readonly Block[]): IssuedCopy {
  const numbers = paragraphNumbers(blocks);
  const bullets = new Map<BlockId, BlockId[]>();
  const sections: Set<number>[] = [];
  let above: BlockId | null = null;
  for (const block of blocks) {
    const number = numbers.get(block.id);
    if (block.kind === "heading") {
      above = null;
      if (block.level === 1) sections.push(new Set());
    } else if (number !== undefined) {
      above = block.id;
      sections.at(-1)?.add(number);
    } else if (block.kind === "bullet" && above)
      bullets.set(above, [...(bullets.get(above) ?? []), block.id]);
  }
  return {
    blocks,
    numbers,
    byNumber: new Map([...numbers].map(([id, number]) => [number, id])),
    order: new Map(blocks.map(({ id }, index) => [id, index])),
    bullets,
    sections,
    texts: blocks.map((block) => {
      const words = wordsShown(block);
      return { id: block.id, plain: plainOf(words), bag: bagOf(words) };
    }),
  };
}

/** Texts are compared without case, and with one kind of space, dash and quotation mark. */
const plainOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/** Quoted words shorter than this, in letters, stand in too many places to be known by. */
const SHORTEST_QUOTE = 12;
/** So much of the quoted words must stand in a paragraph that does not have them in a row. */
const MOST_OF_THEM = 0.75;

interface ByWords {
  readonly ids: readonly BlockId[];
  /** Whether the words stand there in a row. */
  readonly exact: boolean;
}

/** Blocks that have the words: all that have them in a row, or else the one that is clearly most alike. */
export function findWords(quote: string, { texts }: IssuedCopy): ByWords {
  const plain = plainOf(quote.replace(/^[\s"'“”‘’….]+|[\s"'“”‘’….]+$/g, ""));
  if (plain === "") return { ids: [], exact: false };
  const exact = plain.length < SHORTEST_QUOTE ? [] : texts.filter((text) => text.plain.includes(plain));
  if (exact.length > 0) return { ids: exact.map(({ id }) => id), exact: true };
  const bag = bagOf(quote);
  if (bag.size < FEWEST_WORDS) return { ids: [], exact: false };
  const alike = texts
    .map(({ id, bag: words }) => ({
      id,
      within: shared(bag, words) / bag.size,
      likeness: likenessOf(bag, words),
    }))
    .filter(({ within, likeness }) => likeness >= ALIKE || within >= MOST_OF_THEM)
    .toSorted((a, b) => b.within - a.within || b.likeness - a.likeness);
  const [best, next] = alike;
  const clear = best && (!next || best.within > next.within || best.likeness > next.likeness);
  return { ids: clear ? [best.id] : [], exact: false };
}

/** Words between quotation marks, the longest first. */
const quotedIn = (text: string): string =>
  [...text.matchAll(/[“"]([^”"]{12,})[”"]/g)]
    .map(([, words]) => words!)
    .filter((words) => countedWords(words).length >= FEWEST_WORDS)
    .toSorted((a, b) => b.length - a.length)[0] ?? "";

/**
 * The place of a comment in the issued copy: by the number that was written, where the words that were quoted do not
 * plainly stand elsewhere; else by those words.
 *
 * @param near words it hangs on in a margin, which are looked for when nothing else is said
 */
export function placeComment(
  { place, quote, text }: Pick<NewFactualComment, "place" | "quote" | "text">,
  copy: IssuedCopy,
  near = "",
): Placed {
  const said = saidPlaces(place);
  const { ids, note } = idsOf(said, place, quote, copy);
  const words = findWords(quote === "" ? quotedIn(text) : quote, copy);
  const nameOf = (id: BlockId): string => {
    const number = copy.numbers.get(id);
    return number === undefined ? "another place" : `paragraph ${number}`;
  };
  if (ids.length > 0) {
    const family = new Set(ids.flatMap((id) => [id, ...(copy.bullets.get(id) ?? [])]));
    const [only, second] = words.ids;
    if (words.exact && only && !second && !family.has(only))
      return {
        blockIds: [only],
        placedBy: "words",
        note: `They wrote “${place.trim()}”, but the words they quote stand in ${nameOf(only)}.`,
      };
    return { blockIds: ids, placedBy: "number", note };
  }
  const found = words.ids.length > 0 ? words : findWords(near, copy);
  const [first] = found.ids;
  if (!first) return { blockIds: [], placedBy: "none", note };
  const times = found.ids.length;
  return {
    blockIds: [first],
    placedBy: "words",
    note: [
      note,
      times > 1 ? `These words stand in ${times} places; this is the first.` : "",
      found.exact ? "" : "The words are only alike.",
    ]
      .filter((part) => part !== "")
      .join(" "),
  };
}

function idsOf(
  said: readonly SaidPlace[],
  place: string,
  quote: string,
  copy: IssuedCopy,
): { readonly ids: BlockId[]; readonly note: string } {
  const ids: BlockId[] = [];
  const missing: number[] = [];
  const notes: string[] = [];
  for (const each of said) {
    const found = idOf(each, quote, copy);
    if (found.id === null) missing.push(each.number);
    else if (!ids.includes(found.id)) ids.push(found.id);
    if (found.note) notes.push(found.note);
  }
  if (missing.length > 0)
    notes.push(
      `The issued copy has no paragraph ${listed(missing.map(String))}${place.includes(".") ? ` (“${place.trim().slice(0, 80)}”)` : ""}.`,
    );
  return { ids, note: notes.join(" ").slice(0, 500) };
}

function idOf(
  { number, before, bullet }: SaidPlace,
  quote: string,
  copy: IssuedCopy,
): { readonly id: BlockId | null; readonly note: string } {
  const paragraph = copy.byNumber.get(number) ?? null;
  if (before !== null) {
    const said = `“${before}.${number}”`;
    const outer = copy.byNumber.get(before);
    const inner = outer && copy.bullets.get(outer)?.[number - 1];
    const inSection = copy.sections[before - 1]?.has(number) === true;
    const quoted = quote === "" ? [] : findWords(quote, copy).ids;
    // Either may be meant: a section and a paragraph of it, or a paragraph and a bullet below it.
    if (
      inner &&
      (!paragraph || !inSection || quoted.includes(inner)) &&
      !(paragraph && quoted.includes(paragraph))
    )
      return { id: inner, note: `${said} is read as paragraph ${before}, bullet ${number}.` };
    return paragraph
      ? { id: paragraph, note: `${said} is read as paragraph ${number}.` }
      : { id: null, note: "" };
  }
  if (bullet === null || paragraph === null) return { id: paragraph, note: "" };
  const below = copy.bullets.get(paragraph)?.[bullet - 1];
  return below
    ? { id: below, note: "" }
    : {
        id: paragraph,
        note: `Paragraph ${number} has no bullet ${bullet}; the comment stands at the paragraph.`,
      };
}

/** “Paragraph 14”, “Paragraph 14, bullet 2”, “Heading”; what a place is called in the issued copy. */
export function placeName(id: BlockId, { numbers, bullets, blocks }: IssuedCopy): string {
  const number = numbers.get(id);
  if (number !== undefined) return `Paragraph ${number}`;
  for (const [above, below] of bullets) {
    const at = below.indexOf(id);
    if (at >= 0) return `Paragraph ${numbers.get(above)}, bullet ${at + 1}`;
  }
  return BLOCK_NAMES[blocks.find((block) => block.id === id)?.kind ?? "paragraph"];
}

export const placeNames = (ids: readonly BlockId[], copy: IssuedCopy): string =>
  ids.length === 0
    ? "Not placed"
    : ids.map((id, index) => (index === 0 ? placeName(id, copy) : lower(placeName(id, copy)))).join("; ");

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** In the order of the issued copy; those without a place come last, in the order in which they came. */
export function inReportOrder<Comment extends Pick<FactualComment, "blockIds">>(
  comments: readonly Comment[],
  { order }: IssuedCopy,
): Comment[] {
  const at = ({ blockIds }: Comment): number =>
    Math.min(Number.MAX_SAFE_INTEGER, ...blockIds.map((id) => order.get(id) ?? Number.MAX_SAFE_INTEGER));
  return comments.toSorted((a, b) => at(a) - at(b));
}
