import { noteNumbers, type Block } from "#shared/domain/block.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import styles from "#renderer/editor/editor.module.css";
import { useSessionState } from "#renderer/report/session.ts";

/** The number of a footnote where it is marked. */
export function NoteMark({ noteId }: { readonly noteId: BlockId | null }) {
  const number = useSessionState(({ structure }) => noteId && numbersIn(structure).get(noteId));
  return (
    <span className={styles.noteMark} title={number ? `Note ${number}` : "The words of this note are gone"}>
      {number ?? "?"}
    </span>
  );
}

const counted = new WeakMap<readonly Block[], ReadonlyMap<BlockId, number>>();

/** Counted once for all the marks of a report. */
function numbersIn(structure: readonly Block[]): ReadonlyMap<BlockId, number> {
  let numbers = counted.get(structure);
  if (!numbers) counted.set(structure, (numbers = noteNumbers(structure)));
  return numbers;
}
