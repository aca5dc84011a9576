import { $createLinkNode, $isLinkNode, LinkNode } from "@lexical/link";
import {
  $create,
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type Klass,
  type LexicalNode,
  type NodeKey,
} from "lexical";
import type { Block, Inline, TextRun } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";
import {
  $createEvidenceChip,
  $isEvidenceChip,
  EvidenceChipNode,
} from "#renderer/editor/nodes/EvidenceChipNode.tsx";
import { $createFixedBlock, $isFixedBlock, FixedBlockNode } from "#renderer/editor/nodes/FixedBlockNode.tsx";
import { $isSectionNode, SectionNode } from "#renderer/editor/nodes/SectionNode.ts";
import { $createTextBlock, $isTextBlock, TextBlockNode } from "#renderer/editor/nodes/TextBlockNode.ts";

/** Everything a report's document is made of. */
export const REPORT_NODES: Klass<LexicalNode>[] = [
  SectionNode,
  TextBlockNode,
  FixedBlockNode,
  EvidenceChipNode,
  LinkNode,
];

export const BLOCKS_A_SECTION = 40;

export type BlockNode = TextBlockNode | FixedBlockNode;
export const $isBlockNode = (node: LexicalNode | null | undefined): node is BlockNode =>
  $isTextBlock(node) || $isFixedBlock(node);

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
  const { id, inlines, areaIds, evidenceIds, ...shape } = block;
  if (shape.kind === "table" || shape.kind === "findings-record")
    return $createFixedBlock(id, shape, areaIds, evidenceIds, inlines);
  return $createTextBlock(id, shape, areaIds, evidenceIds).append(...$nodesFromInlines(inlines));
}

export function $nodesFromInlines(inlines: readonly Inline[]): LexicalNode[] {
  return inlines.flatMap((inline) =>
    inline.kind === "evidence" ? [$createEvidenceChip(inline.evidenceId)] : $nodesFromRun(inline),
  );
}

function $nodesFromRun(run: TextRun): LexicalNode[] {
  const nodes = run.text.split("\n").flatMap((line, index) => {
    const text = $createTextNode(line);
    if (run.bold) text.toggleFormat("bold");
    if (run.italic) text.toggleFormat("italic");
    const words = line === "" ? [] : [text];
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
  const id = node.getBlockId() ?? newBlockId();
  const { kind, ...rest } = node.getShape();
  const inlines = $isTextBlock(node) ? $inlinesOf(node) : node.getCaption();
  const areaIds = node.getAreaIds();
  const evidenceIds = node.getEvidenceIds();
  return { kind, id, inlines, areaIds, evidenceIds, ...rest } as Block;
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
      if ($isTextNode(child)) {
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
      } else if ($isLinkNode(child)) walk(child.getChildren(), child.getURL());
      else if ($isElementNode(child)) walk(child.getChildren(), href);
    }
  };
  walk(node.getChildren(), undefined);
  return inlines;
}

/** Reads blocks again and again, and looks only at those that changed since. */
export class BlockReader {
  private readonly known = new Map<NodeKey, Block>();

  forget(keys: Iterable<NodeKey>): void {
    for (const key of keys) this.known.delete(key);
  }
  forgetAll(): void {
    this.known.clear();
  }
  $read(): Block[] {
    return $blockNodes().map((node) => {
      const key = node.getKey();
      const known = this.known.get(key);
      if (known) return known;
      const block = $blockFromNode(node);
      this.known.set(key, block);
      return block;
    });
  }
}
