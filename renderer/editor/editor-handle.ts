import type { Block } from "#shared/domain/block.ts";
import type { AreaId, BlockId, EvidenceId, FigureId } from "#shared/domain/ids.ts";
import type { TextLink } from "#renderer/editor/nodes/LinkedTextNode.ts";
import type { TextShape } from "#renderer/editor/nodes/block-states.ts";

/** What can be done to the table the caret is in. */
export type TableChange =
  | "row-above"
  | "row-below"
  | "column-before"
  | "column-after"
  | "delete-row"
  | "delete-column"
  | "delete-table"
  | "header"
  | { readonly caption: string };

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
  /** Moves the selected blocks over their neighbour. False at the end of the report. */
  move(up: boolean): boolean;
  /** Moves blocks before another, or to the end. False when there is nothing to move. */
  moveBefore(blockIds: readonly BlockId[], beforeId: BlockId | null): boolean;
  /** The blocks the selection touches, in reading order. */
  selectedBlocks(): BlockId[];
  /** Marks a footnote at the caret; the caret goes to its words. False when the caret is in no text. */
  footnote(): boolean;
  /** Puts a figure or a reference at the caret. False when the caret is in no text. */
  link(to: TextLink, text: string): boolean;
  /** Links the selected words, or takes the link away. */
  linkTo(url: string | null): void;
  /** The address of the link the caret is in, and the words that are selected. */
  linkAt(): { url: string | null; words: string };
  /** Makes every citation of the figure print these words, as one step. Answers how many changed. */
  printFigure(figureId: FigureId, text: string): number;
  /** Puts a table after the block the caret is in, and the caret in its first cell. */
  insertTable(rows: number, columns: number): boolean;
  /** Changes the table the caret is in. False when it is in none. */
  changeTable(change: TableChange): boolean;
  turnInto(shape: TextShape): void;
  /** Moves headings and bullets a level up (-1) or down (1). */
  changeLevel(by: 1 | -1): void;
  mark(format: "bold" | "italic"): void;
  /** Types at the caret, as the keyboard would. */
  type(words: string): void;
  undo(): void;
  redo(): void;
}
