import { $create, $getState, $setState, createState, TextNode, type LexicalNode } from "lexical";
import { z } from "zod";
import { BlockId, FigureId } from "#shared/domain/ids.ts";
import styles from "#renderer/editor/editor.module.css";

/** What printed words stand for: a figure of the register, or the number of a paragraph. */
export const TextLink = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("figure"), figureId: FigureId }),
  z.strictObject({ kind: z.literal("reference"), blockId: BlockId }),
]);
export type TextLink = z.infer<typeof TextLink>;

const linkState = createState("link", {
  parse: (value): TextLink | null =>
    TextLink.nullable()
      .catch(null)
      .parse(value ?? null),
});

/** Words that follow something else. They are read and marked like any, and come and go as one. */
export class LinkedTextNode extends TextNode {
  override $config() {
    return this.config("linked-text", {
      extends: TextNode,
      stateConfigs: [{ flat: true, stateConfig: linkState }],
    });
  }
  getLink(): TextLink | null {
    return $getState(this, linkState);
  }
  override createDOM(...given: Parameters<TextNode["createDOM"]>): HTMLElement {
    const element = super.createDOM(...given);
    const link = this.getLink();
    element.classList.add(styles.linked ?? "");
    element.dataset.link = link?.kind ?? "";
    return element;
  }
  override canInsertTextBefore(): boolean {
    return false;
  }
  override canInsertTextAfter(): boolean {
    return false;
  }
}

export function $createLinkedText(link: TextLink, text: string): LinkedTextNode {
  const node = $create(LinkedTextNode).setTextContent(text).setMode("token");
  return $setState(node, linkState, link);
}

export const $isLinkedText = (node: LexicalNode | null | undefined): node is LinkedTextNode =>
  node instanceof LinkedTextNode;
