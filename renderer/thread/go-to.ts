import type { Span } from "#shared/consistency/analysis/sentences.ts";
import type { BlockId } from "#shared/domain/ids.ts";

/** Leaves for a place in the text. */
export type GoTo = (blockId: BlockId, sentence: Span | null) => void;
