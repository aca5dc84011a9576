import type { Place, Replacement } from "#shared/document/find.ts";
import type { Block } from "#shared/domain/block.ts";
import type { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";
import type { PlaceMark } from "#renderer/editor/place-marks.ts";
import type { TextShape } from "#renderer/editor/nodes/block-states.ts";

/** What the rest of the screen may ask of the editor, without knowing what it is made of. */
export interface EditorHandle extends WordsHandle {
  /** Back to the text, where the caret was. */
  focus(): void;
  /** Scrolls to the block and shows its words, or all of it; `select` also puts the selection and the focus there. */
  reveal(blockId: BlockId, span: readonly [number, number] | null, select: boolean): void;
  /** Takes over blocks the store has changed, without moving the caret or adding a step to undo. */
  takeOver(blocks: readonly Block[]): void;
  /** Puts a citation at the caret. False when the caret is in no text. */
  cite(evidenceId: EvidenceId): boolean;
  tie(blockId: BlockId, ties: { areaIds?: readonly AreaId[]; evidenceIds?: readonly EvidenceId[] }): void;
  /** Removes every tie to, and citation of, the item. */
  dropEvidence(evidenceId: EvidenceId): void;
  turnInto(shape: TextShape): void;
  mark(format: "bold" | "italic"): void;
  undo(): void;
  redo(): void;
}

/** What may be asked of the editor about places of words. */
export interface WordsHandle {
  /** Puts words in the place of others, as one step that can be undone. Answers how many it could put. */
  replaceAll(replacements: readonly Replacement[]): number;
  /** Brings words on to the screen, if they are not there; `select` also puts the selection and the focus on them. */
  show(place: Place, select: boolean): void;
  /** Draws all places of one mark; those drawn before go. */
  draw(mark: PlaceMark, places: readonly Place[]): void;
  /** Blocks on the screen or near it, in order. */
  near(): readonly BlockId[];
  /** The selected words of one text; of a selection over several, the caret’s end alone. Null outside the report. */
  selected(): Place | null;
  /** The spot under a point of the window, as an empty place. */
  placeAt(x: number, y: number): Place | null;
  /** Where words stand in the window; null when they are not there. */
  boxOf(place: Place): DOMRect | null;
}
