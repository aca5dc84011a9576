import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from "lexical";
import type { ReactNode } from "react";
import { EvidenceId } from "#shared/domain/ids.ts";
import { EvidenceChip } from "#renderer/editor/EvidenceChip.tsx";

const citedState = createState("evidenceId", {
  parse: (value): EvidenceId | null =>
    EvidenceId.nullable()
      .catch(null)
      .parse(value ?? null),
});

/** A citation in the text. It is no part of the narrative, and exports leave it out. */
export class EvidenceChipNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config("evidence-chip", {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: citedState }],
    });
  }
  getEvidenceId(): EvidenceId | null {
    return $getState(this, citedState);
  }
  override createDOM(): HTMLElement {
    return document.createElement("span");
  }
  override updateDOM(): boolean {
    return false;
  }
  override isInline(): true {
    return true;
  }
  override getTextContent(): string {
    return "";
  }
  override decorate(): ReactNode {
    return <EvidenceChip evidenceId={this.getEvidenceId()} />;
  }
}

export const $createEvidenceChip = (evidenceId: EvidenceId): EvidenceChipNode =>
  $setState($create(EvidenceChipNode), citedState, evidenceId);

export const $isEvidenceChip = (node: LexicalNode | null | undefined): node is EvidenceChipNode =>
  node instanceof EvidenceChipNode;
