import { NUMBER } from "#electron/core/importers/reading/marks.ts";

/** A line of plain text that is not blank. */
export interface Line {
  readonly text: string;
  readonly indented: boolean;
  readonly afterBlank: boolean;
  /** After a form feed, or indented where no blank line explains it: the mark that older tools leave of one. */
  readonly startsPage: boolean;
  /** After a form feed. */
  readonly afterFeed: boolean;
}

/** A page's running head is at most this long. */
const HEAD_LENGTH = 110;
/** It has at most so many lines, and is repeated so often before it counts as one. */
const HEAD_LINES = 3;
const ENOUGH_REPEATS = 3;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,3}(?:\s+of\s+\d+)?$/i;
const NAMES_A_REPORT = /\b(?:inspection|report|draft|review)\b/i;

/**
 * A bare number with a blank line beside it was printed in a margin, and so was the short line right before it that
 * names the report, and every short line that comes again and again near the edges of pages.
 */
export function withoutFurniture(
  lines: readonly Line[],
  isHeading: (text: string) => boolean,
): { lines: Line[]; furniture: string[] } {
  const furniture = new Set<number>();
  const nearEdge = new Set<number>();
  const near = (from: number, to: number): void => {
    for (let index = Math.max(0, from); index <= Math.min(to, lines.length - 1); index++) nearEdge.add(index);
  };
  for (const [index, line] of lines.entries()) {
    if (line.afterFeed) near(index - HEAD_LINES, index + HEAD_LINES - 1);
    const alone = line.afterBlank || line.startsPage || lines[index + 1]?.afterBlank;
    if (!PAGE_NUMBER.test(line.text) || !alone) continue;
    furniture.add(index);
    near(index - HEAD_LINES, index + HEAD_LINES);
    const head = lines[index - 1];
    if (
      head?.afterBlank &&
      line.afterBlank &&
      NAMES_A_REPORT.test(head.text) &&
      couldBeHead(head.text, isHeading)
    )
      furniture.add(index - 1);
  }
  const repeats = Map.groupBy([...nearEdge], (index) => withoutNumbers(lines[index]?.text ?? ""));
  for (const [text, indexes] of repeats)
    if (indexes.length >= ENOUGH_REPEATS && text !== "" && couldBeHead(text, isHeading))
      for (const index of indexes) furniture.add(index);
  const rest: Line[] = [];
  let overPage = false;
  for (const [index, line] of lines.entries()) {
    if (!furniture.has(index)) rest.push({ ...line, startsPage: line.startsPage || overPage });
    overPage = furniture.has(index);
  }
  return { lines: rest, furniture: [...new Set([...furniture].map((index) => lines[index]?.text ?? ""))] };
}

const couldBeHead = (text: string, isHeading: (text: string) => boolean): boolean =>
  text.length <= HEAD_LENGTH && !/[.:;?!]$/.test(text) && !NUMBER.test(text) && !isHeading(text);

const withoutNumbers = (text: string): string => text.replace(/\d+/g, "").replace(/\s+/g, " ").trim();
