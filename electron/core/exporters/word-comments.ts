import { type ICommentOptions, Paragraph } from "docx";
import type { PlacedComment } from "#electron/core/exporters/word-context.ts";
import { words } from "#electron/core/exporters/word-runs.ts";
import { placeOf, threadsInOrder } from "#shared/document/comment-places.ts";
import { type Block, textOf } from "#shared/domain/block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";

interface WordComments {
  readonly options: ICommentOptions[];
  readonly placed: Map<BlockId | null, PlacedComment[]>;
}

/** Threads as Word has them: on their words, answers below, those that are settled marked so. */
export function wordComments(comments: readonly Comment[], blocks: readonly Block[]): WordComments {
  const options: ICommentOptions[] = [];
  const placed = new Map<BlockId | null, PlacedComment[]>();
  for (const { comment, answers } of threadsInOrder(comments, blocks)) {
    const first = options.length;
    for (const each of [comment, ...answers])
      options.push({
        id: options.length,
        author: each.by,
        initials: initialsOf(each.by),
        date: new Date(each.at),
        children: each.text.split("\n").map((line) => new Paragraph({ children: words(line) })),
        ...(each !== comment && { parentId: first }),
        ...(each === comment && comment.resolved !== null && { resolved: true }),
      });
    const ids = options.slice(first).map(({ id }) => id);
    const { blockId, from, to } = standingOf(comment, blocks);
    placed.set(blockId, [...(placed.get(blockId) ?? []), { ids, from, to }]);
  }
  return { options, placed };
}

/** What has lost its words is on its paragraph, and what has lost that, on the title. */
function standingOf(
  comment: Comment,
  blocks: readonly Block[],
): { readonly blockId: BlockId | null; readonly from: number; readonly to: number } {
  const place = placeOf(comment, blocks);
  if (!("blockId" in place)) return { blockId: null, from: 0, to: 0 };
  const block = blocks.find(({ id }) => id === place.blockId);
  if (!block) return { blockId: null, from: 0, to: 0 };
  if (block.kind === "footnote") {
    // Word takes no comments in footnotes: it is where the note is marked.
    const marking = blocks.find(({ inlines }) =>
      inlines.some((inline) => inline.kind === "note" && inline.blockId === block.id),
    );
    if (marking) return { blockId: marking.id, from: 0, to: textOf(marking).length };
  }
  // Of a table the caption is marked: what its cells say is quoted.
  const [from, to] = place.kind === "words" && place.cell === null ? place.span : [0, textOf(block).length];
  return { blockId: block.id, from, to };
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.slice(0, 1))
    .join("")
    .slice(0, 4);
