import { CellCounter } from "#electron/core/importers/pdf/cells.ts";
import { untaggedCells } from "#electron/core/importers/pdf/columns.ts";
import { pageFurniture, toLines, type PrintedLine } from "#electron/core/importers/pdf/page-furniture.ts";
import type { Segment } from "#electron/core/importers/pdf/page-text.ts";
import type { TagCell } from "#electron/core/importers/pdf/tags.ts";
import { goesOnBelow, usualPitch, startsBlock, goesOverPage } from "#electron/core/importers/pdf/untagged.ts";
import { joinLines } from "#electron/core/importers/reading/join-lines.ts";
import { BULLET } from "#electron/core/importers/reading/marks.ts";
import type { Cell, SourceBlock, SourceDocument } from "#electron/core/importers/reading/source-block.ts";

/** A block while its segments are gathered. */
interface Gathering {
  /** The tagged element's; null without one. */
  readonly key: string | null;
  readonly cell: TagCell | null;
  readonly segments: Segment[];
}

/** Contents lists end their lines with a page number, often behind dots. */
const CONTENTS_LINE = /[\s.…]\d{1,3}$/;

/**
 * Segments of the whole document, in its order, as blocks: by the document's tags where it has them, which hold
 * paragraphs together over pages; by the look of the page where it has none.
 *
 * @param title from the file's properties
 */
export function pdfBlocks(segments: readonly Segment[], title: string): SourceDocument {
  const lines = toLines(segments);
  const furniture = pageFurniture(lines);
  const body = lines.filter((line) => !furniture.has(line));
  const pitch = usualPitch(body);
  const gathered = inOrderOfTags(gather(body, pitch));
  const counter = new CellCounter(gathered.flatMap(({ cell }) => cell ?? []));
  const blocks = withCells(joinParts(gathered, counter, pitch), counter).filter(({ text }) => text !== "");
  return {
    blocks: withoutContents(blocks),
    furniture: [...new Set([...furniture].map(({ text }) => text))],
    title,
  };
}

function gather(lines: readonly PrintedLine[], pitch: number): Gathering[] {
  const blocks: Gathering[] = [];
  const tagged = new Map<string, Gathering>();
  const cells = untaggedCells(lines);
  for (const [index, line] of lines.entries())
    for (const segment of line.segments) {
      if (segment.artifact || segment.tag?.contents) continue;
      const key = segment.tag?.key ?? null;
      const cell = segment.tag ? segment.tag.cell : (cells.get(segment) ?? null);
      const open = key === null ? openUntagged(blocks, lines, index, segment, cell, pitch) : tagged.get(key);
      if (open) {
        open.segments.push(segment);
        continue;
      }
      const begun: Gathering = { key, cell, segments: [segment] };
      blocks.push(begun);
      if (key !== null) tagged.set(key, begun);
    }
  return blocks;
}

/**
 * Programs may draw a page in any order; the tree of tags has the order of reading. What has no tag stays behind
 * what was drawn before it.
 */
