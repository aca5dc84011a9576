import { memo, useMemo, type Ref } from "react";
import { type AlignedRow, wordsShown } from "#shared/document/align-revisions.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import styles from "#renderer/compare/ComparePage.module.css";
import marks from "#renderer/compare/Marks.module.css";
import { markWords, type Piece, whole } from "#shared/document/mark-words.ts";
import { otherChanges } from "#renderer/compare/other-changes.ts";

interface Props {
  readonly row: AlignedRow;
  readonly framework: Framework | null;
  readonly numberBefore: number | undefined;
  readonly numberAfter: number | undefined;
  readonly current: boolean;
  readonly ref: Ref<HTMLTableRowElement> | null;
}

/** One block of each revision side by side; what happened to it stands between them in words. */
export const CompareRow = memo(function CompareRow(props: Props) {
  const { row, framework, numberBefore, numberAfter, current, ref } = props;
  const { change, before, after } = row;
  const marked = useMemo(() => marksOf(row), [row]);
  const notes = useMemo(() => {
    const was = after && row.counterpart;
    return was && change !== "same" ? otherChanges(was, after, framework) : [];
  }, [row, change, after, framework]);
  return (
    <tr
      ref={ref}
      className={styles.row}
      data-change={change}
      aria-current={current || undefined}
      tabIndex={current ? -1 : undefined}
    >
      <Cell block={before} number={numberBefore} pieces={marked.before} Mark="del" />
      <td className={styles.what}>
        {wordsFor(row)}
        {notes.map((note) => (
          <span key={note} className={styles.note}>
            {note}
          </span>
        ))}
      </td>
      <Cell block={after} number={numberAfter} pieces={marked.after} Mark="ins" />
    </tr>
  );
});

interface CellProps {
  readonly block: Block | null;
  readonly number: number | undefined;
  readonly pieces: readonly Piece[];
  readonly Mark: "del" | "ins";
}

function Cell({ block, number, pieces, Mark }: CellProps) {
  if (!block)
    return (
      <td className={styles.gap}>
        <span className="visually-hidden">Not in this version</span>
      </td>
    );
  return (
    <td
      className={styles.cell}
      data-kind={block.kind}
      data-level={"level" in block ? block.level : undefined}
    >
      {number !== undefined && <span className={styles.number}>{number}</span>}
      <span className={`${styles.words} ${marks.words}`}>
        {block.kind === "findings-record" && <i>Record of main findings, drawn from the grades</i>}
        {pieces.map((piece, index) =>
          piece.changed ? <Mark key={index}>{piece.text}</Mark> : <span key={index}>{piece.text}</span>,
        )}
      </span>
    </td>
  );
}

function wordsFor({ change, after }: AlignedRow): string {
  if (change === "moved") return after ? "Moved here" : "Moved away";
  return { same: "", changed: "Changed", added: "Added", removed: "Removed" }[change];
}

/** Only what changed is compared word by word. */
function marksOf({ change, before, after, counterpart }: AlignedRow) {
  const was = before ? wordsShown(before) : "";
  const is = after ? wordsShown(after) : "";
  if (change === "changed") return markWords(was, is);
  if (change === "moved" && counterpart) {
    const marked = before ? markWords(was, wordsShown(counterpart)) : markWords(wordsShown(counterpart), is);
    return { before: before ? marked.before : [], after: after ? marked.after : [] };
  }
  return { before: whole(was, change === "removed"), after: whole(is, change === "added") };
}
