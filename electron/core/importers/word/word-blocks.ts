import type { WordParagraph } from "#electron/core/importers/word/word-paragraph.ts";
import type { List, Numbering } from "#electron/core/importers/word/numbering.ts";
import { isHeadingLevel } from "#electron/core/importers/word/styles.ts";
import { BULLET } from "#electron/core/importers/reading/marks.ts";
import { cutRuns } from "#electron/core/importers/reading/runs.ts";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";

const QUOTATION = /^(?:intense )?(?:quote|quotations?)\b|^block (?:text|quotation)/i;
const CAPTION = /^(?:caption|table caption|image caption)$/i;
/** The title stands first, in styles of its own. */
const TITLE = /^(?:title|subtitle)$/i;

/**
 * Paragraphs as blocks: which are headings, numbered, items, quotations, cells; those of one cell become one. Empty ones
 * are left out, but for those that a block of ours was exported to.
 */
export function wordBlocks(paragraphs: readonly WordParagraph[], numbering: Numbering): SourceBlock[] {
  const lists = new Lists(numbering);
  const blocks: SourceBlock[] = [];
  for (const paragraph of paragraphs) {
    const block = toBlock(paragraph, lists);
    const last = blocks.at(-1);
    // Comments may hang on an empty paragraph, and then are about what stands above it.
    if (block.text === "" && !block.anchors?.length) {
      if (last && block.comments?.length)
        blocks[blocks.length - 1] = { ...last, comments: [...(last.comments ?? []), ...block.comments] };
      continue;
    }
    lists.passed(block);
    if (last && isSameCell(last, block)) blocks[blocks.length - 1] = joinCell(last, block);
    else blocks.push(block);
  }
  return blocks;
}

/** What the first paragraphs call the report; empty when none of them is set as a title. */
export function styledTitle(paragraphs: readonly WordParagraph[]): string {
  const written = paragraphs.filter(({ words }) => words.text !== "");
  const end = written.findIndex(({ style }) => !TITLE.test(style.name));
  return written
    .slice(0, end < 0 ? written.length : end)
    .map(({ words }) => words.text)
    .join(" ")
    .replace(/\s+/g, " ");
}

function toBlock(paragraph: WordParagraph, lists: Lists): SourceBlock {
  const { words, style, outline, cell } = paragraph;
  const { text } = words;
  const base = {
    text,
    page: 0,
    level: 0,
    look: { ...words.look, left: 0 },
    cell,
    runs: words.runs,
    comments: words.comments,
    anchors: words.anchors,
    tracked: words.changes,
  };
  if (TITLE.test(style.name)) return { ...base, role: "text", look: null };
  if (isHeadingLevel(outline)) {
    lists.headed(paragraph);
    return { ...base, role: "heading", level: outline + 1 };
  }
  if (QUOTATION.test(style.name)) return { ...base, role: "quotation", look: null };
  if (CAPTION.test(style.name)) return { ...base, role: "caption", look: null };
  const place = lists.placeOf(paragraph);
  if (place === "numbered") return { ...base, role: "text", numbered: true, look: null };
  if (place !== null) return { ...base, role: "item", level: place };
  const sign = BULLET.exec(text)?.[0].length ?? 0;
  if (sign === 0) return { ...base, role: "text" };
  return {
    ...base,
    role: "item",
    level: 1,
    text: text.slice(sign),
    runs: cutRuns(base.runs, sign, text.length),
    comments: base.comments.map((comment) => ({ ...comment, offset: Math.max(0, comment.offset - sign) })),
    anchors: base.anchors.map((anchor) => ({
      ...anchor,
      from: Math.max(0, anchor.from - sign),
      to: Math.max(0, anchor.to - sign),
    })),
    tracked: base.tracked.map((change) => ({ ...change, from: Math.max(0, change.from - sign) })),
  };
}

/** Tells the numbers of the report's paragraphs from the small lists within them. */
class Lists {
  readonly #numbering: Numbering;
  readonly #within = new Map<string, boolean>();
  readonly #counting = new Set<string>();
  /** Kinds that count headings too. */
  readonly #headed = new Set<string>();
  #opensList = false;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** Must hear of every block, in order. */
  passed({ text }: SourceBlock): void {
    this.#opensList = text.endsWith(":");
  }

  headed({ list }: WordParagraph): void {
    const kind = this.#numbering.find(list.numId)?.kind;
    if (kind !== undefined) this.#headed.add(kind);
  }

  /** “numbered” for a paragraph of the report, a level from 1 for an item, null outside lists. */
  placeOf({ list: { numId, level }, cell }: WordParagraph): "numbered" | number | null {
    const list = this.#numbering.find(numId);
    if (!list || numId === null) return null;
    const depth = level ?? 0;
    const { format = "none", text = "" } = list.levels.get(depth) ?? {};
    if (format === "none") return null;
    const counts =
      format === "decimal" && (this.#headed.has(list.kind) ? COUNT_IN_SECTION : COUNT)[depth]?.test(text);
    if (cell || !counts || this.#isWithin(numId, list)) return depth + 1;
    this.#counting.add(list.kind);
    return "numbered";
  }

  /** A list that begins behind a colon is part of the paragraph above, unless it goes on counting the report's. */
  #isWithin(numId: string, list: List): boolean {
    const known = this.#within.get(numId);
    if (known !== undefined) return known;
    const within = this.#opensList && (list.restarts || !this.#counting.has(list.kind));
    this.#within.set(numId, within);
    return within;
  }
}

/** “12.”, or “3.12” where the headings are counted too; by level. */
const COUNT = [/^\(?%1[.):]?\s*$/];
const COUNT_IN_SECTION = [...COUNT, /^%1\.%2[.)]?\s*$/];

const isSameCell = (a: SourceBlock, b: SourceBlock): boolean =>
  a.cell !== null &&
  b.cell !== null &&
  a.cell.table === b.cell.table &&
  a.cell.row === b.cell.row &&
  a.cell.column === b.cell.column;

function joinCell(cell: SourceBlock, next: SourceBlock): SourceBlock {
  const offset = cell.text.length + 1;
  return {
    ...cell,
    text: `${cell.text}\n${next.text}`,
    runs: [...(cell.runs ?? []), { kind: "text", text: "\n" }, ...(next.runs ?? [])],
    comments: [
      ...(cell.comments ?? []),
      ...(next.comments ?? []).map((comment) => ({ ...comment, offset: comment.offset + offset })),
    ],
    anchors: [
      ...(cell.anchors ?? []),
      ...(next.anchors ?? []).map((anchor) => ({
        ...anchor,
        from: anchor.from + offset,
        to: anchor.to + offset,
      })),
    ],
    tracked: [
      ...(cell.tracked ?? []),
      ...(next.tracked ?? []).map((change) => ({ ...change, from: change.from + offset })),
    ],
  };
}
