import type { Severity } from "#shared/consistency/finding.ts";
import type { BlockReader } from "#shared/consistency/gather.ts";
import type { Sketched } from "#shared/consistency/sketch.ts";
import type { AreaView, BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId, BlockId } from "#shared/domain/ids.ts";

/** What a rule yields; the checker adds severity, number, quote and fingerprint. */
export interface RawFinding {
  readonly areaId: AreaId | null;
  readonly blockId: BlockId | null;
  /** Characters in the block's text, end exclusive. Null: the whole block, or no place at all. */
  readonly span: readonly [number, number] | null;
  readonly message: string;
  /** What to put in place of the words of `span`, where nothing but that would put it right. */
  readonly fix?: string;
  /** Only where a rule is sure in one case and unsure in another. */
  readonly severity?: Severity;
  /** What the finding is about where its words do not identify it: an abbreviation, a timescale. Kept in the fingerprint. */
  readonly key?: string;
}

/** One rule: why it exists, what sets it off, what does not, and the check. Rules are named for the fault. */
export type Rule = RuleFacts & (BlockRule | AreaRule | ReportRule);

export interface RuleFacts {
  readonly id: `${string}/${string}`;
  /** Its number in the expert reader’s list; null for a rule that is not of that list. */
  readonly number: number | null;
  readonly severity: Severity;
  /** Deterministic; heuristic, with its reason shown; or a prompt for the person, which the review checklist asks. */
  readonly mode: "deterministic" | "heuristic" | "prompt";
  /** Not asked unless somebody switches it on: it is wrong too often (docs/rules-precision.md). */
  readonly offByDefault?: true;
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
}

/**
 * Looks at one block and nothing else; what it found is kept while the block stays the same. It may use the block, its
 * text and analysis, never its place or number: those change with blocks above.
 */
export interface BlockRule {
  readonly over: "block";
  check(view: BlockView, framework: Framework): Iterable<RawFinding>;
}

/**
 * Looks at one area: its grade, headings, narrative and recommendations; of the rest of the report only at grades,
 * headings, evidence, title and date, never at blocks of other areas. Kept while these stay the same.
 */
export interface AreaRule {
  readonly over: "area";
  check(area: AreaView, report: Snapshot): Iterable<RawFinding>;
}

/** Looks at the whole report: it goes through `gather()` instead of through all blocks. */
export interface ReportRule {
  readonly over: "report";
  /**
   * All that it reads of blocks, where that is all it looks at besides grades, headings, evidence, title and date: as
   * long as these say the same, it is not asked again. Its facts then carry everything a finding says. Without it the
   * rule is asked after every change.
   */
  readonly reads?: (framework: Framework) => readonly BlockReader[];
  check(report: Snapshot): Iterable<RawFinding>;
}

export const defineRule = (rule: Rule): Rule => rule;
