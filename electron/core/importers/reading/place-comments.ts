import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";

/** What became of a block of the source. */
export interface Made {
  readonly blockId: BlockId;
  /** What is left of its words; null where they are kept otherwise, as in a table. */
  readonly text: string | null;
}

/**
 * Puts comments where the words they are about have gone, in reading order. What is about the title, or a line that
 * is not kept, goes to the next block; what is about no part of the text belongs to the report.
 */
export function placeComments(
  said: ReadonlyMap<string, Comment>,
  blocks: readonly SourceBlock[],
  makers: ReadonlyMap<SourceBlock, Made>,
): Comment[] {
  const placed = new Map<string, Comment>();
  let last: BlockId | null = null;
  const waiting: string[] = [];
  for (const block of blocks) {
    const made = makers.get(block);
    if (made) {
      for (const id of waiting.splice(0)) put(id, { blockId: made.blockId });
      last = made.blockId;
    }
    for (const { id, quote, offset } of block.comments ?? []) {
      const kept = made?.text ?? "";
      const lead = Math.max(0, block.text.indexOf(kept));
      put(id, {
        // The number or the grade beside the words is no part of them any more.
        quote: quote.slice(Math.max(0, lead - offset)),
        offset: Math.max(0, offset - lead),
        ...(made && { blockId: made.blockId }),
      });
      if (!made) waiting.push(id);
    }
  }
  for (const id of waiting) put(id, { blockId: last });
  const threads = [
    ...placed.values(),
    ...[...said].filter(([id]) => !placed.has(id)).map(([, comment]) => comment),
  ];
  // An answer follows what it answers, whatever place it was given itself.
  return threads
    .map((comment) =>
      comment.answers === null ? comment : { ...comment, blockId: null, quote: "", offset: 0 },
    )
    .toSorted((a, b) => Number(a.answers !== null) - Number(b.answers !== null));

  function put(id: string, place: Partial<Pick<Comment, "blockId" | "quote" | "offset">>): void {
    const comment = placed.get(id) ?? said.get(id);
    if (comment) placed.set(id, { ...comment, ...place });
  }
}
