import { $isTableCellNode, $isTableRowNode } from "@lexical/table";
import {
  $addUpdateTag,
  $setState,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from "lexical";
import type { Place, Replacement, Span } from "#shared/document/find.ts";
import type { Inline } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import type { BlockNode } from "#renderer/editor/blocks.ts";
import type { WordsHandle } from "#renderer/editor/editor-handle.ts";
import { captionState } from "#renderer/editor/nodes/block-states.ts";
import { $isTableBlock } from "#renderer/editor/nodes/table-block.ts";
import { $isTextBlock } from "#renderer/editor/nodes/TextBlockNode.ts";
import { placeOfPoint, rangeOfPlace, type PlaceMarks } from "#renderer/editor/place-marks.ts";
import { afterPaint } from "#renderer/ui/after-paint.ts";
import { $linkSpan, $replaceSpan, $selectSpan } from "#renderer/editor/replace-text.ts";

/** Room above and below words that are shown, so that they do not hide under a bar: a share of the screen. */
const EDGE = 0.16;

/** As many places are replaced before the page is drawn and a cancel is heard. */
const PART = 400;

const painted = (): Promise<void> => new Promise((resolve) => void afterPaint(resolve));

/** The part of the handle that deals in places of words. */
export function wordsHandleOf(
  editor: LexicalEditor,
  marks: PlaceMarks,
  $node: (blockId: BlockId) => BlockNode | null,
  keyOf: (blockId: BlockId) => NodeKey | null,
): WordsHandle {
  const elementOf = (blockId: BlockId): HTMLElement | null => {
    const key = keyOf(blockId);
    return key === null ? null : editor.getElementByKey(key);
  };
  const rangeOf = (place: Place): Range | null => {
    const element = elementOf(place.blockId);
    return element && rangeOfPlace(element, place);
  };
  const put = (replacements: readonly Replacement[], historyTag: string): number => {
    let done = 0;
    editor.update(
      () => {
        $addUpdateTag(historyTag);
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
        for (const replacement of replacements)
          if ($replace($node(replacement.blockId), replacement)) done += 1;
      },
      { discrete: true },
    );
    return done;
  };
  return {
    // Back to front, so that what is still to come stays where it was counted.
    replaceAll: (replacements) => put(backToFront(replacements), HISTORY_PUSH_TAG),
    async replaceInParts(replacements, onPart, signal) {
      const ordered = backToFront(replacements);
      let done = 0;
      for (let at = 0; at < ordered.length; at += PART) {
        // One step of undo: what follows the first part belongs to it.
        done += put(ordered.slice(at, at + PART), at === 0 ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG);
        onPart(Math.min(1, (at + PART) / ordered.length));
        await painted();
        if (!signal.aborted) continue;
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        return null;
      }
      return done;
    },
    citeAll(figureId, places) {
      let done = 0;
      editor.update(
        () => {
          $addUpdateTag(HISTORY_PUSH_TAG);
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          for (const { blockId, span } of places.toSorted((a, b) => b.span[0] - a.span[0]))
            if ($linkSpan($rootsOf($node(blockId), null), span, { kind: "figure", figureId })) done += 1;
        },
        { discrete: true },
      );
      return done;
    },
    show(place, select) {
      const element = elementOf(place.blockId);
      if (!element) return;
      if (select) {
        editor.update(() => void $selectSpan($rootsOf($node(place.blockId), place.cell), place.span), {
          discrete: true,
        });
        editor.getRootElement()?.focus({ preventScroll: true });
      }
      const isSeen = (): boolean => {
        const box = rangeOf(place)?.getBoundingClientRect();
        const edge = window.innerHeight * EDGE;
        return (
          box !== undefined && box.height > 0 && box.top > edge && box.bottom < window.innerHeight - edge / 2
        );
      };
      if (isSeen()) return;
      // Twice: sections not drawn until now have guessed heights before the first scroll, and real ones after it.
      element.scrollIntoView({ block: "center" });
      requestAnimationFrame(() => {
        if (!isSeen()) element.scrollIntoView({ block: "center" });
      });
    },
    draw: (mark, places) => marks.set(mark, places),
    near: () => marks.near(),
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

/** Block by block, so that each is drawn again once, and in each from its end. */
function backToFront(replacements: readonly Replacement[]): Replacement[] {
  const order = new Map<BlockId, number>();
  for (const { blockId } of replacements) if (!order.has(blockId)) order.set(blockId, order.size);
  return replacements.toSorted(
    (a, b) => order.get(a.blockId)! - order.get(b.blockId)! || b.span[0] - a.span[0],
  );
}

/** What holds the text of a place. */
function $rootsOf(block: BlockNode | null, cell: Place["cell"]): readonly LexicalNode[] {
  if (!$isTableBlock(block)) return $isTextBlock(block) && cell === null ? [block] : [];
  const row = cell && block.getChildAtIndex(cell[0]);
  const found = $isTableRowNode(row) ? row.getChildAtIndex(cell![1]) : null;
  return $isTableCellNode(found) ? found.getChildren() : [];
}

function $replace(block: BlockNode | null, { cell, span, words }: Replacement): boolean {
  if (!$isTableBlock(block) || cell !== null) return $replaceSpan($rootsOf(block, cell), span, words);
  $setState(block, captionState, (caption) => replacedInRuns(caption, span, words));
  return true;
}

/** A caption is shown, not typed into. */
function replacedInRuns(inlines: readonly Inline[], [start, end]: Span, words: string): Inline[] {
  let at = 0;
  let put = words;
  return inlines.map((inline) => {
    if (inline.kind !== "text") return inline;
    const from = at;
    at += inline.text.length;
    if (at <= start || from >= end) return inline;
    const { text } = inline;
    const changed = text.slice(0, Math.max(0, start - from)) + put + text.slice(end - from);
    put = "";
    return { ...inline, text: changed };
  });
}
