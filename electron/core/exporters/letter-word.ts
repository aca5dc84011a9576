import type { Paragraph } from "docx";
import { type LetterInput, type LetterRow, letterWords } from "#electron/core/exporters/letter-input.ts";
import { sheetLine as line, writeSheetWord } from "#electron/core/exporters/word-sheet.ts";

/** The letter in the styles of the report, without an author. */
export const writeLetterWord = (input: LetterInput): Promise<Uint8Array> =>
  writeSheetWord(letterWords(input), { widths: [18, 47, 35], landscape: false, wholeRows: true, cellsOf });

const cellsOf = ({ place, quote, text, suggestion, by, answers, state }: LetterRow): Paragraph[][] => [
  [line(place), line(state)],
  [
    ...(quote === "" ? [] : [line(`“${quote}”`, "TableText", { italics: true })]),
    line(text),
    ...(suggestion === "" ? [] : [line(suggestion)]),
    line(by),
  ],
  answers.length === 0
    ? [line("None yet")]
    : answers.flatMap((answer) => [line(answer.text), line(answer.by)]),
];
