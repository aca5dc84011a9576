import {
  $addUpdateTag,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import type { Place, Replacement } from "#shared/document/find.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { WordsHandle } from "#renderer/editor/editor-handle.ts";
import { blocksNear, placeOfPoint, rangeOfPlace, type PlaceMarks } from "#renderer/editor/place-marks.ts";
import { $replaceSpan, $selectSpan } from "#renderer/editor/replace-text.ts";

/** Room above and below words that are shown, so that they do not hide under a bar: a share of the screen. */
const EDGE = 0.16;

/** The part of the handle that deals in places of words. @param $rootsOf what holds the text of a place */
export function wordsHandleOf(
  editor: LexicalEditor,
  marks: PlaceMarks,
  $rootsOf: (place: Pick<Place, "blockId" | "cell">) => readonly LexicalNode[],
  elementOf: (blockId: BlockId) => HTMLElement | null,
): WordsHandle {
  const rangeOf = (place: Place): Range | null => {
    const element = elementOf(place.blockId);
    return element && rangeOfPlace(element, place);
  };
  return {
    replaceAll(replacements) {
      let done = 0;
      editor.update(
        () => {
          $addUpdateTag(HISTORY_PUSH_TAG);
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
          // Back to front, so that what is still to come stays where it was counted.
          for (const { words, ...place } of backToFront(replacements))
            if ($replaceSpan($rootsOf(place), place.span, words)) done += 1;
        },
        { discrete: true },
      );
      return done;
    },
    show(place, select) {
      const element = elementOf(place.blockId);
      if (!element) return;
      if (select) {
        editor.update(() => void $selectSpan($rootsOf(place), place.span), { discrete: true });
        editor.getRootElement()?.focus({ preventScroll: true });
      }
      const isSeen = (): boolean => {
        const box = rangeOf(place)?.getBoundingClientRect();
        const edge = window.innerHeight * EDGE;
        return box !== undefined && box.height > 0 && box.top > edge && box.bottom < window.innerHeight - edge / 2;
      };
      if (isSeen()) return;
      // Twice: sections not drawn until now have guessed heights before the first scroll, and real ones after it.
      element.scrollIntoView({ block: "center" });
      requestAnimationFrame(() => {
        if (!isSeen()) element.scrollIntoView({ block: "center" });
      });
    },
    draw: (mark, places) => marks.set(mark, places),
    near() {
      const root = editor.getRootElement();
      return root ? blocksNear(root) : [];
    },
    selected() {
      const selection = document.getSelection();
      const root = editor.getRootElement();
      if (!selection?.focusNode || !root?.contains(selection.focusNode)) return null;
      const focus = placeOfPoint(selection.focusNode, selection.focusOffset);
      const anchor = selection.anchorNode && placeOfPoint(selection.anchorNode, selection.anchorOffset);
      if (!focus) return null;
      const sameText = anchor?.blockId === focus.blockId && String(anchor.cell) === String(focus.cell);
      const [from, to] = [sameText ? anchor.span[0] : focus.span[0], focus.span[0]];
      return { ...focus, span: [Math.min(from, to), Math.max(from, to)] };
    },
    placeAt(x, y) {
      const point = document.caretPositionFromPoint(x, y);
      return point && placeOfPoint(point.offsetNode, point.offset);
    },
    boxOf: (place) => rangeOf(place)?.getBoundingClientRect() ?? null,
  };
}

const backToFront = (replacements: readonly Replacement[]): Replacement[] =>
  replacements.toSorted((a, b) => b.span[0] - a.span[0]);
