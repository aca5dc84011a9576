import { TableNode } from "@lexical/table";
import {
  $create,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $setState,
  defineExtension,
  mergeRegister,
  RootNode,
  type LexicalEditor,
  type NodeKey,
} from "lexical";
import type { BlockId } from "#shared/domain/ids.ts";
import { $sectionAreasOf } from "#renderer/editor/block-commands.ts";
import {
  $blockNodes,
  $isBlockNode,
  BLOCKS_A_SECTION,
  newBlockId,
  type BlockNode,
} from "#renderer/editor/blocks.ts";
import { $areaIdsOf, $blockIdOf, areaIdsState, blockIdState } from "#renderer/editor/nodes/block-states.ts";
import { $isLinkedText, LinkedTextNode } from "#renderer/editor/nodes/LinkedTextNode.ts";
import { $isSectionNode, SectionNode } from "#renderer/editor/nodes/SectionNode.ts";
import { RecordNode } from "#renderer/editor/nodes/RecordNode.tsx";
import { $createTextBlock, $isTextBlock, TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";

/** A section longer than this is cut into sections of the ordinary length. */
const TOO_MANY_BLOCKS = 24;

/**
 * Keeps what the store relies on, whatever a paste, a split or an undo did: every block has an id, no two have the
 * same one, every block stands in a section, and there is always a block to write in.
 */
export function $keepStructure(): void {
  $gatherStrays();
  const taken = new Set<BlockId>();
  for (const section of $getRoot().getChildren()) {
    if (!$isSectionNode(section)) continue;
    const children = section.getChildren();
    for (const child of children) {
      if (!$isBlockNode(child)) continue;
      const id = $blockIdOf(child);
      if (id === null) $tieNew(child);
      if (id === null || taken.has(id)) taken.add($giveNewId(child));
      else taken.add(id);
    }
    if (children.length > TOO_MANY_BLOCKS) $cut(section);
  }
}

/** Room for new text is tied as its section is; half of a text that somebody left untied stays untied. */
function $tieNew(node: BlockNode): void {
  if (!$isTextBlock(node) || !node.isEmpty() || $areaIdsOf(node).length > 0) return;
  const { kind } = node.getShape();
  if (kind !== "paragraph" && kind !== "bullet" && kind !== "quotation") return;
  const areaIds = $sectionAreasOf(node);
  if (areaIds.length > 0) $setState(node, areaIdsState, areaIds);
}

function $giveNewId(node: BlockNode): BlockId {
  const id = newBlockId();
  $setState(node, blockIdState, id);
  return id;
}

/** Later blocks move on, so the caret's section is only rebuilt when the caret is in its second half. */
function $cut(section: SectionNode): void {
  const children = section.getChildren();
  let last = section;
  for (let start = BLOCKS_A_SECTION; start < children.length; start += BLOCKS_A_SECTION) {
    const next = $create(SectionNode).append(...children.slice(start, start + BLOCKS_A_SECTION));
    last.insertAfter(next);
    last = next;
  }
}

/** Blocks outside a section join the one before; other nodes become paragraphs; empty sections go. */
function $gatherStrays(): void {
  const root = $getRoot();
  let home: SectionNode | null = null;
  for (const child of root.getChildren()) {
    if ($isSectionNode(child)) {
      $wrapStrays(child);
      if (child.isEmpty()) child.remove();
      else home = child;
    } else {
      if (!home) {
        home = $create(SectionNode);
        child.insertBefore(home);
      }
      home.append(child);
      $wrapStrays(home);
    }
  }
  if (root.isEmpty()) {
    const paragraph = $createTextBlock(newBlockId(), { kind: "paragraph", numbered: true });
    root.append($create(SectionNode).append(paragraph));
    paragraph.select();
  }
}

function $wrapStrays(section: SectionNode): void {
  for (const child of section.getChildren()) {
    if ($isBlockNode(child)) continue;
    if ($isSectionNode(child)) {
      for (const inner of child.getChildren()) child.insertBefore(inner);
      child.remove();
      continue;
    }
    const block = $createTextBlock(newBlockId(), { kind: "paragraph", numbered: true });
    child.insertBefore(block);
    if ($isElementNode(child) && !child.isInline()) {
      block.append(...child.getChildren());
      child.remove();
    } else block.append(child);
  }
}

/** A reference to a paragraph says the number it has now. One whose paragraph is gone says what it said last. */
function $renumber(references: ReadonlySet<NodeKey>): void {
  if (references.size === 0) return;
  const numbers = new Map<BlockId | null, number>();
  for (const node of $blockNodes()) {
    const shape = $isTextBlock(node) ? node.getShape() : null;
    if (shape?.kind === "paragraph" && shape.numbered) numbers.set($blockIdOf(node), numbers.size + 1);
  }
  for (const key of references) {
    const node = $getNodeByKey(key);
    const link = $isLinkedText(node) && node.isAttached() ? node.getLink() : null;
    if (!$isLinkedText(node) || link?.kind !== "reference") continue;
    const number = numbers.get(link.blockId)?.toString() ?? node.getTextContent();
    if (number !== node.getTextContent()) node.setTextContent(number);
  }
}

/** A key inside a word dirties no block and no section, and then there is nothing to look at. */
export function registerStructure(editor: LexicalEditor): () => void {
  let touched = true;
  const touch = (): void => {
    touched = true;
  };
  const references = new Set<NodeKey>();
  return mergeRegister(
    editor.registerNodeTransform(LinkedTextNode, (node) => {
      references.add(node.getKey());
    }),
    editor.registerNodeTransform(SectionNode, touch),
    editor.registerNodeTransform(TextBlockNode, touch),
    editor.registerNodeTransform(RecordNode, touch),
    editor.registerNodeTransform(TableNode, touch),
    editor.registerNodeTransform(RootNode, (root) => {
      if (!touched && $isSectionNode(root.getFirstChild())) return;
      touched = false;
      $keepStructure();
      $renumber(references);
    }),
  );
}

export const StructureExtension = defineExtension({
  name: "plumbline/structure",
  register: registerStructure,
});
