import type { Place, Replacement } from "#shared/document/find.ts";
import type { Bearings, Block, Inline } from "#shared/domain/block.ts";
import type { AreaId, BlockId, EvidenceId, FigureId, TimescaleId } from "#shared/domain/ids.ts";
import type { TextLink } from "#renderer/editor/nodes/LinkedTextNode.ts";
import type { PlaceMark } from "#renderer/editor/place-marks.ts";
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
export interface EditorHandle extends WordsHandle, TiesHandle {
  /** Back to the text, where the caret was. */
  focus(): void;
  /** Scrolls to the block and shows its words, or all of it; `select` also puts the selection and the focus there. */
  reveal(blockId: BlockId, span: readonly [number, number] | null, select: boolean): void;
  /** Puts the focus on the notes beside the block the caret is in. False when it has none. */
  toMargin(): boolean;
  /** Takes over blocks the store has changed, without moving the caret or adding a step to undo. */
  takeOver(blocks: readonly Block[]): void;
  /** Puts a citation at the caret. False when the caret is in no text. */
  cite(evidenceId: EvidenceId): boolean;
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
  /** Makes every citation of the figures print these words, as one step. Answers how many changed. */
  printFigures(texts: ReadonlyMap<FigureId, string>): number;
  /** Puts a numbered paragraph after the block the caret is in, and the caret at its end. */
  insertParagraph(inlines: readonly Inline[]): boolean;
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

/** What a block is to be tied to from now on; what is left out stays. */
export interface TieChange {
  readonly blockId: BlockId;
  readonly areaIds?: readonly AreaId[];
  readonly evidenceIds?: readonly EvidenceId[];
  readonly bearings?: Readonly<Bearings>;
  /** Of a heading: whether it shows the grade of its area. */
  readonly graded?: boolean;
}

/** What may be asked of the editor about ties and recommendations. Each is one step to undo, and leaves the focus alone. */
export interface TiesHandle {
  tie(changes: readonly TieChange[]): void;
  /** The paragraphs that justify a recommendation, from now on. */
  justify(recommendationId: BlockId, justifiedBy: readonly BlockId[]): void;
  /** Moves a recommendation before another block, or to the end, and under a timescale. */
  placeRecommendation(id: BlockId, timescaleId: TimescaleId | null, beforeId: BlockId | null): void;
  /** Puts an empty recommendation before a block, or at the end, and the caret and the focus in it. */
  writeRecommendation(recommendation: NewRecommendation, beforeId: BlockId | null): void;
}

export interface NewRecommendation {
  readonly timescaleId: TimescaleId | null;
  readonly areaIds: readonly AreaId[];
  readonly justifiedBy: readonly BlockId[];
}

/** What may be asked of the editor about places of words. */
export interface WordsHandle {
  /** Puts words in the place of others, as one step that can be undone. Answers how many it could put. */
  replaceAll(replacements: readonly Replacement[]): number;
  /** The same a part at a time, so that the page goes on living. Null when it was cancelled: then nothing is replaced. */
  replaceInParts(
    replacements: readonly Replacement[],
    onPart: (share: number) => void,
    signal: AbortSignal,
  ): Promise<number | null>;
  /** Makes words citations of a figure, as one step that can be undone. Answers how many it could make. */
  citeAll(figureId: FigureId, places: readonly Pick<Place, "blockId" | "span">[]): number;
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
