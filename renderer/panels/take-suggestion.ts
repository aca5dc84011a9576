import { putsOf, suggestedRuns, wordsWith } from "#shared/document/suggestion.ts";
import type { Comment } from "#shared/domain/comment.ts";
import { blockText } from "#shared/document/block-text.ts";
import { nearestWords, placeOf } from "#shared/document/comment-places.ts";
import type { Session } from "#renderer/report/session.ts";

/**
 * Keeps a thread to the undo of the text: settled while the words that were taken stand, open while the old ones do.
 *
 * @param was the text of the block before they were taken
 */
export function followUndo(
  { store, onHistory }: Session,
  { id, blockId }: Pick<Comment, "id" | "blockId">,
  was: string | null,
  settle: (taken: true | null) => Promise<unknown>,
): void {
  if (blockId === null || was === null) return;
  const textNow = (): string | null => blockText(store.getState().blocks, blockId);
  const becomes = textNow();
  let undone = false;
  onHistory.add(() => {
    const suggestion = store.getState().said?.comments.find((each) => each.id === id)?.suggestion;
    if (!suggestion) return;
    const now = textNow();
    if (now === was && suggestion.settled?.taken) {
      undone = true;
      void settle(null);
    } else if (now === becomes && suggestion.settled === null && undone) {
      undone = false;
      void settle(true);
    }
  });
}

/**
 * Puts suggested words into the text, as one step of its undo.
 *
 * @param left changes that are left out, by their place among the runs of the suggestion
 * @returns how to put the old words back, which answers whether they could be; null where nothing was changed
 */
export function putSuggestion(
  { store, editor }: Session,
  { quote, suggestion, ...comment }: Comment,
  left: ReadonlySet<number>,
): (() => boolean) | null {
  const place = placeOf({ ...comment, quote, suggestion }, store.getState().blocks);
  if (!suggestion || !editor || place.kind !== "words") return null;
  const { blockId } = place;
  const start = place.span[0];
  const runs = suggestedRuns(quote, suggestion.words);
  const puts = putsOf(runs, left, start).map((put) => ({ ...put, blockId, cell: null }));
  const done = editor.replaceAll(puts);
  if (done < puts.length) {
    if (done > 0) editor.undo();
    return null;
  }
  const taken = wordsWith(runs, left);
  editor.reveal(blockId, taken === "" ? null : [start, start + taken.length], true);
  const after = store.getState().blocks;
  return () => {
    const now = store.getState().blocks;
    if (now === after) {
      editor.undo();
      return true;
    }
    // Something was written since, and is not to be undone with it.
    const span = nearestWords(blockText(now, blockId) ?? "", taken, start);
    return span !== null && editor.replaceAll([{ blockId, cell: null, span, words: quote }]) === 1;
  };
}
