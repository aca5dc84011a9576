import { textOf, type Block } from "#shared/domain/block.ts";
import { threadsOf, type Comment, type Thread } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";

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

export function placeOf({ blockId, quote, offset }: Comment, blocks: readonly Block[]): CommentPlace {
  if (blockId === null) return { kind: "report" };
  const block = blocks.find(({ id }) => id === blockId);
  if (!block) return { kind: "block-gone" };
  if (quote === "" || block.kind === "findings-record") return { kind: "block", blockId };
  const span = nearestWords(textOf(block), quote, offset);
  if (span) return { kind: "words", blockId, span };
  const inCell = block.kind === "table" && block.rows.flat().some((cell) => cell.includes(quote));
  return { kind: inCell ? "block" : "words-gone", blockId };
}

/** In the order of the report; what has lost its paragraph, or is about the whole report, stands last. */
export function threadsInOrder(comments: readonly Comment[], blocks: readonly Block[]): Thread[] {
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const rank = ({ comment }: Thread): number =>
    (comment.blockId === null ? undefined : order.get(comment.blockId)) ?? blocks.length;
  return threadsOf(comments).toSorted((a, b) => rank(a) - rank(b) || a.comment.offset - b.comment.offset);
}
