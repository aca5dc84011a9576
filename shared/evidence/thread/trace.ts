import { isNarrative } from "#shared/consistency/build-snapshot.ts";
import { type Block, paragraphNumbers, textOf } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { AreaId, BlockId, EvidenceId } from "#shared/domain/ids.ts";
import { type Reason, tiesOf } from "#shared/evidence/thread/leaning.ts";

/** What an area's grade hangs on: its narrative, and the evidence behind each paragraph. */
export interface AreaTrace {
  /** In the order of the log. */
  readonly evidence: readonly Evidence[];
  /** In report order. */
  readonly paragraphs: readonly {
    readonly blockId: BlockId;
    readonly number: number | null;
    readonly text: string;
  }[];
  readonly links: readonly {
    readonly evidenceId: EvidenceId;
    readonly blockId: BlockId;
    readonly reason: Reason;
  }[];
}

export function traceOf(blocks: readonly Block[], evidence: readonly Evidence[], areaId: AreaId): AreaTrace {
  const numbers = paragraphNumbers(blocks);
  const known = new Set(evidence.map(({ id }) => id));
  const narrative = blocks.filter((block) => isNarrative(block) && block.areaIds.includes(areaId));
  const links = narrative.flatMap((block) =>
    tiesOf(block)
      .filter(({ evidenceId }) => known.has(evidenceId))
      .map(({ evidenceId, reason }) => ({ evidenceId, blockId: block.id, reason })),
  );
  const linked = new Set(links.map(({ evidenceId }) => evidenceId));
  return {
    evidence: evidence.filter(({ id }) => linked.has(id)),
    paragraphs: narrative.map((block) => ({
      blockId: block.id,
      number: numbers.get(block.id) ?? null,
      text: textOf(block),
    })),
    links,
  };
}
