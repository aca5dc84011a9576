import { textOf, type Block } from "#shared/domain/block.ts";
import { threadsOf, type Comment, type Thread } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { blockOf } from "#shared/document/block-text.ts";

type Span = readonly [number, number];

/** Where a comment stands in the text as it is now. */
export type CommentPlace =
  | { readonly kind: "words"; readonly blockId: BlockId; readonly span: Span }
  /** On the whole block, or on words of a table's cells. */
  | { readonly kind: "block"; readonly blockId: BlockId }
  | { readonly kind: "words-gone"; readonly blockId: BlockId }
  | { readonly kind: "block-gone" }
  | { readonly kind: "report" };

/** The words nearest to where they once began; null when they are not in the text any more. */
export function nearestWords(text: string, words: string, offset: number): Span | null {
  let best: number | null = null;
  for (let at = text.indexOf(words); words !== "" && at >= 0; at = text.indexOf(words, at + 1))
    if (best === null || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  return best === null ? null : [best, best + words.length];
}

export function placeOf(comment: Comment, blocks: readonly Block[]): CommentPlace {
  const { blockId, quote, offset, suggestion } = comment;
  if (blockId === null) return { kind: "report" };
  const block = blockOf(blocks, blockId);
  if (!block) return elsewhere(comment, blocks) ?? { kind: "block-gone" };
  if (quote === "" || block.kind === "findings-record") return { kind: "block", blockId };
  const span = nearestWords(textIn(block), quote, offset);
  if (span) return { kind: "words", blockId, span };
  if (suggestion?.settled?.taken) {
    const now = nearestWords(textIn(block), suggestion.words, offset);
    return now ? { kind: "words", blockId, span: now } : { kind: "block", blockId };
  }
  const inCell = block.kind === "table" && block.rows.flat().some((cell) => cell.includes(quote));
  if (inCell) return { kind: "block", blockId };
  return splitOff(comment, block, blocks) ?? elsewhere(comment, blocks) ?? { kind: "words-gone", blockId };
}

/** Fewer words than this may well stand somewhere else by themselves. */
const ENOUGH_WORDS = 3;
/** How far words may have shifted in what was split off, in characters. */
const DRIFT = 40;

/** The words are in the block below, where a split at the end of their own would have put them. */
function splitOff({ quote, offset }: Comment, block: Block, blocks: readonly Block[]): CommentPlace | null {
  const next = blocks[blocks.indexOf(block) + 1];
  const expected = offset - textIn(block).length;
  if (!next || expected < 0) return null;
  const span = nearestWords(textIn(next), quote, expected);
  return span && Math.abs(span[0] - expected) <= DRIFT ? { kind: "words", blockId: next.id, span } : null;
}

/** The words moved to the one other block that has them: cut and pasted, or joined to its neighbour. */
function elsewhere({ blockId, quote, offset }: Comment, blocks: readonly Block[]): CommentPlace | null {
  if (quote.split(/\s+/).length < ENOUGH_WORDS) return null;
  const having = blocks.filter((block) => block.id !== blockId && textIn(block).includes(quote));
  const [only] = having;
  if (!only || having.length > 1) return null;
  const span = nearestWords(textIn(only), quote, offset);
  return span && { kind: "words", blockId: only.id, span };
}

const texts = new WeakMap<Block, string>();

/** Read once a version of a block: lost words are looked for in all of them. */
function textIn(block: Block): string {
  let text = texts.get(block);
  if (text === undefined) texts.set(block, (text = textOf(block)));
  return text;
}

/** Comments with the block they stand in now, if that is another than they were written on. */
export const movedAlong = (comments: readonly Comment[], blocks: readonly Block[]): readonly Comment[] =>
  comments.map((comment) => {
    if (comment.answers !== null) return comment;
    const place = placeOf(comment, blocks);
    return place.kind === "words" && place.blockId !== comment.blockId
      ? { ...comment, blockId: place.blockId, offset: place.span[0] }
      : comment;
  });

/** In the order of the report; what has lost its paragraph, or is about the whole report, stands last. */
export function threadsInOrder(comments: readonly Comment[], blocks: readonly Block[]): Thread[] {
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const ranks = new Map(
    movedAlong(comments, blocks).map(({ id, blockId, offset }) => [
      id,
      { at: (blockId === null ? undefined : order.get(blockId)) ?? blocks.length, offset },
    ]),
  );
  return threadsOf(comments).toSorted((a, b) => {
    const [one, other] = [ranks.get(a.comment.id)!, ranks.get(b.comment.id)!];
    return one.at - other.at || one.offset - other.offset;
  });
}
