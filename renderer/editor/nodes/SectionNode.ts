import { ElementNode, type LexicalNode } from "lexical";
import styles from "#renderer/editor/editor.module.css";

/**
 * A run of blocks the browser may skip drawing. It means nothing to the report and is never saved:
 * it keeps a keystroke in a report of thousands of paragraphs from laying out all of them.
 */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config("report-section", { extends: ElementNode });
  }
  override createDOM(): HTMLElement {
    const element = document.createElement("div");
    element.className = styles.section ?? "";
    return element;
  }
  override updateDOM(): boolean {
    return false;
  }
  /** Copied blocks stand for themselves. */
  override excludeFromCopy(): boolean {
    return true;
  }
  override canBeEmpty(): boolean {
    return false;
  }
  override canIndent(): boolean {
    return false;
  }
}

export const $isSectionNode = (node: LexicalNode | null | undefined): node is SectionNode =>
  node instanceof SectionNode;
