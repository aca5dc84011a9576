import type { Severity } from "#shared/consistency/finding.ts";
import type { Sketched } from "#shared/consistency/sketch.ts";
import type { Snapshot } from "#shared/consistency/snapshot.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";

/** What a rule yields; the checker adds severity, number, quote and fingerprint. */
export interface RawFinding {
  readonly areaId: AreaId | null;
  readonly blockId: BlockId | null;
  /** Characters in the block's text, end exclusive. Null: the whole block, or no place at all. */
  readonly span: readonly [number, number] | null;
  readonly message: string;
  /** Only where a rule is sure in one case and unsure in another. */
  readonly severity?: Severity;
  /** What the finding is about where its words do not identify it: an abbreviation, a timescale. Kept in the fingerprint. */
  readonly key?: string;
}

/** One rule: why it exists, what sets it off, what does not, and the check. Rules are named for the fault. */
export interface Rule {
  readonly id: `${string}/${string}`;
  /** Its number in docs/rules.md: the expert reader’s list. */
  readonly number: number;
  readonly severity: Severity;
  /** Deterministic; heuristic, with its reason shown; or a prompt for the person. */
  readonly mode: "deterministic" | "heuristic" | "prompt";
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly source: string;
  /** What keeps it from crying wolf, in words for docs/rules.md. */
  readonly guards: readonly string[];
  /**
   * Run as tests through `sketch()`: each flagged example yields at least one finding, each clean one none.
   * Plain data, so that loading the rules reads no text.
   */
  readonly examples: { readonly flagged: readonly Sketched[]; readonly clean: readonly Sketched[] };
  check(report: Snapshot): Iterable<RawFinding>;
}

export const defineRule = (rule: Rule): Rule => rule;
