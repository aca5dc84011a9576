import { useCallback, useMemo, useState } from "react";
import type { Returned } from "#shared/api/returned.ts";
import { changesBetween } from "#shared/merge/changes.ts";
import { type ChangeItem, itemsOf } from "#shared/merge/items.ts";
import { takeChanges } from "#shared/merge/take-changes.ts";
import { diffBlocks, type BlockOperation } from "#shared/document/operations.ts";
import type { Comment } from "#shared/domain/comment.ts";

export interface Deciding {
  readonly items: readonly ChangeItem[];
  /** Ids of the changes and comments that would be taken. */
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], taken: boolean) => void;
  /** What the store is asked for. */
  readonly taking: () => { operations: BlockOperation[]; comments: Comment[] };
}

/**
 * What came back and what of it is taken: everything at first, but for what was changed here since.
 *
 * @param others what is decided on beside text and comments, and whether it is taken at first
 */
export function useReturned(
  returned: Returned,
  others: readonly { readonly id: string; readonly taken: boolean }[],
): Deciding {
  const changes = useMemo(() => changesBetween(returned, new Map(returned.groups)), [returned]);
  const items = useMemo(() => itemsOf(changes, returned), [changes, returned]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const clashing = new Set(items.filter((item) => item.changes.some(({ clash }) => clash)));
    const ids = items.flatMap((item) =>
      item.whole && clashing.has(item) ? [] : item.changes.filter(({ clash }) => !clash).map(({ id }) => id),
    );
    const taken = others.filter((other) => other.taken);
    return new Set([...ids, ...[...returned.comments, ...taken].map(({ id }) => id)]);
  });
  const choose = useCallback((ids: readonly string[], taken: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (taken) after.add(id);
        else after.delete(id);
      return after;
    });
  }, []);
  const taking = useCallback(() => {
    const comments = returned.comments.filter(
      ({ id, answers }) => chosen.has(id) && (answers === null || chosen.has(answers)),
    );
    return { operations: diffBlocks(returned.ours, takeChanges(returned, changes, chosen)), comments };
  }, [returned, changes, chosen]);
  return { items, chosen, choose, taking };
}
