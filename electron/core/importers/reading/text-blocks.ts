import { continues, joinLines } from "#electron/core/importers/reading/join-lines.ts";
import { BULLET, NUMBER, numberOf } from "#electron/core/importers/reading/marks.ts";
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

interface Line {
  readonly text: string;
  readonly indented: boolean;
  readonly afterBlank: boolean;
  /** After a form feed, or indented where no blank line explains it: the mark that older tools leave of one. */
  readonly startsPage: boolean;
}

/** A page's running head is at most this long. */
const RUNNING_HEAD_LENGTH = 110;

/**
 * Plain text as blocks: blank lines part paragraphs, a number or a mark begins one, and text that stops at the foot
 * of a page goes on at the head of the next. An indented line after a blank one is an item of a list.
 */
export function textBlocks(text: string, clues: TextClues): SourceDocument {
  const { lines, furniture } = withoutFurniture(toLines(text), clues);
  const runs: { lines: string[]; role: SourceBlock["role"] }[] = [];
  let lastNumber = 0;
  for (const [index, line] of lines.entries()) {
    const run = runs.at(-1);
    const soFar = run ? joinLines(run.lines) : "";
    const number = numberOf(line.text);
    const numbered =
      number !== null && (number === lastNumber + 1 || (line.afterBlank && number > lastNumber));
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
  return { blocks, furniture };
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
  if (!first.afterBlank && !first.startsPage && before && !clues.isHeading(before.text)) return false;
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
  let afterBlank = true;
  let feed = false;
  for (const raw of text.split(/\r\n?|\n/)) {
    if (raw.includes("\f")) feed = true;
    const printed = raw.replaceAll("\f", "");
    if (printed.trim() === "") {
      afterBlank = true;
      continue;
    }
    const indented = /^[\s\u00A0]/.test(printed);
    const startsPage = feed || (indented && !afterBlank);
    lines.push({ text: printed.trim(), indented, afterBlank: afterBlank && !feed, startsPage });
    afterBlank = false;
    feed = false;
  }
  return lines;
}

/**
 * A bare number with blank lines round it, or a short line right beside one, was printed in a margin. Lines that
 * come again and again beside page numbers are running heads wherever else they stand.
 */
function withoutFurniture(lines: readonly Line[], clues: TextClues): { lines: Line[]; furniture: string[] } {
  const furniture = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (!/^(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?$/i.test(line.text)) continue;
    const next = lines[index + 1];
    if (!line.afterBlank && !line.startsPage && !next?.afterBlank) continue;
    furniture.add(index);
    const head = lines[index - 1];
    if (head && line.afterBlank && isRunningHead(head, lines[index - 2], clues)) furniture.add(index - 1);
  }
  const heads = new Set([...furniture].map((index) => withoutNumbers(lines[index]?.text ?? "")));
  heads.delete("");
  const rest: Line[] = [];
  const removed: string[] = [];
  let overPage = false;
  for (const [index, line] of lines.entries()) {
    const out = furniture.has(index) || (heads.has(withoutNumbers(line.text)) && !clues.isHeading(line.text));
    if (out) removed.push(line.text);
    else rest.push({ ...line, startsPage: line.startsPage || overPage });
    overPage = out;
  }
  return { lines: rest, furniture: [...new Set(removed)] };
}

const isRunningHead = (line: Line, before: Line | undefined, clues: TextClues): boolean =>
  (line.afterBlank || before === undefined) &&
  line.text.length <= RUNNING_HEAD_LENGTH &&
  !/[.:;?!]$/.test(line.text) &&
  !NUMBER.test(line.text) &&
  !clues.isHeading(line.text);

const withoutNumbers = (text: string): string => text.replace(/\d+/g, "").trim();
