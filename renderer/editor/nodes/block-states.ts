import { createState } from "lexical";
import { z } from "zod";
import {
  BulletBlock,
  FindingsRecordBlock,
  HeadingBlock,
  Inline,
  ParagraphBlock,
  QuotationBlock,
  RecommendationBlock,
  TableBlock,
} from "#shared/domain/block.ts";
import { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";

const tied = { id: true, inlines: true, areaIds: true, evidenceIds: true } as const;

/** What a block of text is, besides its text and its ties. */
export const TextShape = z.discriminatedUnion("kind", [
  HeadingBlock.omit(tied),
  ParagraphBlock.omit(tied),
  BulletBlock.omit(tied),
  QuotationBlock.omit(tied),
  RecommendationBlock.omit(tied),
]);
export type TextShape = z.infer<typeof TextShape>;

/** Blocks that are shown whole and not typed into. */
export const FixedShape = z.discriminatedUnion("kind", [
  TableBlock.omit(tied),
  FindingsRecordBlock.omit(tied),
]);
export type FixedShape = z.infer<typeof FixedShape>;

const PLAIN: TextShape = { kind: "paragraph", numbered: true };

/** Every parser survives anything an old clipboard holds: it falls back rather than lose the text. */
export const textShapeState = createState("shape", {
  parse: (value): TextShape => TextShape.catch(PLAIN).parse(value ?? PLAIN),
});

export const fixedShapeState = createState("shape", {
  parse: (value): FixedShape =>
    FixedShape.catch({ kind: "findings-record" }).parse(value ?? { kind: "findings-record" }),
});

/** Empty until the identity extension gives one; a copy of a block never keeps the id of the first. */
export const blockIdState = createState("blockId", {
  parse: (value): BlockId | null =>
    BlockId.nullable()
      .catch(null)
      .parse(value ?? null),
  resetOnCopyNode: true,
});

export const areaIdsState = createState("areaIds", {
  parse: (value): readonly AreaId[] =>
    z
      .array(AreaId)
      .catch([])
      .parse(value ?? []),
});

export const evidenceIdsState = createState("evidenceIds", {
  parse: (value): readonly EvidenceId[] =>
    z
      .array(EvidenceId)
      .catch([])
      .parse(value ?? []),
});

/** The caption of a table, which is shown and not typed into. */
export const captionState = createState("caption", {
  parse: (value): readonly Inline[] =>
    z
      .array(Inline)
      .catch([])
      .parse(value ?? []),
});
