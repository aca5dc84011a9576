import { z } from "zod";
import { AreaId, BlockId, EvidenceId, GradeId, TimescaleId } from "#shared/domain/ids.ts";

/** A run of text with one set of marks. */
export const TextRun = z.strictObject({
  kind: z.literal("text"),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
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

export const Inline = z.discriminatedUnion("kind", [TextRun, EvidenceReference]);
export type Inline = z.infer<typeof Inline>;

const tied = {
  id: BlockId,
  inlines: z.array(Inline),
  /** What the block speaks to, most particular area first. */
  areaIds: z.array(AreaId).default([]),
  /** What the block rests on. */
  evidenceIds: z.array(EvidenceId).default([]),
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
  TableBlock,
  RecommendationBlock,
  FindingsRecordBlock,
]);
export type Block = z.infer<typeof Block>;
export type BlockKind = Block["kind"];
export type BlockOf<K extends BlockKind> = Extract<Block, { kind: K }>;

/** The block's narrative as the reader sees it: evidence references are silent. */
export const textOf = (block: Pick<Block, "inlines">): string =>
  block.inlines.map((inline) => (inline.kind === "text" ? inline.text : "")).join("");

/** Runs from plain text. */
export const plain = (text: string): Inline[] => (text === "" ? [] : [{ kind: "text", text }]);

/** Words as a reader counts them: runs of letters or digits, with inner hyphens and apostrophes. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[-’'.,][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/** The printed number of each numbered paragraph, by block id. Counted from 1 through the whole report. */
export function paragraphNumbers(blocks: readonly Block[]): Map<BlockId, number> {
  const numbers = new Map<BlockId, number>();
  for (const block of blocks)
    if (block.kind === "paragraph" && block.numbered) numbers.set(block.id, numbers.size + 1);
  return numbers;
}
