import type { AreaId } from "#shared/domain/ids.ts";
import type { LedgerEntry } from "#shared/domain/ledger.ts";

/** A sign-off that was given, and whether what it was given for still stands. */
export interface SignOff {
  readonly by: string;
  readonly at: string;
  /** Of the report, when it was given. */
  readonly revision: number;
  readonly holds: boolean;
}

/**
 * The last sign-off of each area that was not taken back.
 *
 * @param basisOf what is written and graded in an area now
 */
export function signOffs(
  ledger: readonly LedgerEntry[],
  basisOf: (areaId: AreaId) => string,
): ReadonlyMap<AreaId, SignOff> {
  const standing = new Map<AreaId, SignOff>();
  for (const { fact, by, at, revision } of ledger) {
    if (fact.kind !== "sign-off") continue;
    if (fact.basis === null) standing.delete(fact.areaId);
    else standing.set(fact.areaId, { by, at, revision, holds: fact.basis === basisOf(fact.areaId) });
  }
  return standing;
}

/** Names of those who approved what the report says now, since it was last sent for review. */
export function approvers(ledger: readonly LedgerEntry[], basis: string): string[] {
  const sent = ledger.findLastIndex(({ fact }) => fact.kind === "stage" && fact.to === "in-review");
  const names = ledger
    .slice(sent + 1)
    .flatMap(({ fact, by }) => (fact.kind === "approval" && fact.basis === basis ? [by] : []));
  return [...new Set(names)];
}

/** The revision that somebody reviewed last: approved, returned, or signed an area off; null for never. */
export const reviewedAt = (ledger: readonly LedgerEntry[], name: string): number | null =>
  ledger.findLast(
    ({ by, role, fact }) =>
      by === name && role === "reviewer" && (fact.kind !== "sign-off" || fact.basis !== null),
  )?.revision ?? null;

/** Whether a reviewer has seen the report: it was sent back, approved or signed off in part. */
export const wasReviewed = (ledger: readonly LedgerEntry[]): boolean =>
  ledger.some(({ role }) => role === "reviewer");
