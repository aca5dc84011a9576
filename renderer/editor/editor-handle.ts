import type { Block } from "#shared/domain/block.ts";
import type { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";
import type { TextShape } from "#renderer/editor/nodes/block-states.ts";

/** What the rest of the screen may ask of the editor, without knowing what it is made of. */
export interface EditorHandle {
  /** Back to the text, where the caret was. */
  focus(): void;
  /** Scrolls to the block and shows its words, or all of it; `select` also puts the selection and the focus there. */
  reveal(blockId: BlockId, span: readonly [number, number] | null, select: boolean): void;
  /** The words that are selected, in the block they begin in; no words when there is only a caret. */
  selected(): {
    readonly blockId: BlockId;
    readonly span: readonly [number, number];
    readonly text: string;
  } | null;
  /** Takes over blocks the store has changed, without moving the caret or adding a step to undo. */
  takeOver(blocks: readonly Block[]): void;
  /** Puts a citation at the caret. False when the caret is in no text. */
  cite(evidenceId: EvidenceId): boolean;
  /** Puts words in place of the span, as one step that can be undone. */
  replace(blockId: BlockId, span: readonly [number, number], words: string): void;
  tie(blockId: BlockId, ties: { areaIds?: readonly AreaId[]; evidenceIds?: readonly EvidenceId[] }): void;
  /** Removes every tie to, and citation of, the item. */
  dropEvidence(evidenceId: EvidenceId): void;
  turnInto(shape: TextShape): void;
  mark(format: "bold" | "italic"): void;
  undo(): void;
  redo(): void;
}
