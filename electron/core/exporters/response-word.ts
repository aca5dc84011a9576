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
import {
  type ResponseInput,
  type ResponseRow,
  responseWords,
} from "#electron/core/exporters/response-input.ts";
import { partsOf, zipped } from "#electron/core/exporters/word-package.ts";
import { WORD_STYLES } from "#electron/core/exporters/word-styles.ts";
import { DescribedTable } from "#electron/core/exporters/word-table.ts";
import { xmlText } from "#electron/core/exporters/xml-text.ts";
import type { Piece } from "#shared/document/mark-words.ts";

const WIDTHS = [12, 28, 24, 36] as const;

/** The response in the styles of the report, without an author. */
export function writeResponseWord(input: ResponseInput): Promise<Uint8Array> {
  const { title, facts, summary, columns, rows } = responseWords(input);
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
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
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

const rowOf = ({ place, kind, text, shows, decision, reason, changes, unchanged }: ResponseRow): TableRow =>
  new TableRow({
    cantSplit: false,
    children: [
      cell(0, [line(place), line(kind)]),
      cell(1, [
        ...(text === "" ? [] : [line(text)]),
        ...(shows === "" ? [] : [line(`What shows it: ${shows}`)]),
      ]),
      cell(2, [bold(decision), ...(reason === "" ? [] : [line(reason)])]),
      cell(
        3,
        unchanged === ""
          ? changes.flatMap(({ place: where, before, after }) => [
              ...(where === "" ? [] : [bold(where)]),
              ...marked("Before", before, { strike: true }),
              ...marked("After", after, { underline: {} }),
            ])
          : [line(unchanged)],
      ),
    ],
  });

const cell = (column: number, children: Paragraph[]): TableCell =>
  new TableCell({ width: { size: WIDTHS[column]!, type: WidthType.PERCENTAGE }, children });

const line = (text: string, style = "TableText"): Paragraph => new Paragraph({ style, children: runs(text) });
const bold = (text: string): Paragraph =>
  new Paragraph({ style: "TableText", children: runs(text, { bold: true }) });

type Looks = { readonly strike?: boolean; readonly underline?: object; readonly bold?: boolean };

/** “Before: …” with the words marked that are not in the other. */
const marked = (name: string, pieces: readonly Piece[], looks: Looks): Paragraph[] => [
  new Paragraph({
    style: "TableText",
    children: [
      ...runs(`${name}: `, { bold: true }),
      ...(pieces.length === 0
        ? runs("no words")
        : pieces.flatMap(({ text, changed }) => runs(text, changed ? looks : {}))),
    ],
  }),
];

/** Its own line breaks stay. */
const runs = (text: string, looks: Looks = {}): TextRun[] =>
  xmlText(text)
    .split(/\r?\n/)
    .map((part, index) => new TextRun({ text: part, ...looks, ...(index > 0 && { break: 1 }) }));
