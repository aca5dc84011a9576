import { $create, $getState, $setState, createState, DecoratorNode, type LexicalNode } from "lexical";
import type { ReactNode } from "react";
import { BlockId } from "#shared/domain/ids.ts";
import { NoteMark } from "#renderer/editor/NoteMark.tsx";

const noteState = createState("noteId", {
  parse: (value): BlockId | null =>
    BlockId.nullable()
      .catch(null)
      .parse(value ?? null),
});

/** Where a footnote is marked. Silent in the narrative, like a citation. */
export class NoteMarkNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config("note-mark", {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: noteState }],
    });
  }
  getNoteId(): BlockId | null {
    return $getState(this, noteState);
  }
  override createDOM(): HTMLElement {
    return document.createElement("sup");
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
    return <NoteMark noteId={this.getNoteId()} />;
  }
}

export const $createNoteMark = (noteId: BlockId): NoteMarkNode =>
  $setState($create(NoteMarkNode), noteState, noteId);

export const $isNoteMark = (node: LexicalNode | null | undefined): node is NoteMarkNode =>
  node instanceof NoteMarkNode;
