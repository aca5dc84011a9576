import type { Backing, BackingStatement } from "#shared/consistency/backing.ts";
import { fingerprintOf } from "#shared/consistency/fingerprint.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import type { Answerable } from "#renderer/report/triage.ts";

/** A weakness that no recommendation answers, with the areas it was read for. */
export interface Weakness {
  readonly key: string;
  readonly statement: BackingStatement;
  readonly areaIds: readonly AreaId[];
  /** Why no recommendation is needed, where somebody said so. */
  readonly notNeeded: Disposition | null;
}

const RULE = "recommendation/weakness-unanswered";

/** Each sentence once, in report order, whichever areas it speaks to. */
export function weaknessesOf(
  backing: ReadonlyMap<AreaId, Backing>,
  dispositions: readonly Disposition[],
  placeOf: (statement: BackingStatement) => number,
): Weakness[] {
  const byKey = new Map<string, Weakness>();
  for (const [areaId, { unanswered }] of backing)
    for (const statement of unanswered) {
      const key = fingerprintOf(`${RULE}|${statement.blockId}|${statement.quote}`);
      const known = byKey.get(key);
      byKey.set(key, {
        key,
        statement,
        areaIds: [...(known?.areaIds ?? []), areaId],
        notNeeded: known?.notNeeded ?? dispositions.find(({ fingerprint }) => fingerprint === key) ?? null,
      });
    }
  return [...byKey.values()].toSorted(
    (a, b) => placeOf(a.statement) - placeOf(b.statement) || a.statement.span[0] - b.statement.span[0],
  );
}

/** What “not needed” is kept for: it lapses with the sentence. */
export const answerable = ({ key, statement, areaIds }: Weakness): Answerable => ({
  fingerprint: key,
  rule: RULE,
  areaId: areaIds[0] ?? null,
  blockId: statement.blockId,
  quote: statement.quote,
  message: "",
});
