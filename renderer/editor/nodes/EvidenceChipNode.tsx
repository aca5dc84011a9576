import { $create, $getState, $setState, type LexicalNode } from "lexical";
import type { ReactNode } from "react";
import { EvidenceId } from "#shared/domain/ids.ts";
import { EvidenceChip } from "#renderer/editor/EvidenceChip.tsx";
import { idState, SilentNode } from "#renderer/editor/nodes/SilentNode.ts";

const citedState = idState("evidenceId", EvidenceId);

/** A citation in the text. It is no part of the narrative, and exports leave it out. */
export class EvidenceChipNode extends SilentNode {
  override $config() {
    return this.config("evidence-chip", {
      extends: SilentNode,
      stateConfigs: [{ flat: true, stateConfig: citedState }],
    });
  }
  getEvidenceId(): EvidenceId | null {
    return $getState(this, citedState);
  }
  override createDOM(): HTMLElement {
    return document.createElement("span");
  }
  override decorate(): ReactNode {
    return <EvidenceChip evidenceId={this.getEvidenceId()} />;
  }
}

export const $createEvidenceChip = (evidenceId: EvidenceId): EvidenceChipNode =>
  $setState($create(EvidenceChipNode), citedState, evidenceId);

export const $isEvidenceChip = (node: LexicalNode | null | undefined): node is EvidenceChipNode =>
  node instanceof EvidenceChipNode;