function inOrderOfTags(blocks: readonly Gathering[]): Gathering[] {
  let path: number[] = [];
  const placed = blocks.map((block) => {
    if (block.key !== null) path = block.key.split(".").map(Number);
    return { block, path };
  });
  return placed.toSorted((a, b) => comparePaths(a.path, b.path)).map(({ block }) => block);
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const difference = (a[depth] ?? 0) - (b[depth] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/**
 * Word gives what goes on over the page a new element, and sometimes what goes on below a paragraph's first line, so
 * even a tagged document has to be joined by its look: the first block of a page goes on with the last of the page
 * before when it carries no mark of its own and is set where that one's further lines are, or when that one stops
 * in mid-sentence.
 */
function joinParts(blocks: readonly Gathering[], counter: CellCounter, pitch: number): Gathering[] {
  const joined: Gathering[] = [];
  for (const block of blocks) {
    const last = joined.findLast((candidate) => !isNote(candidate));
    if (last && !isNote(block) && goesOn(last, block, counter, pitch)) last.segments.push(...block.segments);
    else joined.push(block);
  }
  return joined;
}

function goesOn(last: Gathering, block: Gathering, counter: CellCounter, pitch: number): boolean {
  const [first] = block.segments;
  const before = last.segments.at(-1);
  if (!first || !before || counter.place(block.cell)) return false;
  if (last.key === null && last.cell !== null) return false;
  const soFar = textOf(last.segments);
  if (first.page === before.page) return first.startsLine && goesOnBelow(soFar, before, first, pitch);
  return first.page === before.page + 1 && goesOverPage(soFar, last.segments, block.segments);
}

const isNote = ({ segments }: Gathering): boolean => segments[0]?.tag?.role === "note";

/** The untagged block this segment goes on with, if it does. */
function openUntagged(
  blocks: readonly Gathering[],
  lines: readonly PrintedLine[],
  index: number,
  segment: Segment,
  cell: TagCell | null,
  pitch: number,
): Gathering | undefined {
  if (cell) return blocks.findLast((block) => isSameCell(block.cell, cell));
  const last = blocks.at(-1);
  const before = last?.segments.at(-1);
  if (last?.cell && last.key === null) return undefined;
  if (!last || last.key !== null || !before) return undefined;
  if (!segment.startsLine) return last;
  if (before.page !== segment.page) return undefined;
  return startsBlock(segment, before, lines[index], pitch) ? undefined : last;
}

const isSameCell = (a: TagCell | null, b: TagCell): boolean => a?.row === b.row && a.column === b.column;

/** Blocks with their places in tables; the paragraphs of one cell become one block. */
function withCells(gathered: readonly Gathering[], counter: CellCounter): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  for (const gathering of gathered) {
    const cell = counter.place(gathering.cell);
    const block = toBlock(gathering, cell);
    const last = blocks.at(-1);
    if (
      last?.cell &&
      cell &&
      last.cell.table === cell.table &&
      last.cell.row === cell.row &&
      last.cell.column === cell.column
    )
      blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${block.text}` };
    else blocks.push(block);
  }
  return blocks;
}

/** Segments of one line stand side by side; lines follow each other. */
function textOf(segments: readonly Segment[]): string {
  const lines: string[] = [];
  for (const { text, startsLine } of segments) {
    if (startsLine || lines.length === 0) lines.push(text);
    else lines.push(`${lines.pop() ?? ""}${text}`);
  }
  return joinLines(lines);
}

function toBlock({ segments }: Gathering, cell: Cell | null): SourceBlock {
  const text = textOf(segments);
  const first = segments[0];
  const tag = first?.tag ?? null;
  const marked = BULLET.test(text);
  return {
    text: text.replace(BULLET, ""),
    page: first?.page ?? 0,
    role: marked && tag?.role !== "note" ? "item" : (tag?.role ?? "text"),
    level: marked && tag?.role !== "item" ? 1 : (tag?.level ?? 0),
    look: first ? { size: largest(segments), bold: segments.every(({ bold }) => bold), left: first.x } : null,
    cell,
  };
}

/** The size most of its letters have. */
function largest(segments: readonly Segment[]): number {
  return segments.toSorted((a, b) => b.text.length - a.text.length)[0]?.size ?? 0;
}

/** Takes out “Contents” and the lines below it that end in a page number. */
function withoutContents(blocks: readonly SourceBlock[]): SourceBlock[] {
  const start = blocks.findIndex(({ text }) => /^(?:table of )?contents$/i.test(text));
  if (start < 0) return [...blocks];
  let end = start + 1;
  for (let index = end; index < blocks.length; index++) {
    const { text = "", page } = blocks[index] ?? {};
    if (text.length < 200 && CONTENTS_LINE.test(text)) end = index + 1;
    else if (page !== blocks[start]?.page || index > end + 2) break;
  }
  return [...blocks.slice(0, start), ...blocks.slice(end)];
}
