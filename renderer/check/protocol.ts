import type { Backing } from "#shared/consistency/backing.ts";
import type { RuleChoices, RuleSummary } from "#shared/consistency/rule-choice.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import type { BlockOperation } from "#shared/document/operations.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { Figure } from "#shared/domain/figure.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";
import type { Patch } from "#renderer/check/patch.ts";
import type { Judgement } from "#shared/domain/report.ts";

/** What the checker needs besides the blocks. */
export interface CheckFacts {
  readonly title: string;
  readonly inspectionDate: string | null;
  readonly judgements: readonly Judgement[];
  readonly evidence: readonly Evidence[];
  readonly figures: readonly Figure[];
}

/** `load` starts over; `change` tells what became of the blocks since the question before, and new facts if there are any. */
export type CheckQuestion =
  | {
      readonly kind: "load";
      readonly turn: number;
      readonly framework: Framework | null;
      readonly choices: RuleChoices;
      readonly blocks: readonly Block[];
      readonly facts: CheckFacts;
    }
  | {
      readonly kind: "change";
      readonly turn: number;
      readonly operations: readonly BlockOperation[];
      readonly facts: CheckFacts | null;
    };

/** The paragraph of the narrative that comes nearest to what a recommendation demands. */
export interface Ground {
  readonly blockId: BlockId;
  /** Of the weight of its telling words, 0 to 1. */
  readonly share: number;
}

/** By recommendation; one whose words are nowhere in the narrative has none. */
export type Grounds = ReadonlyMap<BlockId, Ground>;

/** Only what is new: most of a long report is as it was. */
export interface CheckAnswer {
  readonly turn: number;
  readonly findings: Patch<Finding>;
  /** Of areas whose backing may have changed; null where an area is no longer treated. */
  readonly backing: ReadonlyMap<AreaId, Backing | null>;
  /** Null where none has changed. */
  readonly grounds: Grounds | null;
  /** All rules there are; told once, with the answer to a `load`. */
  readonly rules: readonly RuleSummary[] | null;
}

/** What the checker says, and of which blocks. */
export interface Checked {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSummary[];
  readonly findings: readonly Finding[];
  readonly backing: ReadonlyMap<AreaId, Backing>;
  readonly grounds: Grounds;
}
