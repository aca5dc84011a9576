import { fingerprintOf } from "#shared/consistency/fingerprint.ts";
import { type Block, textsIn } from "#shared/domain/block.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import type { Judgement } from "#shared/domain/report.ts";

interface Decided {
  readonly blocks: readonly Block[];
  readonly judgements: readonly Judgement[];
}

const sayOf = (block: Block): string =>
  [
    block.kind,
    block.kind === "heading" ? "" : block.evidenceIds.join(" "),
    ...textsIn(block).map(({ text }) => text),
  ].join("\u001f");

const gradesOf = (judgements: readonly Judgement[]): string =>
  judgements.map(({ areaId, gradeId, rationale }) => [areaId, gradeId, rationale].join("\u001f")).join("\n");

/** What a reviewer signs off in one area: its words in their order, what they rest on, the grade and its reason. */
export const areaBasis = ({ blocks, judgements }: Decided, areaId: AreaId): string =>
  fingerprintOf(
    [
      gradesOf(judgements.filter((judgement) => judgement.areaId === areaId)),
      ...blocks.filter((block) => block.areaIds.includes(areaId)).map(sayOf),
    ].join("\n"),
  );

/** What a reviewer approves: all words, all grades. */
export const reportBasis = ({ blocks, judgements }: Decided): string =>
  fingerprintOf([gradesOf(judgements), ...blocks.map(sayOf)].join("\n"));
