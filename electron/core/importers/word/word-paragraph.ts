import type { Paragraph } from "#electron/core/importers/word/paragraph.ts";
import type { ListPlace, Style } from "#electron/core/importers/word/styles.ts";
import type { Cell } from "#electron/core/importers/reading/source-block.ts";

/** A paragraph as the document has it, before anything is made of it. */
export interface WordParagraph {
  readonly words: Paragraph;
  readonly style: Style;
  /** Outline level from 0; null for body text. */
  readonly outline: number | null;
  readonly list: ListPlace;
  cell: Cell | null;
}
