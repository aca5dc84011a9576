import { textsIn, type Block } from "#shared/domain/block.ts";
import { threadsOf, type Comment, type Thread } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { blockOf } from "#shared/document/block-text.ts";
import type { Place, Span } from "#shared/document/find.ts";

/** Where a comment stands in the text as it is now. */
export type CommentPlace =
  | ({ readonly kind: "words" } & Place)
  /** On the whole block, or on words that several cells of the table have. */
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

/**
 * The words of a block that a comment is about. Of equal words in a table, and figures in its cells are often equal, the
 * nearest would often be another: there they stand where they were, or are the only ones.
 */
export function wordsIn(block: Block, words: string, offset: number): Place | null {
  const text = textIn(block);
  if (
    block.kind !== "table" ||
    text.startsWith(words, offset) ||
    text.indexOf(words) === text.lastIndexOf(words)
  ) {
    const span = nearestWords(text, words, offset);
    return span && placeAt(block, span);
  }
  return null;
}

export function placeOf(comment: Comment, blocks: readonly Block[]): CommentPlace {
  const { blockId, quote, offset, suggestion } = comment;
  if (blockId === null) return { kind: "report" };
  const block = blockOf(blocks, blockId);
  if (!block) return elsewhere(comment, blocks) ?? { kind: "block-gone" };
  if (quote === "" || block.kind === "findings-record") return { kind: "block", blockId };
  const place = wordsIn(block, quote, offset);
  if (place) return { kind: "words", ...place };
  if (suggestion?.settled?.taken) {
    const now = wordsIn(block, suggestion.words, offset);
    return now ? { kind: "words", ...now } : { kind: "block", blockId };
  }
  if (textIn(block).includes(quote)) return { kind: "block", blockId };
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
  return span && Math.abs(span[0] - expected) <= DRIFT ? { kind: "words", ...placeAt(next, span) } : null;
}

/** The words moved to the one other block that has them: cut and pasted, or joined to its neighbour. */
function elsewhere({ blockId, quote, offset }: Comment, blocks: readonly Block[]): CommentPlace | null {
  if (quote.split(/\s+/).length < ENOUGH_WORDS) return null;
  const having = blocks.filter((block) => block.id !== blockId && textIn(block).includes(quote));
  const [only] = having;
  if (!only || having.length > 1) return null;
  const span = nearestWords(textIn(only), quote, offset);
  return span && { kind: "words", ...placeAt(only, span) };
}

/** Between the caption and the cells of a table, so that no words are found across two of them. */
const END = "\u001f";
const texts = new WeakMap<Block, string>();

/** All words of a block, those of cells too. Read once a version of a block: lost words are looked for in all of them. */
export function textIn(block: Block): string {
  let text = texts.get(block);
  if (text === undefined)
    texts.set(
      block,
      (text = textsIn(block)
        .map((each) => each.text)
        .join(END)),
    );
  return text;
}

/** Where a place begins among all words of its block. */
export function offsetOf(block: Block, { cell, span }: Pick<Place, "cell" | "span">): number {
  let at = 0;
  for (const each of textsIn(block)) {
    if (String(each.cell) === String(cell)) break;
    at += each.text.length + END.length;
  }
  return at + span[0];
}

function placeAt(block: Block, [start, end]: Span): Place {
  let at = 0;
  for (const { cell, text } of textsIn(block)) {
    if (start <= at + text.length) return { blockId: block.id, cell, span: [start - at, end - at] };
    at += text.length + END.length;
  }
  return { blockId: block.id, cell: null, span: [start, end] };
}

/** Comments with the block they stand in now, if that is another than they were written on. */
export const movedAlong = (comments: readonly Comment[], blocks: readonly Block[]): readonly Comment[] =>
  comments.map((comment) => {
    if (comment.answers !== null) return comment;
    const place = placeOf(comment, blocks);
    if (place.kind !== "words" || place.blockId === comment.blockId) return comment;
    const block = blockOf(blocks, place.blockId)!;
    return { ...comment, blockId: place.blockId, offset: offsetOf(block, place) };
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
