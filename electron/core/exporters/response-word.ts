import { Paragraph } from "docx";
import {
  type ResponseInput,
  type ResponseRow,
  responseWords,
} from "#electron/core/exporters/response-input.ts";
import {
  type Looks,
  sheetLine as line,
  sheetRuns as runs,
  writeSheetWord,
} from "#electron/core/exporters/word-sheet.ts";
import type { Piece } from "#shared/document/mark-words.ts";

/** The response in the styles of the report, without an author. */
export const writeResponseWord = (input: ResponseInput): Promise<Uint8Array> =>
  writeSheetWord(responseWords(input), {
    widths: [12, 28, 24, 36],
    landscape: true,
    wholeRows: false,
    cellsOf,
  });

const cellsOf = ({
  place,
  kind,
  text,
  shows,
  decision,
  reason,
  changes,
  unchanged,
}: ResponseRow): Paragraph[][] => [
  [line(place), line(kind)],
  [...(text === "" ? [] : [line(text)]), ...(shows === "" ? [] : [line(`What shows it: ${shows}`)])],
  [bold(decision), ...(reason === "" ? [] : [line(reason)])],
  unchanged === ""
    ? changes.flatMap(({ place: where, before, after }) => [
        ...(where === "" ? [] : [bold(where)]),
        marked("Before", before, { strike: true }),
        marked("After", after, { underline: {} }),
      ])
    : [line(unchanged)],
];

const bold = (text: string): Paragraph => line(text, "TableText", { bold: true });

/** “Before: …” with the words marked that are not in the other. */
const marked = (name: string, pieces: readonly Piece[], looks: Looks): Paragraph =>
  new Paragraph({
    style: "TableText",
    children: [
      ...runs(`${name}: `, { bold: true }),
      ...(pieces.length === 0
        ? runs("no words")
        : pieces.flatMap(({ text, changed }) => runs(text, changed ? looks : {}))),
    ],
  });
