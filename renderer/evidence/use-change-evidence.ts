import { useCallback } from "react";
import { type Evidence, type EvidenceFields, fieldsOf } from "#shared/domain/evidence.ts";
import type { EvidenceId } from "#shared/domain/ids.ts";
import { sameValue } from "#shared/same-value.ts";
import { usePutEvidence } from "#renderer/panels/use-evidence.ts";
import { useSession, type Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

type Change = Partial<EvidenceFields>;

/** The change of each report that is still on its way: the next one is made to what that leaves. */
const underWay = new WeakMap<Session, Promise<unknown>>();

/** Changes some fields of an item at once, and offers the way back. Other fields stay as they were saved last. */
export function useChangeEvidence(): (item: Evidence, change: Change, what: string) => Promise<void> {
  const put = usePutEvidence();
  const session = useSession();
  return useCallback(
    async (item, change, what) => {
      const current = (id: EvidenceId): Evidence | undefined =>
        session.store.getState().evidence.find((other) => other.id === id);
      /** What stood in the changed fields before; null when nothing was changed. */
      const apply = (wanted: Change): Promise<Change | null> => {
        const next = Promise.resolve(underWay.get(session)).then(async () => {
          const now = current(item.id);
          if (!now) return null;
          const fields = fieldsOf(now);
          const names = Object.keys(wanted) as (keyof EvidenceFields)[];
          if (names.every((name) => sameValue(fields[name], wanted[name]))) return null;
          const before: Change = Object.fromEntries(names.map((name) => [name, fields[name]]));
          return (await put(item.id, { ...fields, ...wanted })) ? before : null;
        });
        underWay.set(session, next);
        return next;
      };
      const before = await apply(change);
      if (before)
        notify(`${item.reference}: ${what} changed.`, {
          action: { label: "Undo", run: () => void apply(before) },
        });
    },
    [put, session],
  );
}
