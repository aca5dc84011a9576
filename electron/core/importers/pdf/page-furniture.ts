import type { Segment } from "#electron/core/importers/pdf/page-text.ts";

/** A printed line: segments side by side. */
export interface PrintedLine {
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly page: number;
  readonly y: number;
}

/** Text that comes again at the same height of so many pages is printed by the page, not by the author. */
const ENOUGH_PAGES = 3;
/** How many lines from the top or bottom of a page may be furniture. */
const EDGE_LINES = 3;

export function toLines(segments: readonly Segment[]): PrintedLine[] {
  const lines: Segment[][] = [];
  for (const segment of segments) {
    const line = lines.at(-1);
    if (!line || segment.startsLine || line[0]?.page !== segment.page) lines.push([segment]);
    else line.push(segment);
  }
  return lines.map((parts) => ({
    segments: parts,
    text: parts
      .map(({ text }) => text)
      .join(" ")
      .replace(/\s+/g, " ")
      .trim(),
    page: parts[0]?.page ?? 0,
    y: parts[0]?.y ?? 0,
  }));
}

/**
 * Lines that belong to the page: those the document marks so, bare page numbers at an edge, and what comes again at
 * an edge of page after page.
 */
export function pageFurniture(lines: readonly PrintedLine[]): Set<PrintedLine> {
  const furniture = new Set(lines.filter(({ segments }) => segments.every(({ artifact }) => artifact)));
  const edges = [
    ...Map.groupBy(
      lines.filter((line) => !furniture.has(line)),
      ({ page }) => page,
    ).values(),
  ].flatMap(edgeLines);
  const seen = Map.groupBy(edges, (line) => `${withoutNumbers(line.text)} ${Math.round(line.y / 4)}`);
  for (const line of edges) {
    const pages = new Set(
      seen.get(`${withoutNumbers(line.text)} ${Math.round(line.y / 4)}`)?.map(({ page }) => page),
    );
    const isNumber = /^(?:page\s+)?\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?$/i.test(line.text);
    if (pages.size >= ENOUGH_PAGES || (isNumber && line.segments.every(({ tag }) => tag === null)))
      furniture.add(line);
  }
  return furniture;
}

function edgeLines(lines: readonly PrintedLine[]): PrintedLine[] {
  const byHeight = lines.toSorted((a, b) => a.y - b.y);
  return byHeight.length <= EDGE_LINES * 2
    ? byHeight
    : [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)];
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, "").trim();
