import { Document, HeadingLevel, Paragraph, TableCell, TableRow, TextRun, WidthType } from "docx";
import { type LetterInput, type LetterRow, letterWords } from "#electron/core/exporters/letter-input.ts";
import { partsOf, zipped } from "#electron/core/exporters/word-package.ts";
import { WORD_STYLES } from "#electron/core/exporters/word-styles.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";

const WIDTHS = [18, 47, 35] as const;

/** The letter in the styles of the report, without an author. */
export function writeLetterWord(input: LetterInput): Promise<Uint8Array> {
  const { title, facts, summary, columns, rows } = letterWords(input);
  const header = new TableRow({
    tableHeader: true,
    children: columns.map((column, index) => cell(index, [line(column, "TableHeader")])),
  });
  const document = new Document({
    title: xmlText(title),
    creator: "",
    lastModifiedBy: "",
    description: "",
    styles: WORD_STYLES,
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: xmlText(title) }),
          ...facts.map(({ name, value }) => line(`${name}: ${value}`)),
          line(summary, "Narrative"),
          ...(rows.length > 0
            ? [new DescribedTable({ title, columns }, { rows: [header, ...rows.map(rowOf)] })]
            : []),
        ],
      },
    ],
  });
  return zipped(partsOf(document));
}

const rowOf = ({ place, quote, text, suggestion, by, answers, state }: LetterRow): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      cell(0, [line(place), line(state)]),
      cell(1, [
        ...(quote === "" ? [] : [line(`“${quote}”`, "TableText", { italics: true })]),
        line(text),
        ...(suggestion === "" ? [] : [line(suggestion)]),
        line(by),
      ]),
      cell(
        2,
        answers.length === 0
          ? [line("None yet")]
          : answers.flatMap((answer) => [line(answer.text), line(answer.by)]),
      ),
    ],
  });

const cell = (column: number, children: Paragraph[]): TableCell =>
  new TableCell({ width: { size: WIDTHS[column]!, type: WidthType.PERCENTAGE }, children });

/** One paragraph; its own line breaks stay. */
const line = (text: string, style = "TableText", looks: { readonly italics?: boolean } = {}): Paragraph =>
  new Paragraph({
    style,
    children: xmlText(text)
      .split(/\r?\n/)
      .map((part, index) => new TextRun({ text: part, ...looks, ...(index > 0 && { break: 1 }) })),
  });
