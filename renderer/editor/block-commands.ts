import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $setState,
  type LexicalNode,
} from "lexical";
import type { Inline } from "#shared/domain/block.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import {
  $blockNodes,
  $isBlockNode,
  $nodesFromInlines,
  newBlockId,
  type BlockNode,
} from "#renderer/editor/blocks.ts";
import { $areaIdsOf, $blockIdOf, areaIdsState } from "#renderer/editor/nodes/block-states.ts";
import { $createNoteMark, NoteMarkNode } from "#renderer/editor/nodes/NoteMarkNode.tsx";
import { $createTextBlock, $isTextBlock, type TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";

/** The block a node stands in; null outside every block. */
export function $blockOf(node: LexicalNode | null): BlockNode | null {
  for (let at = node; at; at = at.getParent()) if ($isBlockNode(at)) return at;
  return null;
}

/**
 * What text that is new under a graded heading speaks to: the areas of that heading. Headings of a deeper level that
 * have no grade are looked through, as the reader does.
 */
export function $sectionAreasOf(block: BlockNode): readonly AreaId[] {
  const blocks = $blockNodes();
  let level = Infinity;
  for (let at = blocks.findIndex((node) => node.is(block)) - 1; at >= 0; at -= 1) {
    const node = blocks[at];
    const shape = $isTextBlock(node) ? node.getShape() : null;
    if (shape?.kind !== "heading" || shape.level >= level) continue;
    if (shape.graded || $areaIdsOf(node!).length > 0) return shape.graded ? $areaIdsOf(node!) : [];
    level = shape.level;
  }
  return [];
}

/**
 * Puts a numbered paragraph after the block the caret is in, tied as its section is, and the caret at its end. An empty
 * paragraph takes the words itself.
 *
 * @returns false when the caret is in no block
 */
export function $insertParagraph(inlines: readonly Inline[]): boolean {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $blockOf(selection.focus.getNode()) : null;
  if (!block) return false;
  const shape = { kind: "paragraph", numbered: true } as const;
  const isEmpty = $isTextBlock(block) && block.getShape().kind === "paragraph" && block.isEmpty();
  const target = isEmpty ? block : $createTextBlock(newBlockId(), shape);
  if (!isEmpty) {
    block.insertAfter(target);
    $setState(target, areaIdsState, $sectionAreasOf(target));
  }
  target.append(...$nodesFromInlines(inlines));
  target.selectEnd();
  return true;
}

/** Every block the selection touches, in reading order. */
export function $selectedBlocks(): BlockNode[] {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) {
    const [first, last] = [selection.anchor, selection.focus].map((point) => $blockOf(point.getNode()));
    if (!first || !last) return [];
    if (first.is(last)) return [first];
    const blocks = $blockNodes();
    const [from, to] = [
      blocks.findIndex((node) => node.is(first)),
      blocks.findIndex((node) => node.is(last)),
    ];
    return blocks.slice(Math.min(from, to), Math.max(from, to) + 1);
  }
  if (!$isNodeSelection(selection)) return [];
  return selection.getNodes().flatMap((node) => $blockOf(node) ?? []);
}

/** The block before or after, over the end of a section. */
export function $neighbour(block: BlockNode, before: boolean): BlockNode | null {
  const sibling = before ? block.getPreviousSibling() : block.getNextSibling();
  if ($isBlockNode(sibling)) return sibling;
  const section = block.getParent();
  const next = before ? section?.getPreviousSibling() : section?.getNextSibling();
  const beyond = $isElementNode(next) ? (before ? next.getLastChild() : next.getFirstChild()) : null;
  return $isBlockNode(beyond) ? beyond : null;
}

/**
 * Moves the selected blocks over the one before or after them.
 *
 * @returns false at the end of the report, where nothing moves
 */
export function $moveSelected(up: boolean): boolean {
  const blocks = $selectedBlocks();
  const edge = up ? blocks[0] : blocks.at(-1);
  const beside = edge && $neighbour(edge, up);
  if (!beside) return false;
  $place(blocks, beside, up);
  return true;
}

/**
 * Moves blocks before the given one; to the end of the report when it is null.
 *
 * @returns false when they stand there already, or one of them is gone
 */
