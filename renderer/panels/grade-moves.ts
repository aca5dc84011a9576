import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import type { LedgerEntry } from "#shared/domain/ledger.ts";
import type { JudgementChange } from "#shared/domain/report.ts";

/** One time that a grade was moved, or a reason recorded. */
export interface GradeMove {
  readonly key: string;
  readonly from: GradeId | null;
  readonly to: GradeId | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** Its line of the ledger; null for reasons alone, and for what was graded before there was a ledger. */
  readonly entry: {
    readonly number: number;
    readonly evidence: readonly string[];
    readonly afterReview: boolean;
  } | null;
}

/**
 * What the ledger tells of an area’s grade, with what only its history knows; newest first.
 *
 * @param history newest first
 */
export function gradeMoves(
  history: readonly JudgementChange[],
  ledger: readonly LedgerEntry[],
  areaId: AreaId,
): GradeMove[] {
  const told = ledger.flatMap(({ fact, number, revision, by, at }) =>
    fact.kind === "grade" && fact.areaId === areaId
      ? [{ revision, move: { key: `line ${number}`, ...fact, by, at, entry: { ...fact, number } } }]
      : [],
  );
  const known = new Set(told.map(({ revision, move }) => `${revision} ${move.to}`));
  const others = history
    .filter(({ revision, from, to }) => from === to || !known.has(`${revision} ${to}`))
    .map(({ revision, rationale, from, to, by, at }) => ({
      revision,
      move: { key: `revision ${revision}`, from, to, reason: rationale, by, at, entry: null },
    }));
  return [...told.toReversed(), ...others]
    .toSorted((a, b) => b.revision - a.revision)
    .map(({ move }): GradeMove => move);
}
