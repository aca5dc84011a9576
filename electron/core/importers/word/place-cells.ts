import type { WordParagraph } from "#electron/core/importers/word/word-paragraph.ts";
import type { Cell } from "#electron/core/importers/reading/source-block.ts";

export interface RowCell {
  readonly column: number;
  readonly span: number;
  readonly paragraphs: WordParagraph[];
}

export interface Row {
  header: boolean;
  deleted: boolean;
  readonly cells: RowCell[];
}

/**
 * Says of every paragraph of a table which cell it stands in. A table of one column only holds the page together,
 * and so does a row above or below the others that is one cell over the whole width: what stands in them is text. A
 * table within a cell becomes lines of that cell; a merged cell stands where it begins. A table that was exported from
 * here is one, however narrow.
 */
export function placeCells(table: string, rows: readonly Row[]): WordParagraph[] {
  const isFull = ({ cells }: Row): boolean => cells.length > 1 || cells[0]?.span === 1;
  const ours = rows.some(({ cells }) =>
    cells.some(({ paragraphs }) => paragraphs.some(({ words }) => words.isOurs)),
  );
  const wide = rows.some(({ cells }) => cells.length > 1);
  const first = ours ? 0 : wide ? rows.findIndex(isFull) : -1;
  const last = ours ? rows.length - 1 : rows.findLastIndex(isFull);
  return rows.flatMap((row, index) =>
    row.cells.flatMap(({ column, paragraphs }) => {
      if (first < 0 || index < first || index > last) return paragraphs;
      const header = row.header || (index === first && allBold(row));
      const cell: Cell = { table, row: index - first, column, header };
      return paragraphs.map((paragraph) => ({ ...paragraph, cell }));
    }),
  );
}

const allBold = ({ cells }: Row): boolean =>
  cells.every(({ paragraphs }) => paragraphs.every(({ words }) => words.text === "" || words.look.bold));
