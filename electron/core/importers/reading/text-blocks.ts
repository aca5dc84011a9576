import { continues, joinLines } from "#electron/core/importers/reading/join-lines.ts";
import { BULLET, NUMBER, numberOf } from "#electron/core/importers/reading/marks.ts";
import { withoutFurniture, type Line } from "#electron/core/importers/reading/text-furniture.ts";
import type { SourceBlock, SourceDocument } from "#electron/core/importers/reading/source-block.ts";

/** What the text reader must know of the frameworks. */
export interface TextClues {
  /** True for the name of an area or section, with or without a grade behind it. */
  isHeading(text: string): boolean;
  /** True for a line that begins a row of the table of grades and what they mean. */
  startsScaleRow(text: string): boolean;
  /** True for the label of a deadline group. */
  isTimescale(text: string): boolean;
}

const INDENTED = /^[\s\u00A0]/;
/** Where more than this part of the lines is indented, that is the margin and says nothing of one line. */
const MARGIN = 0.3;

/**
 * Plain text as blocks: blank lines part paragraphs, a number or a mark begins one, and text that stops at the foot
 * of a page goes on at the head of the next. An indented line after a blank one is an item of a list.
 */
export function textBlocks(text: string, clues: TextClues): SourceDocument {
  const { lines, furniture } = withoutFurniture(toLines(text), clues.isHeading);
  const runs: { lines: string[]; role: SourceBlock["role"] }[] = [];
  let lastNumber = 0;
  for (const [index, line] of lines.entries()) {
    const run = runs.at(-1);
    const soFar = run ? joinLines(run.lines) : "";
    const alone = /^(\d{1,3})\.$/.exec(line.text);
    const number = alone ? Number(alone[1]) : numberOf(line.text);
    const numbered =
      number !== null && (number === lastNumber + 1 || (!alone && line.afterBlank && number > lastNumber));
    if (numbered) lastNumber = number;
    const begins = numbered || wholeHeading(lines, index, clues);
    const start = run === undefined ? "text" : beginning(line, soFar, clues, begins);
    if (start === null) run?.lines.push(line.text);
    else runs.push({ lines: [line.text], role: start });
  }
  const blocks = runs.map(({ lines: printed, role }) => ({
    text: joinLines(printed).replace(BULLET, ""),
    page: 0,
    role,
    level: role === "item" ? 1 : 0,
    look: null,
    cell: null,
  }));
  return { blocks, furniture, title: "" };
}

/** What the line begins; null when it goes on with what came before. */
function beginning(line: Line, soFar: string, clues: TextClues, begins: boolean): SourceBlock["role"] | null {
  if (BULLET.test(line.text)) return "item";
  if (begins || clues.isTimescale(line.text) || clues.startsScaleRow(line.text)) return "text";
  const afterLabel = clues.isTimescale(soFar);
  if (line.startsPage && !afterLabel) return clues.isHeading(soFar) ? "text" : null;
  if (line.indented && (line.afterBlank || afterLabel)) return "item";
  if (line.afterBlank) return continues(soFar, line.text) && !clues.isHeading(soFar) ? null : "text";
  return afterLabel ? "text" : null;
}

/** A heading may run over two or three lines: its first line begins one when the lines together are a name. */
function wholeHeading(lines: readonly Line[], from: number, clues: TextClues): boolean {
  const first = lines[from];
  const before = lines[from - 1];
  if (!first || !/^[\p{Lu}\d]/u.test(first.text)) return false;
  const apart = first.afterBlank || first.startsPage || !before || /[.!?:]$/.test(before.text);
  if (!apart && !clues.isHeading(before.text)) return false;
  const parts: string[] = [];
  for (const line of lines.slice(from, from + 3)) {
    if (parts.length > 0 && (line.afterBlank || NUMBER.test(line.text))) break;
    parts.push(line.text);
    if (clues.isHeading(joinLines(parts))) return true;
  }
  return false;
}

function toLines(text: string): Line[] {
  const lines: Line[] = [];
  const printedLines = text.split("\n").filter((line) => line.trim() !== "");
  const margin = printedLines.filter((line) => INDENTED.test(line)).length > printedLines.length * MARGIN;
  let afterBlank = true;
  let feed = false;
  for (const raw of text.split(/\r\n?|\n/)) {
    if (raw.includes("\f")) feed = true;
    const printed = raw.replaceAll("\f", "");
    if (printed.trim() === "") {
      afterBlank = true;
      continue;
    }
    const indented = !margin && INDENTED.test(printed);
    const startsPage = feed || (indented && !afterBlank);
    lines.push({
      text: printed.trim(),
      indented,
      afterBlank: afterBlank && !feed,
      startsPage,
      afterFeed: feed,
    });
    afterBlank = false;
    feed = false;
  }
  return lines;
}
