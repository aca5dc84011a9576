import { $create, $getState, $setState, DecoratorNode, type LexicalNode } from "lexical";
import type { ReactNode } from "react";
import type { Inline } from "#shared/domain/block.ts";
import type { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";
import { FindingsRecord } from "#renderer/editor/FindingsRecord.tsx";
import { ReportTable } from "#renderer/editor/ReportTable.tsx";
import styles from "#renderer/editor/editor.module.css";
import {
  areaIdsState,
  blockIdState,
  captionState,
  evidenceIdsState,
  fixedShapeState,
  type FixedShape,
} from "#renderer/editor/nodes/block-states.ts";

/** A block that is shown whole: a table as it came, or the record of findings drawn from the judgements. */
export class FixedBlockNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config("report-fixed", {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: blockIdState },
        { flat: true, stateConfig: areaIdsState },
        { flat: true, stateConfig: evidenceIdsState },
        { flat: true, stateConfig: captionState },
        { flat: true, stateConfig: fixedShapeState },
      ],
    });
  }
  getBlockId(): BlockId | null {
    return $getState(this, blockIdState);
  }
  getShape(): FixedShape {
    return $getState(this, fixedShapeState);
  }
  getAreaIds(): readonly AreaId[] {
    return $getState(this, areaIdsState);
  }
  getEvidenceIds(): readonly EvidenceId[] {
    return $getState(this, evidenceIdsState);
  }
  getCaption(): readonly Inline[] {
    return $getState(this, captionState);
  }
  override isInline(): false {
    return false;
  }
  override createDOM(): HTMLElement {
    const block = document.createElement("div");
    block.className = `${styles.block} ${styles.fixed}`;
    block.dataset.blockId = this.getBlockId() ?? "";
    block.dataset.kind = this.getShape().kind;
    return block;
  }
  override updateDOM(_previous: this, block: HTMLElement): boolean {
    block.dataset.blockId = this.getBlockId() ?? "";
    return false;
  }
  override decorate(): ReactNode {
    const shape = this.getShape();
    return shape.kind === "table" ? (
      <ReportTable rows={shape.rows} header={shape.header} caption={this.getCaption()} />
    ) : (
      <FindingsRecord />
    );
  }
}

export function $createFixedBlock(
  id: BlockId | null,
  shape: FixedShape,
  areaIds: readonly AreaId[],
  evidenceIds: readonly EvidenceId[],
  caption: readonly Inline[],
): FixedBlockNode {
  const node = $create(FixedBlockNode);
  $setState(node, blockIdState, id);
  $setState(node, fixedShapeState, shape);
  $setState(node, areaIdsState, areaIds);
  $setState(node, evidenceIdsState, evidenceIds);
  return $setState(node, captionState, caption);
}

export const $isFixedBlock = (node: LexicalNode | null | undefined): node is FixedBlockNode =>
  node instanceof FixedBlockNode;
