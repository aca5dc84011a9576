import type { Backing } from "#shared/consistency/backing.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import type { Judgement } from "#shared/domain/report.ts";

/** What the checker needs besides the blocks; small, so it goes along with every question. */
export interface CheckFacts {
  readonly title: string;
  readonly inspectionDate: string | null;
  readonly judgements: readonly Judgement[];
  readonly evidence: readonly Evidence[];
}

/** `load` starts over; `change` tells what became of the blocks since the question before. */
export type CheckQuestion =
  | {
      readonly kind: "load";
      readonly turn: number;
      readonly framework: Framework | null;
      readonly blocks: readonly Block[];
      readonly facts: CheckFacts;
    }
  | {
      readonly kind: "change";
      readonly turn: number;
      readonly operations: readonly BlockOperation[];
      readonly facts: CheckFacts;
    };

export interface CheckAnswer {
  readonly turn: number;
  readonly findings: readonly Finding[];
  readonly backing: ReadonlyMap<AreaId, Backing>;
}
