import { type Block, paragraphNumbers } from "#shared/domain/block.ts";
import { nameOfBlock } from "#shared/domain/block-names.ts";
import { type Comment, threadsOf } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";

interface Said {
  readonly by: string;
  /** ISO time. */
  readonly at: string;
  readonly text: string;
}

/** One query of a reviewer, with all that was answered to it. */
export interface Query extends Said {
  /** “Paragraph 12”, or what it is about otherwise. */
  readonly place: string;
  /** The words it is about as they stood; empty for none in particular. */
  readonly quote: string;
  readonly suggestion: { readonly words: string; readonly taken: boolean | null } | null;
  readonly answers: readonly Said[];
  /** Who settled it; null while it is open. */
  readonly settledBy: string | null;
}

const said = ({ by, at, text }: Comment): Said => ({ by, at, text });

/** What was asked of the report, in its order; what is about no part of it, or of one that is gone, comes first. Notes to oneself stay out. */
export function queriesOf(blocks: readonly Block[], comments: readonly Comment[]): Query[] {
  const numbers = paragraphNumbers(blocks);
  const order = new Map<BlockId, number>(blocks.map(({ id }, index) => [id, index]));
  const at = ({ blockId }: Comment): number => (blockId === null ? -1 : (order.get(blockId) ?? -1));
  return threadsOf(comments.filter(({ isPrivate }) => !isPrivate))
    .toSorted((a, b) => at(a.comment) - at(b.comment) || a.comment.offset - b.comment.offset)
    .map(({ comment, answers }) => {
      const block = blocks[at(comment)];
      const { quote, suggestion, resolved } = comment;
      return {
        ...said(comment),
        place: block
          ? nameOfBlock(block, numbers)
          : comment.blockId === null
            ? "The whole report"
            : "Words that are gone",
        quote,
        suggestion: suggestion && { words: suggestion.words, taken: suggestion.settled?.taken ?? null },
        answers: answers.map(said),
        settledBy: (resolved ?? suggestion?.settled)?.by ?? null,
      };
    });
}
