import {
  Document,
  HeadingLevel,
  PageOrientation,
  Paragraph,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { partsOf, zipped } from "#electron/core/exporters/word-package.ts";
import { WORD_STYLES } from "#electron/core/exporters/word-styles.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";

/** A document about a report: facts, a summary, and one table. */
export interface Sheet<Row> {
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface SheetLayout<Row> {
  /** Of the columns, in hundredths of the table. */
  readonly widths: readonly number[];
  readonly landscape: boolean;
  /** Whether a row that does not fit goes to the next page whole. */
  readonly wholeRows: boolean;
  /** What stands in each cell of a row. */
  readonly cellsOf: (row: Row) => readonly Paragraph[][];
}

/** In the styles of the report, without an author. Without rows there is no table. */
export function writeSheetWord<Row>(
  { title, facts, summary, columns, rows }: Sheet<Row>,
  { widths, landscape, wholeRows, cellsOf }: SheetLayout<Row>,
): Promise<Uint8Array> {
  const cell = (children: Paragraph[], column: number): TableCell =>
    new TableCell({ width: { size: widths[column]!, type: WidthType.PERCENTAGE }, children });
  const header = new TableRow({
    tableHeader: true,
    children: columns.map((column, index) => cell([sheetLine(column, "TableHeader")], index)),
  });
  const body = rows.map((row) => new TableRow({ cantSplit: wholeRows, children: cellsOf(row).map(cell) }));
  const document = new Document({
    title: xmlText(title),
    creator: "",
    lastModifiedBy: "",
    description: "",
    styles: WORD_STYLES,
    sections: [
      {
        ...(landscape && { properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } } }),
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: xmlText(title) }),
          ...facts.map(({ name, value }) => sheetLine(`${name}: ${value}`)),
          sheetLine(summary, "Narrative"),
          ...(rows.length > 0 ? [new DescribedTable({ title, columns }, { rows: [header, ...body] })] : []),
        ],
      },
    ],
  });
  return zipped(partsOf(document));
}

export interface Looks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly strike?: boolean;
  readonly underline?: object;
}

/** One paragraph. */
export const sheetLine = (text: string, style = "TableText", looks: Looks = {}): Paragraph =>
  new Paragraph({ style, children: sheetRuns(text, looks) });

/** Words of one look; their own line breaks stay. */
export const sheetRuns = (text: string, looks: Looks = {}): TextRun[] =>
  xmlText(text)
    .split(/\r?\n/)
    .map((part, index) => new TextRun({ text: part, ...looks, ...(index > 0 && { break: 1 }) }));