export function $moveBefore(ids: readonly BlockId[], beforeId: BlockId | null): boolean {
  const all = $blockNodes();
  const wanted = new Set(ids);
  const moved = all.filter((node) => wanted.has($blockIdOf(node)!));
  const rest = all.filter((node) => !moved.includes(node));
  const before = beforeId === null ? null : rest.find((node) => $blockIdOf(node) === beforeId);
  if (moved.length < ids.length || before === undefined || rest.length === 0) return false;
  const order =
    before === null ? [...rest, ...moved] : rest.flatMap((n) => (n.is(before) ? [...moved, n] : [n]));
  if (order.every((node, index) => node.is(all[index]))) return false;
  if (before) $place(moved, before, true);
  else $place(moved, rest.at(-1)!, false);
  return true;
}

/** The selection goes with the nodes: it knows them by key. */
function $place(blocks: readonly BlockNode[], beside: BlockNode, before: boolean): void {
  const selection = $getSelection()?.clone() ?? null;
  let last: BlockNode = beside;
  for (const block of blocks) {
    if (before) beside.insertBefore(block, false);
    else {
      last.insertAfter(block, false);
      last = block;
    }
  }
  if ($isRangeSelection(selection)) $restore(selection);
}

function $restore(kept: NonNullable<ReturnType<typeof $getSelection>>): void {
  const now = $getSelection();
  if (!$isRangeSelection(kept) || !$isRangeSelection(now)) return;
  for (const [to, from] of [
    [now.anchor, kept.anchor],
    [now.focus, kept.focus],
  ] as const)
    if ($getNodeByKey(from.key)) to.set(from.key, from.offset, from.type);
}

/** Marks a footnote at the caret and puts the caret where its words are written. False when the caret is in no text. */
export function $insertFootnote(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const block = $blockOf(selection.focus.getNode());
  if (!$isTextBlock(block) || block.getShape().kind === "footnote") return false;
  const id = newBlockId();
  // After the words that are selected, and before whatever stands behind them.
  selection.anchor.set(selection.focus.key, selection.focus.offset, selection.focus.type);
  const mark = $createNoteMark(id);
  selection.insertNodes([mark]);
  const note = $createTextBlock(id, { kind: "footnote" }, $areaIdsOf(block));
  $afterNotesBefore(block, mark).insertAfter(note);
  note.select();
  return true;
}

/** The footnotes of a block stand in the order of their marks: where that of a new mark begins. */
function $afterNotesBefore(block: TextBlockNode, mark: NoteMarkNode): BlockNode {
  const earlier = new Set<BlockId | null>();
  for (const node of $marksIn(block)) {
    if (node.is(mark)) break;
    earlier.add(node.getNoteId());
  }
  let last: BlockNode = block;
  for (let next = $neighbour(block, false); next; next = $neighbour(next, false)) {
    if (!$isTextBlock(next) || next.getShape().kind !== "footnote" || !earlier.has($blockIdOf(next))) break;
    last = next;
  }
  return last;
}

function $marksIn(block: TextBlockNode): NoteMarkNode[] {
  const marks: NoteMarkNode[] = [];
  const walk = (node: LexicalNode): void => {
    if (node instanceof NoteMarkNode) marks.push(node);
    else if ($isElementNode(node)) node.getChildren().forEach(walk);
  };
  walk(block);
  return marks;
}

/** The text block before or after, footnotes left out: what a caret at the edge runs into. Null at a table or the end. */
export function $textBeyond(block: TextBlockNode, before: boolean): TextBlockNode | null {
  let next = $neighbour(block, before);
  while ($isTextBlock(next) && next.getShape().kind === "footnote") next = $neighbour(next, before);
  return $isTextBlock(next) ? next : null;
}

/**
 * Puts the words of `from` behind those of `into`, and the caret between them. An empty block before words leaves
 * nothing behind: those stay who they are, with their ties.
 */
export function $join(into: TextBlockNode, from: TextBlockNode): void {
  if (into.isEmpty() && !from.isEmpty()) {
    from.selectStart();
    into.remove();
    return;
  }
  into.selectEnd();
  // To append nothing would still touch the last text: the history takes an update of one unchanged text for no change.
  if (!from.isEmpty()) into.append(...from.getChildren());
  from.remove();
}

/** The first mark of a footnote. */
export const $markOf = (noteId: BlockId): NoteMarkNode | null =>
  $blockNodes()
    .flatMap((node) => ($isTextBlock(node) ? $marksIn(node) : []))
    .find((mark) => mark.getNoteId() === noteId) ?? null;
