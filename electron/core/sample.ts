import { readFileSync } from "node:fs";
import { z } from "zod";
import { resourcePath } from "#electron/core/paths.ts";
import { referenceOf } from "#electron/core/store/evidence.ts";
import { Bearing, type Block, paragraphNumbers } from "#shared/domain/block.ts";
import { type Evidence, EvidenceFields } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";

/** The log of resources/sample/evidence.json: what an item rests under is told by the paragraph's printed number. */
const SampleLog = z.strictObject({
  about: z.string(),
  items: z.array(
    EvidenceFields.extend({
      ties: z.array(z.strictObject({ paragraph: z.int().positive(), bearing: Bearing.optional() })),
    }),
  ),
});

/** The sample report's evidence, and its blocks with their ties to it. */
export function withSampleEvidence(
  blocks: readonly Block[],
  newId: () => string,
): { blocks: Block[]; evidence: Evidence[] } {
  const log = SampleLog.parse(JSON.parse(readFileSync(resourcePath("sample", "evidence.json"), "utf8")));
  const numberOf = paragraphNumbers(blocks);
  const tied = new Map<number, { id: EvidenceId; bearing: Bearing | undefined }[]>();
  const evidence = log.items.map(({ ties, ...fields }, index): Evidence => {
    const id = newId() as EvidenceId;
    for (const { paragraph, bearing } of ties)
      tied.set(paragraph, [...(tied.get(paragraph) ?? []), { id, bearing }]);
    return { id, reference: referenceOf(index + 1), ...fields, attachments: [] };
  });
  return { evidence, blocks: blocks.map((block) => tieTo(block, tied.get(numberOf.get(block.id) ?? 0))) };
}

function tieTo(
  block: Block,
  ties: readonly { id: EvidenceId; bearing: Bearing | undefined }[] | undefined,
): Block {
  if (!ties) return block;
  const bearings = ties.flatMap(({ id, bearing }) => (bearing ? [[id, bearing] as const] : []));
  return { ...block, evidenceIds: ties.map(({ id }) => id), bearings: Object.fromEntries(bearings) };
}
