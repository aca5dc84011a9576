import { z } from "zod";
import { AreaId, BlockId, EvidenceId, FigureId, GradeId, TimescaleId } from "#shared/domain/ids.ts";

const marks = { bold: z.boolean().optional(), italic: z.boolean().optional() };

/** A run of text with one set of marks. */
export const TextRun = z.strictObject({
  kind: z.literal("text"),
  text: z.string(),
  ...marks,
  /** http, https or mailto only; anything else is refused at the boundary. */
  href: z
    .string()
    .regex(/^(https?:|mailto:)/i)
    .max(2000)
    .optional(),
});
export type TextRun = z.infer<typeof TextRun>;

/** A citation of an evidence item. Never exported, and no part of the narrative's text. */
export const EvidenceReference = z.strictObject({ kind: z.literal("evidence"), evidenceId: EvidenceId });
export type EvidenceReference = z.infer<typeof EvidenceReference>;

/** A figure of the register. `text` is what it prints; the register is what it is true to. */
export const FigureReference = z.strictObject({
  kind: z.literal("figure"),
  figureId: FigureId,
  text: z.string(),
  ...marks,
});
export type FigureReference = z.infer<typeof FigureReference>;

/** The number of another paragraph. `text` is that number as last counted: “14”. */
export const ParagraphReference = z.strictObject({
  kind: z.literal("reference"),
  blockId: BlockId,
  text: z.string(),
  ...marks,
});
export type ParagraphReference = z.infer<typeof ParagraphReference>;

/** Where a footnote is marked; its words are the footnote block of that id. Silent in the narrative's text. */
export const NoteMark = z.strictObject({ kind: z.literal("note"), blockId: BlockId });
export type NoteMark = z.infer<typeof NoteMark>;

export const Inline = z.discriminatedUnion("kind", [
  TextRun,
  EvidenceReference,
  FigureReference,
  ParagraphReference,
  NoteMark,
]);
export type Inline = z.infer<typeof Inline>;

/** What evidence does to the words tied to it, when it does not support them. */
export const Bearing = z.enum(["qualifies", "contradicts"]);
export type Bearing = z.infer<typeof Bearing>;

export const Bearings = z.record(EvidenceId, Bearing);
export type Bearings = z.infer<typeof Bearings>;

/** The bearings of the items that are tied, in the order of the ties: a tie that goes takes its bearing along. */
export const bearingsAmong = (evidenceIds: readonly EvidenceId[], bearings: Readonly<Bearings>): Bearings =>
  Object.fromEntries(evidenceIds.flatMap((id) => (bearings[id] ? [[id, bearings[id]]] : [])));

const tied = {
  id: BlockId,
  inlines: z.array(Inline),
  /** What the block speaks to, most particular area first. */
  areaIds: z.array(AreaId).default([]),
  /** What the block rests on. */
  evidenceIds: z.array(EvidenceId).default([]),
  /** Of those ids, the ones that do not support the block. Keys in the order of `evidenceIds`. */
  bearings: Bearings.default({}),
};

/** `areaIds[0]` of a graded heading is the area whose grade it shows. */
export const HeadingBlock = z.strictObject({
  kind: z.literal("heading"),
  ...tied,
  level: z.int().min(1).max(4),
  /** True when the heading shows the grade of its area. */
  graded: z.boolean().default(false),
  /**
   * The grade as the source document printed it beside this heading; null when written here.
   * Setting the area's grade in the workstation rewrites it.
   */
  printedGrade: z.strictObject({ gradeId: GradeId, wording: z.string() }).nullable().default(null),
});

/** A paragraph; numbered ones are counted through the whole report. */
export const ParagraphBlock = z.strictObject({
  kind: z.literal("paragraph"),
  ...tied,
  numbered: z.boolean().default(true),
});

/** One item of a bulleted list; neighbours form one list, and belong to the numbered paragraph above. */
export const BulletBlock = z.strictObject({
  kind: z.literal("bullet"),
  ...tied,
  level: z.int().min(1).max(3).default(1),
});

export const QuotationBlock = z.strictObject({
  kind: z.literal("quotation"),
  ...tied,
  speaker: z.enum(["child", "parent", "carer", "staff", "partner", "other"]).default("other"),
});

/** The words of a footnote. It stands after the block that marks it, and is printed at the foot of the page. */
export const FootnoteBlock = z.strictObject({ kind: z.literal("footnote"), ...tied });

/** Cells hold plain text; the first row is the header when `header` is true. `inlines` is its caption. */
export const TableBlock = z.strictObject({
  kind: z.literal("table"),
  ...tied,
  header: z.boolean().default(true),
  rows: z.array(z.array(z.string())),
});

/** An area for improvement. Neighbours with one timescale form one list under that timescale's label. */
export const RecommendationBlock = z.strictObject({
  kind: z.literal("recommendation"),
  ...tied,
  timescaleId: TimescaleId.nullable().default(null),
  /** The paragraphs that justify it. */
  justifiedBy: z.array(BlockId).default([]),
});

/** The record of main findings: drawn from the judgements, never typed by hand. `inlines` is empty. */
export const FindingsRecordBlock = z.strictObject({ kind: z.literal("findings-record"), ...tied });

export const Block = z.discriminatedUnion("kind", [
  HeadingBlock,
  ParagraphBlock,
  BulletBlock,
  QuotationBlock,
  FootnoteBlock,
  TableBlock,
  RecommendationBlock,
  FindingsRecordBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockKind = Block["kind"];
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

/** The block's narrative as the reader sees it: evidence references and footnote marks are silent. */
export const textOf = (block: Pick<Block, "inlines">): string =>
  block.inlines.map((inline) => ("text" in inline ? inline.text : "")).join("");

/** Runs from plain text. */
export const plain = (text: string): Inline[] => (text === "" ? [] : [{ kind: "text", text }]);

/** A text of a block: its own, or that of one cell of a table, row and column from 0. */
export interface BlockText {
  readonly cell: readonly [row: number, column: number] | null;
  readonly text: string;
}

/** Every text a block has, in the order they are read: its own, which is a table's caption, and its cells. */
export function textsIn(block: Block): BlockText[] {
  const own: BlockText = { cell: null, text: textOf(block) };
  if (block.kind !== "table") return [own];
  return [own, ...block.rows.flatMap((row, r) => row.map((text, c): BlockText => ({ cell: [r, c], text })))];
}

/** Words as a reader tells them: runs of letters or digits, with inner hyphens and apostrophes. */
export const countedWords = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu) ?? [];

export const countWords = (text: string): number => countedWords(text).length;

/** The printed number of each numbered paragraph, by block id. Counted from 1 through the whole report. */
export function paragraphNumbers(blocks: readonly Block[]): Map<BlockId, number> {
  const numbers = new Map<BlockId, number>();
  for (const block of blocks)
    if (block.kind === "paragraph" && block.numbered) numbers.set(block.id, numbers.size + 1);
  return numbers;
}

/** The printed number of each footnote that is marked, by block id: in the order of the marks. */
export function noteNumbers(blocks: readonly Block[]): Map<BlockId, number> {
  const notes = new Set(blocks.flatMap((block) => (block.kind === "footnote" ? [block.id] : [])));
  const numbers = new Map<BlockId, number>();
  if (notes.size === 0) return numbers;
  for (const { inlines } of blocks)
    for (const inline of inlines)
      if (inline.kind === "note" && notes.has(inline.blockId) && !numbers.has(inline.blockId))
        numbers.set(inline.blockId, numbers.size + 1);
  return numbers;
}
