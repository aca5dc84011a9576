import { $create, DecoratorNode, type LexicalNode } from "lexical";
import type { ReactNode } from "react";
import { FindingsRecord } from "#renderer/editor/FindingsRecord.tsx";
import styles from "#renderer/editor/editor.module.css";
import {
  $blockIdOf,
  areaIdsState,
  bearingsState,
  blockIdState,
  evidenceIdsState,
} from "#renderer/editor/nodes/block-states.ts";

/** The record of main findings: drawn from the judgements, and never typed. */
export class RecordNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config("findings-record", {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: blockIdState },
        { flat: true, stateConfig: areaIdsState },
        { flat: true, stateConfig: evidenceIdsState },
        { flat: true, stateConfig: bearingsState },
      ],
    });
  }
  override isInline(): false {
    return false;
  }
  override createDOM(): HTMLElement {
    const block = document.createElement("div");
    block.className = `${styles.block} ${styles.fixed}`;
    block.dataset.blockId = $blockIdOf(this) ?? "";
    block.dataset.kind = "findings-record";
    return block;
  }
  override updateDOM(_previous: this, block: HTMLElement): boolean {
    block.dataset.blockId = $blockIdOf(this) ?? "";
    return false;
  }
  override decorate(): ReactNode {
    return <FindingsRecord />;
  }
}

export const $createRecord = (): RecordNode => $create(RecordNode);

export const $isRecord = (node: LexicalNode | null | undefined): node is RecordNode =>
  node instanceof RecordNode;
