import { $createLinkNode, $isLinkNode, LinkNode } from "@lexical/link";
import {
  $create,
  $createLineBreakNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  $setState,
  type Klass,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from "lexical";
import { TableCellNode, TableNode, TableRowNode } from "@lexical/table";
import { sameBlock } from "#shared/document/operations.ts";
import type { Block, Inline, TextRun } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";
import {
  $createEvidenceChip,
  $isEvidenceChip,
  EvidenceChipNode,
} from "#renderer/editor/nodes/EvidenceChipNode.tsx";
import {
  $areaIdsOf,
  $bearingsOf,
  $blockIdOf,
  $evidenceIdsOf,
  $setEvidence,
  areaIdsState,
  blockIdState,
  captionState,
} from "#renderer/editor/nodes/block-states.ts";
import {
  $createLinkedText,
  $isLinkedText,
  LinkedTextNode,
  type TextLink,
} from "#renderer/editor/nodes/LinkedTextNode.ts";
import { $createNoteMark, $isNoteMark, NoteMarkNode } from "#renderer/editor/nodes/NoteMarkNode.tsx";
import { $createRecord, $isRecord, RecordNode } from "#renderer/editor/nodes/RecordNode.tsx";
import { $isSectionNode, SectionNode } from "#renderer/editor/nodes/SectionNode.ts";
import { $createTableBlock, $isTableBlock, $tableShape } from "#renderer/editor/nodes/table-block.ts";
import { $createTextBlock, $isTextBlock, TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";

/** Everything a report's document is made of. */
export const REPORT_NODES: Klass<LexicalNode>[] = [
  SectionNode,
  TextBlockNode,
  RecordNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  EvidenceChipNode,
  LinkedTextNode,
  NoteMarkNode,
  LinkNode,
];

export const BLOCKS_A_SECTION = 12;

export type BlockNode = TextBlockNode | TableNode | RecordNode;
export const $isBlockNode = (node: LexicalNode | null | undefined): node is BlockNode =>
  $isTextBlock(node) || $isTableBlock(node) || $isRecord(node);

export const newBlockId = (): BlockId => BlockId.parse(crypto.randomUUID());

/** Fills an empty root. */
export function $fillRoot(blocks: readonly Block[]): void {
  const root = $getRoot().clear();
  for (let start = 0; start < blocks.length; start += BLOCKS_A_SECTION)
    root.append(
      $create(SectionNode).append(...blocks.slice(start, start + BLOCKS_A_SECTION).map($nodeFromBlock)),
    );
  if (blocks.length === 0)
    root.append(
      $create(SectionNode).append($createTextBlock(newBlockId(), { kind: "paragraph", numbered: true })),
    );
}

export function $nodeFromBlock(block: Block): BlockNode {
  const { id, inlines, areaIds, evidenceIds, bearings, ...shape } = block;
  if (shape.kind !== "table" && shape.kind !== "findings-record") {
    const text = $createTextBlock(id, shape, areaIds).append(...$nodesFromInlines(inlines));
    return $setEvidence(text, evidenceIds, bearings);
  }
  const node: BlockNode =
    shape.kind === "table" ? $setState($createTableBlock(shape), captionState, inlines) : $createRecord();
  $setState(node, blockIdState, id);
  $setState(node, areaIdsState, areaIds);
  return $setEvidence(node, evidenceIds, bearings);
}

export const $nodesFromInlines = (inlines: readonly Inline[]): LexicalNode[] =>
  inlines.flatMap($nodesFromInline);

function $nodesFromInline(inline: Inline): LexicalNode[] {
  if (inline.kind === "evidence") return [$createEvidenceChip(inline.evidenceId)];
  if (inline.kind === "note") return [$createNoteMark(inline.blockId)];
  if (inline.kind === "text") return $nodesFromRun(inline);
  const { kind, text, bold, italic, ...to } = inline;
  const node = $createLinkedText({ kind, ...to } as TextLink, text);
  return [$mark(node, { bold, italic })];
}

type Marks = Pick<TextRun, "bold" | "italic">;

function $mark<T extends TextNode>(node: T, { bold, italic }: Marks): T {
  if (bold) node.toggleFormat("bold");
  if (italic) node.toggleFormat("italic");
  return node;
}

function $nodesFromRun(run: TextRun): LexicalNode[] {
  const nodes = run.text.split("\n").flatMap((line, index) => {
    const words = line === "" ? [] : [$mark($createTextNode(line), run)];
    return index === 0 ? words : [$createLineBreakNode(), ...words];
  });
  return run.href === undefined ? nodes : [$createLinkNode(run.href).append(...nodes)];
}

/** The document's block nodes in reading order. */
export function $blockNodes(): BlockNode[] {
  const nodes: BlockNode[] = [];
  for (const child of $getRoot().getChildren()) {
    if ($isSectionNode(child)) {
      for (const node of child.getChildren()) if ($isBlockNode(node)) nodes.push(node);
    } else if ($isBlockNode(child)) nodes.push(child);
  }
  return nodes;
}

export const $readBlocks = (): Block[] => $blockNodes().map($blockFromNode);

/** Keys in the parser's order, so that a block read back unchanged is the same JSON. */
export function $blockFromNode(node: BlockNode): Block {
  const { kind, ...rest } = $isTextBlock(node)
    ? node.getShape()
    : $isTableBlock(node)
      ? $tableShape(node)
      : { kind: "findings-record" };
  const inlines = $isTextBlock(node)
    ? $inlinesOf(node)
    : $isTableBlock(node)
      ? $getState(node, captionState)
      : [];
  return {
    kind,
    id: $blockIdOf(node) ?? newBlockId(),
    inlines,
    areaIds: $areaIdsOf(node),
    evidenceIds: $evidenceIdsOf(node),
    bearings: $bearingsOf(node),
    ...rest,
  } as Block;
}

function $inlinesOf(node: TextBlockNode): Inline[] {
  const inlines: Inline[] = [];
  const add = (text: string, marks: Omit<TextRun, "kind" | "text">): void => {
    const last = inlines.at(-1);
    if (
      last?.kind === "text" &&
      last.bold === marks.bold &&
      last.italic === marks.italic &&
      last.href === marks.href
    )
      inlines[inlines.length - 1] = { ...last, text: last.text + text };
    else inlines.push({ kind: "text", text, ...marks });
  };
  const walk = (children: readonly LexicalNode[], href: string | undefined): void => {
    // A line break takes the marks of the text before it, so that one run with a break in it stays one run.
    let marks: Omit<TextRun, "kind" | "text"> = href === undefined ? {} : { href };
    for (const child of children) {
      if ($isLinkedText(child)) {
        const link = child.getLink();
        if (link)
          inlines.push({
            ...link,
            text: child.getTextContent(),
            ...(child.hasFormat("bold") && { bold: true }),
            ...(child.hasFormat("italic") && { italic: true }),
          });
      } else if ($isTextNode(child)) {
        marks = {
          ...(child.hasFormat("bold") && { bold: true }),
          ...(child.hasFormat("italic") && { italic: true }),
          ...(href !== undefined && { href }),
        };
        if (child.getTextContent() !== "") add(child.getTextContent(), marks);
      } else if ($isLineBreakNode(child)) add("\n", marks);
      else if ($isEvidenceChip(child)) {
        const evidenceId = child.getEvidenceId();
        if (evidenceId !== null) inlines.push({ kind: "evidence", evidenceId });
      } else if ($isNoteMark(child)) {
        const blockId = child.getNoteId();
        if (blockId !== null) inlines.push({ kind: "note", blockId });
      } else if ($isLinkNode(child)) walk(child.getChildren(), child.getURL());
      else if ($isElementNode(child)) walk(child.getChildren(), href);
    }
  };
  walk(node.getChildren(), undefined);
  return inlines;
}

/** Reads blocks again and again, and looks only at those that changed since. */
export class BlockReader {
  private order: NodeKey[] = [];
  private known: readonly Block[] = [];
  private indexes = new Map<NodeKey, number>();

  /** Every block. @param changed the nodes that are not as they were; null when any may be another */
  $readAll(changed: ReadonlySet<NodeKey> | null): readonly Block[] {
    const nodes = $blockNodes();
    const blocks = nodes.map((node) => {
      const key = node.getKey();
      const index = this.indexes.get(key);
      const known = index === undefined ? null : this.known[index]!;
      if (known && changed && !changed.has(key)) return known;
      const block = $blockFromNode(node);
      return known && sameBlock(known, block) ? known : block;
    });
    this.order = nodes.map((node) => node.getKey());
    this.indexes = new Map(this.order.map((key, index) => [key, index]));
    this.known = blocks;
    return blocks;
  }

  /**
   * The blocks, once those of the given keys are read again. Null when more than that has changed: blocks came, went,
   * moved or have other ids.
   */
  $readAgain(keys: Iterable<NodeKey>): readonly Block[] | null {
    const blocks = [...this.known];
    for (const key of keys) {
      const index = this.indexes.get(key);
      if (index === undefined) continue;
      const node = $getNodeByKey(key);
      const block = $isBlockNode(node) ? $blockFromNode(node) : null;
      if (block?.id !== blocks[index]!.id) return null;
      blocks[index] = block;
    }
    this.known = blocks;
    return blocks;
  }

  /** Where each block stands in the document. */
  get keys(): ReadonlyMap<BlockId, NodeKey> {
    return new Map(this.known.map(({ id }, index) => [id, this.order[index]!]));
  }
}
