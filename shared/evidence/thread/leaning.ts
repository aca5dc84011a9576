import { sentencesOf, type Span } from "#shared/consistency/analysis/sentences.ts";
import { type Bearing, type Block, paragraphNumbers, textOf } from "#shared/domain/block.ts";
import type { BlockId, EvidenceId } from "#shared/domain/ids.ts";

/** Why an item is tied: it supports unless the block says otherwise. */
export type Reason = "supports" | Bearing;

/** An item behind a block. */
export interface Tie {
  readonly evidenceId: EvidenceId;
  readonly reason: Reason;
  /** False where the item is only cited in the words. */
  readonly tied: boolean;
  /** The sentences that cite it, in characters of the block's text; none when it is tied to the block as a whole. */
  readonly sentences: readonly Span[];
}

/** A place that leans on an item: one sentence that cites it, or the block as a whole. */
export interface Leaning {
  readonly blockId: BlockId;
  readonly paragraph: number | null;
  readonly reason: Reason;
  /** Null for the block as a whole. */
  readonly sentence: Span | null;
  readonly quote: string;
}

/** The sentence a place stands in, or right after. */
export function sentenceAt(text: string, at: number): Span | null {
  const sentences = sentencesOf(text);
  return sentences.findLast(({ start }) => start < at) ?? sentences[0] ?? null;
}

/** Everything behind a block, tied items first and each once. */
export function tiesOf(block: Block): Tie[] {
  const sentences = new Map<EvidenceId, Span[]>();
  const text = textOf(block);
  let at = 0;
  for (const inline of block.inlines) {
    if (inline.kind === "evidence") {
      const sentence = sentenceAt(text, at);
      const known = sentences.get(inline.evidenceId) ?? [];
      if (sentence && !known.some(({ start }) => start === sentence.start)) known.push(sentence);
      sentences.set(inline.evidenceId, known);
    }
    if ("text" in inline) at += inline.text.length;
  }
  return [...new Set([...block.evidenceIds, ...sentences.keys()])].map((evidenceId) => ({
    evidenceId,
    reason: block.bearings[evidenceId] ?? "supports",
    tied: block.evidenceIds.includes(evidenceId),
    sentences: sentences.get(evidenceId) ?? [],
  }));
}

/** Every place that leans on an item, in report order. */
export function leaningOn(blocks: readonly Block[], evidenceId: EvidenceId): Leaning[] {
  const numbers = paragraphNumbers(blocks);
  return blocks.flatMap((block): Leaning[] => {
    const tie = tiesOf(block).find((each) => each.evidenceId === evidenceId);
    if (!tie) return [];
    const text = textOf(block);
    const at = { blockId: block.id, paragraph: numbers.get(block.id) ?? null, reason: tie.reason };
    if (tie.sentences.length === 0) return [{ ...at, sentence: null, quote: text }];
    return tie.sentences.map((sentence) => ({
      ...at,
      sentence,
      quote: text.slice(sentence.start, sentence.end),
    }));
  });
}
