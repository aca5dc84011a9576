import { putsOf, suggestedRuns, wordsWith } from "#shared/document/suggestion.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { CommentId } from "#shared/domain/ids.ts";
import { blockOf } from "#shared/document/block-text.ts";
import { nearestWords, placeOf, textIn } from "#shared/document/comment-places.ts";
import { textAt, type Place } from "#shared/document/find.ts";
import type { EditorHandle } from "#renderer/editor/editor-handle.ts";
import type { Session } from "#renderer/report/session.ts";

/**
 * Keeps a thread to the undo of the text: settled while the words that were taken stand, open while the old ones do.
 *
 * @param before the block before they were taken
 */
export function followUndo(
  { store, onHistory }: Session,
  id: CommentId,
  before: Block | null,
  settle: (taken: true | null) => Promise<unknown>,
): void {
  if (!before) return;
  const was = textIn(before);
  const textNow = (): string | null => {
    const block = blockOf(store.getState().blocks, before.id);
    return block && textIn(block);
  };
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

/** Selects words where they stand, in a cell too, and shows them. */
export function revealWords(editor: EditorHandle, { blockId, cell, span }: Place): void {
  if (cell === null) editor.reveal(blockId, span, true);
  else editor.show({ blockId, cell, span }, true);
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
  const { blockId, cell } = place;
  const start = place.span[0];
  const runs = suggestedRuns(quote, suggestion.words);
  const puts = putsOf(runs, left, start).map((put) => ({ ...put, blockId, cell }));
  const done = editor.replaceAll(puts);
  if (done < puts.length) {
    if (done > 0) editor.undo();
    return null;
  }
  const taken = wordsWith(runs, left);
  if (taken === "") editor.reveal(blockId, null, true);
  else revealWords(editor, { blockId, cell, span: [start, start + taken.length] });
  const after = store.getState().blocks;
  return () => {
    const now = store.getState().blocks;
    if (now === after) {
      editor.undo();
      return true;
    }
    // Something was written since, and is not to be undone with it.
    const block = blockOf(now, blockId);
    const span = block && nearestWords(textAt(block, { cell }), taken, start);
    return span !== null && editor.replaceAll([{ blockId, cell, span, words: quote }]) === 1;
  };
}
