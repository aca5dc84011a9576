import {
  $addUpdateTag,
  $createNodeSelection,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  defineExtension,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type RangeSelection,
} from "lexical";
import { $join, $markOf, $neighbour, $selectedBlocks, $textBeyond } from "#renderer/editor/block-commands.ts";
import { $createTextBlock, $isTextBlock, type TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";
import { $areaIdsOf, $blockIdOf, type TextShape } from "#renderer/editor/nodes/block-states.ts";

/** The block the caret is in; null when nothing or a fixed block is selected. */
export function $currentTextBlock(): TextBlockNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $findMatchingParent(selection.anchor.getNode(), $isTextBlock);
  return $isTextBlock(block) ? block : null;
}

/** Every text block the selection touches. */
export const $selectedTextBlocks = (): TextBlockNode[] => $selectedBlocks().filter($isTextBlock);

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
      null,
      shape.kind === "heading" ? { kind: "paragraph", numbered: true } : shape,
      $areaIdsOf(block),
    ),
  );
  return true;
}

/**
 * What Backspace and Delete do at the edge of a block: a table or the record beside it is first selected, because it is
 * more than a character; a footnote between two paragraphs is stepped over, and is not run into the text.
 *
 * @param isBackward Backspace rather than Delete
 */
function $onDeleteCharacter(isBackward: boolean): boolean {
  const selection = $getSelection();
  const block = $currentTextBlock();
  if (!block || !$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) return $dropBetweenEmpty();
  if (!$isAtEdge(selection, block, isBackward)) return false;
  const isFootnote = block.getShape().kind === "footnote";
  if (isFootnote && block.isEmpty() && isBackward) return $dropFootnote(block);
  if (isFootnote) return true;
  if (isBackward && block.getShape().kind !== "paragraph") return block.collapseAtStart();
  const beside = $neighbour(block, isBackward);
  if ($isTextBlock(beside)) {
    const beyond = $textBeyond(block, isBackward);
    if (beyond && isBackward) $join(beyond, block);
    else if (beyond) $join(block, beyond);
    return true;
  }
  if (!beside || block.isEmpty()) return false;
  const whole = $createNodeSelection();
  whole.add(beside.getKey());
  $setSelection(whole);
  return true;
}

/** From one empty block to another: the first stays what it is, as it does where it has words before the selection. */
function $dropBetweenEmpty(): boolean {
  const [first, ...others] = $selectedBlocks();
  const last = others.at(-1);
  if (!$isTextBlock(first) || !first.isEmpty() || !$isTextBlock(last) || !last.isEmpty()) return false;
  first.select();
  for (const block of others) block.remove();
  return true;
}

function $isAtEdge({ anchor }: RangeSelection, block: TextBlockNode, start: boolean): boolean {
  if (block.isEmpty()) return true;
  const edge = start ? block.getFirstDescendant() : block.getLastDescendant();
  if (anchor.key === block.getKey()) return anchor.offset === (start ? 0 : block.getChildrenSize());
  return anchor.key === edge?.getKey() && anchor.offset === (start ? 0 : edge.getTextContentSize());
}

/** An empty footnote goes with its mark, and the caret back to where that was. */
function $dropFootnote(block: TextBlockNode): true {
  const id = $blockIdOf(block);
  const mark = id === null ? null : $markOf(id);
  const before = mark?.getPreviousSibling();
  if (before) before.selectEnd();
  else if (mark) mark.getParentOrThrow().selectStart();
  else block.selectPrevious();
  mark?.remove();
  block.remove();
  return true;
}

/** Moves headings and bullets of the selection a level up or down, as long as there is a level to go to. */
export function $changeLevel(by: 1 | -1): void {
  for (const block of $selectedTextBlocks()) {
    const shape = block.getShape();
    if (shape.kind !== "heading" && shape.kind !== "bullet") continue;
    const deepest = shape.kind === "heading" ? 4 : 3;
    block.setShape({ ...shape, level: Math.max(1, Math.min(deepest, shape.level + by)) });
  }
}

/** Tab moves bullets in, and Shift+Tab out; in any other text it goes on to the next part of the screen. */
function $onTab(event: KeyboardEvent): boolean {
  const blocks = $selectedTextBlocks();
  if (blocks.length === 0 || blocks.some((block) => block.getShape().kind !== "bullet")) return false;
  event.preventDefault();
  $addUpdateTag(HISTORY_PUSH_TAG);
  $changeLevel(event.shiftKey ? -1 : 1);
  return true;
}

export const registerWriting = (editor: LexicalEditor): (() => void) =>
  mergeRegister(
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $onEnter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $onDeleteCharacter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, $onTab, COMMAND_PRIORITY_HIGH),
    // Esc comes back to the text from elsewhere; in the text it must not leave it.
    editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
  );

export const WritingExtension = defineExtension({ name: "plumbline/writing", register: registerWriting });
