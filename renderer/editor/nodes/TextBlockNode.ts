import {
  $create,
  $getState,
  $setState,
  ElementNode,
  setDOMUnmanaged,
  type ElementDOMSlot,
  type LexicalNode,
  type RangeSelection,
} from "lexical";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import styles from "#renderer/editor/editor.module.css";
import {
  $areaIdsOf,
  $blockIdOf,
  areaIdsState,
  bearingsState,
  blockIdState,
  evidenceIdsState,
  textShapeState,
  type TextShape,
} from "#renderer/editor/nodes/block-states.ts";

/**
 * A block of text: heading, paragraph, bullet, quotation, recommendation or footnote. One class for all six, so that
 * turning a paragraph into a heading keeps its identity, its ties and the caret.
 *
 * Its element has two children: the text, which Lexical owns, and the margin, which it must leave alone.
 */
export class TextBlockNode extends ElementNode {
  override $config() {
    return this.config("report-text", {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: blockIdState },
        { flat: true, stateConfig: areaIdsState },
        { flat: true, stateConfig: evidenceIdsState },
        { flat: true, stateConfig: bearingsState },
        { flat: true, stateConfig: textShapeState },
      ],
    });
  }

  getShape(): TextShape {
    return $getState(this, textShapeState);
  }
  setShape(shape: TextShape): this {
    return $setState(this, textShapeState, shape);
  }

  override createDOM(): HTMLElement {
    const block = document.createElement("div");
    const text = document.createElement(tagOf(this.getShape()));
    text.className = styles.text ?? "";
    const margin = document.createElement("div");
    margin.className = styles.margin ?? "";
    margin.contentEditable = "false";
    setDOMUnmanaged(margin);
    block.append(text, margin);
    this.dress(block);
    return block;
  }
  override updateDOM(previous: this, block: HTMLElement): boolean {
    const before = $getState(previous, textShapeState, "direct");
    if (tagOf(before) !== tagOf(this.getShape())) return true;
    this.dress(block);
    return false;
  }
  private dress(block: HTMLElement): void {
    const shape = this.getShape();
    block.className = `${styles.block} ${styles[shape.kind] ?? ""}`;
    block.dataset.blockId = $blockIdOf(this) ?? "";
    block.dataset.kind = shape.kind;
    if (shape.kind === "heading" || shape.kind === "bullet") block.dataset.level = String(shape.level);
    else delete block.dataset.level;
    if (shape.kind === "paragraph" && shape.numbered) block.dataset.numbered = "";
    else delete block.dataset.numbered;
  }
  override getDOMSlot(block: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(block).withElement(block.firstElementChild as HTMLElement);
  }

  /** What follows on Enter: more of the same, tied to the same areas; after a heading, a paragraph. */
  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): TextBlockNode {
    const shape = this.getShape();
    const next = $createTextBlock(
      null,
      shape.kind === "heading"
        ? { kind: "paragraph", numbered: true }
        : shape.kind === "recommendation"
          ? { ...shape, justifiedBy: [] }
          : shape.kind === "footnote"
            ? { kind: "paragraph", numbered: true }
            : shape,
      $areaIdsOf(this),
    );
    this.insertAfter(next, restoreSelection);
    return next;
  }
  /** Backspace at the start of a special block first makes it an ordinary paragraph. */
  override collapseAtStart(): boolean {
    if (this.getShape().kind === "paragraph") return false;
    this.setShape({ kind: "paragraph", numbered: true });
    return true;
  }
  override canIndent(): boolean {
    return false;
  }
}

const tagOf = (shape: TextShape): "h2" | "h3" | "h4" | "h5" | "blockquote" | "p" =>
  shape.kind === "heading"
    ? (["h2", "h3", "h4", "h5"] as const)[shape.level - 1]!
    : shape.kind === "quotation"
      ? "blockquote"
      : "p";

export function $createTextBlock(
  id: BlockId | null,
  shape: TextShape,
  areaIds: readonly AreaId[] = [],
): TextBlockNode {
  const node = $create(TextBlockNode);
  $setState(node, blockIdState, id);
  $setState(node, textShapeState, shape);
  return $setState(node, areaIdsState, areaIds);
}

export const $isTextBlock = (node: LexicalNode | null | undefined): node is TextBlockNode =>
  node instanceof TextBlockNode;
