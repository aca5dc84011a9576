import {
  $addUpdateTag,
  $createNodeSelection,
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  defineExtension,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import { $isBlockNode, newBlockId } from "#renderer/editor/blocks.ts";
import { $createTextBlock, $isTextBlock, type TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";
import { $areaIdsOf, type TextShape } from "#renderer/editor/nodes/block-states.ts";

/** The block the caret is in; null when nothing or a fixed block is selected. */
export function $currentTextBlock(): TextBlockNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $findMatchingParent(selection.anchor.getNode(), $isTextBlock);
  return $isTextBlock(block) ? block : null;
}

/** Every text block the selection touches. */
export function $selectedTextBlocks(): TextBlockNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Set<TextBlockNode>();
  for (const node of selection.getNodes()) {
    const block = $findMatchingParent(node, $isTextBlock);
    if ($isTextBlock(block)) blocks.add(block);
  }
  return [...blocks];
}

/** Turns the selected blocks into another kind; a second time turns them back into paragraphs. */
export function $turnInto(shape: TextShape): void {
  const blocks = $selectedTextBlocks();
  $addUpdateTag(HISTORY_PUSH_TAG);
  const already = blocks.every((block) => isSameKind(block.getShape(), shape));
  for (const block of blocks) {
    const now = block.getShape();
    if (already) block.setShape({ kind: "paragraph", numbered: true });
    // A heading that moves a level keeps the grade it shows.
    else if (now.kind === "heading" && shape.kind === "heading")
      block.setShape({ ...now, level: shape.level });
    else block.setShape(shape);
  }
}

function isSameKind(now: TextShape, wanted: TextShape): boolean {
  if (now.kind === "heading" && wanted.kind === "heading") return now.level === wanted.level;
  if (now.kind === "paragraph" && wanted.kind === "paragraph") return now.numbered === wanted.numbered;
  if (now.kind === "recommendation" && wanted.kind === "recommendation")
    return now.timescaleId === wanted.timescaleId;
  return now.kind === wanted.kind;
}

/**
 * Enter at the very start of a block makes room above it, so that the text keeps its identity and its ties; Enter
 * in an empty bullet, quotation or recommendation ends the list.
 */
function $onEnter(): boolean {
  const block = $currentTextBlock();
  const selection = $getSelection();
  if (!block || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const shape = block.getShape();
  if (block.isEmpty()) return shape.kind === "paragraph" ? false : block.collapseAtStart();
  const { anchor } = selection;
  const first = block.getFirstDescendant();
  const atStart = anchor.offset === 0 && (anchor.key === block.getKey() || anchor.key === first?.getKey());
  if (!atStart) return false;
  block.insertBefore(
    $createTextBlock(
      newBlockId(),
      shape.kind === "heading" ? { kind: "paragraph", numbered: true } : shape,
      $areaIdsOf(block),
    ),
  );
  return true;
}

/**
 * A table or the record beside the caret is first selected and only then deleted: it is more than a character.
 *
 * @param isBackward Backspace rather than Delete
 */
function $onDeleteCharacter(isBackward: boolean): boolean {
  const selection = $getSelection();
  const block = $currentTextBlock();
  if (!block || block.isEmpty() || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor } = selection;
  const edge = isBackward ? block.getFirstDescendant() : block.getLastDescendant();
  const wanted = isBackward ? 0 : (edge?.getTextContentSize() ?? 0);
  if (anchor.key !== edge?.getKey() || anchor.offset !== wanted) return false;
  const beside = $neighbour(block, isBackward);
  if (!$isBlockNode(beside) || $isTextBlock(beside)) return false;
  const whole = $createNodeSelection();
  whole.add(beside.getKey());
  $setSelection(whole);
  return true;
}

/** The block before or after, over the end of a section. */
function $neighbour(block: TextBlockNode, before: boolean): LexicalNode | null {
  const sibling = before ? block.getPreviousSibling() : block.getNextSibling();
  if (sibling) return sibling;
  const section = block.getParent();
  const next = before ? section?.getPreviousSibling() : section?.getNextSibling();
  return $isElementNode(next) ? (before ? next.getLastChild() : next.getFirstChild()) : null;
}

export const registerWriting = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $onEnter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $onDeleteCharacter, COMMAND_PRIORITY_HIGH),
    // Esc comes back to the text from elsewhere; in the text it must not leave it.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
  );

export const WritingExtension = defineExtension({ name: "plumbline/writing", register: registerWriting });
