import { $isLinkNode, $toggleLink } from "@lexical/link";
import {
  $addUpdateTag,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $nodesOfType,
  $setState,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  FORMAT_TEXT_COMMAND,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from "lexical";
import type { Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import {
  $blockOf,
  $insertFootnote,
  $insertParagraph,
  $moveBefore,
  $moveSelected,
  $selectedBlocks,
} from "#renderer/editor/block-commands.ts";
import { $blockNodes, $isBlockNode, type BlockNode } from "#renderer/editor/blocks.ts";
import type { EditorHandle } from "#renderer/editor/editor-handle.ts";
import { flash } from "#renderer/editor/highlights.ts";
import { firstNote } from "#renderer/editor/marginalia.ts";
import {
  $blockIdOf,
  $evidenceIdsOf,
  areaIdsState,
  $setEvidence,
  textShapeState,
} from "#renderer/editor/nodes/block-states.ts";
import { $createEvidenceChip, EvidenceChipNode } from "#renderer/editor/nodes/EvidenceChipNode.tsx";
import { $createLinkedText, LinkedTextNode } from "#renderer/editor/nodes/LinkedTextNode.ts";
import { $isTextBlock } from "#renderer/editor/nodes/TextBlockNode.ts";
import type { PlaceMarks } from "#renderer/editor/place-marks.ts";
import { $selectSpan } from "#renderer/editor/replace-text.ts";
import { $changeTable, $insertTable } from "#renderer/editor/table-commands.ts";
import { tiesHandleOf } from "#renderer/editor/ties-handle.ts";
import { wordsHandleOf } from "#renderer/editor/words-handle.ts";
import { $changeLevel, $turnInto } from "#renderer/editor/WritingExtension.ts";

/** The handle the rest of the screen holds. @param keyOf where a block stands in the document now */
export function handleOf(
  editor: LexicalEditor,
  keyOf: (id: BlockId) => NodeKey | null,
  marks: PlaceMarks,
): EditorHandle {
  const $node = (id: BlockId): BlockNode | null => {
    const key = keyOf(id);
    const node = key === null ? null : $getNodeByKey(key);
    if ($isBlockNode(node) && $blockIdOf(node) === id) return node;
    return $blockNodes().find((candidate) => $blockIdOf(candidate) === id) ?? null;
  };
  /** One step of its own, with the focus back in the text. */
  const caretElement = (): HTMLElement | null => {
    const key = editor.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? selection.focus.key : null;
    });
    return key === null ? null : editor.getElementByKey(key);
  };
  const change = ($do: () => boolean): boolean => {
    let done = false;
    editor.update(
      () => {
        $addUpdateTag(HISTORY_PUSH_TAG);
        done = $do();
      },
      { discrete: true },
    );
    if (!done) return false;
    // Out of sight the browser draws nothing, and would type what comes next where it draws something.
    caretElement()?.scrollIntoView({ block: "nearest" });
    editor.focus();
    return true;
  };
  return {
    ...wordsHandleOf(editor, marks, $node, keyOf),
    ...tiesHandleOf(editor, $node),
    focus: () => editor.focus(),
    reveal(blockId, span, select) {
      const element = editor.read(() => {
        const node = $node(blockId);
        return node && editor.getElementByKey(node.getKey());
      });
      if (!element) return;
      if (select)
        editor.update(
          () => {
            const node = $node(blockId);
            if ($isTextBlock(node) && !(span && $selectSpan([node], span))) node.selectStart();
          },
          { discrete: true },
        );
      if (select) editor.getRootElement()?.focus({ preventScroll: true });
      // Twice: sections not drawn until now have guessed heights before the first scroll, and real ones after it.
      const block = select ? "center" : "start";
      element.scrollIntoView({ block });
      requestAnimationFrame(() => {
        element.scrollIntoView({ block });
        flash(element, span);
      });
    },
    toMargin() {
      const element = editor.read(() => {
        const [node] = $selectedBlocks();
        return node ? editor.getElementByKey(node.getKey()) : null;
      });
      const note = element && firstNote(element);
      note?.focus();
      return note !== null;
    },
    takeOver(blocks) {
      editor.update(() => $takeOver(blocks, $node), { discrete: true, tag: HISTORY_MERGE_TAG });
    },
    cite: (evidenceId) => change(() => $insertInText(() => $createEvidenceChip(evidenceId))),
    dropEvidence(evidenceId) {
      editor.update(
        () => {
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          for (const chip of $nodesOfType(EvidenceChipNode))
            if (chip.getEvidenceId() === evidenceId) chip.remove();
          for (const node of $blockNodes()) {
            const kept = $evidenceIdsOf(node).filter((id) => id !== evidenceId);
            if (kept.length < $evidenceIdsOf(node).length) $setEvidence(node, kept);
          }
        },
        { discrete: true },
      );
    },
    move: (up) => change(() => $moveSelected(up)),
    moveBefore: (blockIds, beforeId) => change(() => $moveBefore(blockIds, beforeId)),
    selectedBlocks: () => editor.read(() => $selectedBlocks().flatMap((node) => $blockIdOf(node) ?? [])),
    footnote: () => change($insertFootnote),
    link: (to, text) => change(() => $insertInText(() => $createLinkedText(to, text))),
    linkTo: (url) => void change(() => ($toggleLink(url), true)),
    linkAt: () =>
      editor.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return { url: null, words: "" };
        const link = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
        return { url: link?.getURL() ?? null, words: selection.getTextContent() };
      }),
    printFigures(texts) {
      let changed = 0;
      editor.update(
        () => {
          $addUpdateTag(HISTORY_PUSH_TAG);
          $addUpdateTag(SKIP_DOM_SELECTION_TAG);
          for (const node of $nodesOfType(LinkedTextNode)) {
            const link = node.getLink();
            const text = link?.kind === "figure" ? texts.get(link.figureId) : undefined;
            if (text === undefined || node.getTextContent() === text) continue;
            node.setTextContent(text);
            changed += 1;
          }
        },
        { discrete: true },
      );
      return changed;
    },
    insertParagraph: (inlines) => change(() => $insertParagraph(inlines)),
    insertTable: (rows, columns) => change(() => $insertTable(rows, columns)),
    changeTable: (what) => change(() => $changeTable(what)),
    turnInto: (shape) => editor.update(() => $turnInto(shape)),
    changeLevel: (by) =>
      void change(() => {
        $changeLevel(by);
        return true;
      }),
    mark: (format) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, format),
    type(words) {
      editor.focus(() => {
        editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, words);
      });
    },
    undo: () => void editor.dispatchCommand(UNDO_COMMAND, undefined),
    redo: () => void editor.dispatchCommand(REDO_COMMAND, undefined),
  };
}

/** Where the caret is; false where that is not in a text. */
function $insertInText($create: () => LexicalNode): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !$isTextBlock($blockOf(selection.focus.getNode()))) return false;
  selection.insertNodes([$create()]);
  return true;
}

/** Only what the store may change by itself: shape and ties. The words stay the writer's. */
function $takeOver(blocks: readonly Block[], $node: (id: BlockId) => BlockNode | null): void {
  for (const block of blocks) {
    const node = $node(block.id);
    if (!$isTextBlock(node) || block.kind === "table" || block.kind === "findings-record") continue;
    const { id: _id, inlines: _inlines, areaIds, evidenceIds, bearings, ...shape } = block;
    $setState(node, textShapeState, shape);
    $setState(node, areaIdsState, areaIds);
    $setEvidence(node, evidenceIds, bearings);
  }
}
