import { $getState, $setState, createState, type LexicalNode } from "lexical";
import { z } from "zod";
import {
  Bearings,
  bearingsAmong,
  BulletBlock,
  FootnoteBlock,
  HeadingBlock,
  Inline,
  ParagraphBlock,
  QuotationBlock,
  RecommendationBlock,
} from "#shared/domain/block.ts";
import { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";

const tied = { id: true, inlines: true, areaIds: true, evidenceIds: true, bearings: true } as const;

/** What a block of text is, besides its text and its ties. */
export const TextShape = z.discriminatedUnion("kind", [
  HeadingBlock.omit(tied),
  ParagraphBlock.omit(tied),
  BulletBlock.omit(tied),
  QuotationBlock.omit(tied),
  RecommendationBlock.omit(tied),
  FootnoteBlock.omit(tied),
]);
export type TextShape = z.infer<typeof TextShape>;

const PLAIN: TextShape = { kind: "paragraph", numbered: true };

/** Every parser survives anything an old clipboard holds: it falls back rather than lose the text. */
export const textShapeState = createState("shape", {
  parse: (value): TextShape => TextShape.catch(PLAIN).parse(value ?? PLAIN),
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

/** Why the evidence is tied, where it does not support. Set through `$setEvidence` alone. */
export const bearingsState = createState("bearings", {
  parse: (value): Readonly<Bearings> => Bearings.catch({}).parse(value ?? {}),
});

/** The caption of a table. */
export const captionState = createState("caption", {
  parse: (value): readonly Inline[] =>
    z
      .array(Inline)
      .catch([])
      .parse(value ?? []),
});

export const $blockIdOf = (node: LexicalNode): BlockId | null => $getState(node, blockIdState);
export const $areaIdsOf = (node: LexicalNode): readonly AreaId[] => $getState(node, areaIdsState);
export const $evidenceIdsOf = (node: LexicalNode): readonly EvidenceId[] => $getState(node, evidenceIdsState);
export const $bearingsOf = (node: LexicalNode): Readonly<Bearings> => $getState(node, bearingsState);

/** What the block rests on from now on. The bearing of a tie goes with it, so that a new tie begins as support. */
export function $setEvidence<T extends LexicalNode>(
  node: T,
  evidenceIds: readonly EvidenceId[],
  bearings: Readonly<Bearings> = $bearingsOf(node),
): T {
  $setState(node, evidenceIdsState, evidenceIds);
  return $setState(node, bearingsState, bearingsAmong(evidenceIds, bearings));
}
