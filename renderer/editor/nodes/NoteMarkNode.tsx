import { $create, $getState, $setState, type LexicalNode } from "lexical";
import type { ReactNode } from "react";
import { BlockId } from "#shared/domain/ids.ts";
import { NoteMark } from "#renderer/editor/NoteMark.tsx";
import { idState, SilentNode } from "#renderer/editor/nodes/SilentNode.ts";

const noteState = idState("noteId", BlockId);

/** Where a footnote is marked. Silent in the narrative, like a citation. */
export class NoteMarkNode extends SilentNode {
  override $config() {
    return this.config("note-mark", {
      extends: SilentNode,
      stateConfigs: [{ flat: true, stateConfig: noteState }],
    });
  }
  getNoteId(): BlockId | null {
    return $getState(this, noteState);
  }
  override createDOM(): HTMLElement {
    return document.createElement("sup");
  }
  override decorate(): ReactNode {
    return <NoteMark noteId={this.getNoteId()} />;
  }
}

export const $createNoteMark = (noteId: BlockId): NoteMarkNode =>
  $setState($create(NoteMarkNode), noteState, noteId);

export const $isNoteMark = (node: LexicalNode | null | undefined): node is NoteMarkNode =>
  node instanceof NoteMarkNode;
