import { Fragment } from "react";
import { Checkbox } from "react-aria-components";
import type { Framework } from "#shared/domain/framework.ts";
import type { Chunk } from "#shared/merge/chunks.ts";
import type { ItemBlock } from "#shared/merge/items.ts";
import marks from "#renderer/compare/Marks.module.css";
import { markWords } from "#shared/document/mark-words.ts";
import { otherChanges } from "#renderer/compare/other-changes.ts";
import { isEdited, looksOf, shownWords, wordsOfBlock } from "#renderer/returned/item-words.ts";
import styles from "#renderer/returned/ReturnedPage.module.css";

const WORDS = `${styles.words} ${marks.words}`;

interface Props {
  readonly block: ItemBlock;
  readonly framework: Framework | null;
  readonly chosen: ReadonlySet<string>;
  /** Null where the words are only taken as a whole. */
  readonly onChoose: ((id: string, taken: boolean) => void) | null;
}

/** A block with what came back marked in it: struck out what stands here, underlined what would. */
export function ItemText({ block, framework, chosen, onChoose }: Props) {
  const { base, theirs, ours, changes, chunks } = block;
  const has = (what: string): boolean => changes.some((change) => change.what === what);
  if (has("removed")) return <p className={WORDS}>{<del>{wordsOfBlock(ours)}</del>}</p>;
  if (!isEdited(block) || has("added")) return <p className={WORDS}>{<ins>{wordsOfBlock(theirs)}</ins>}</p>;
  const notes = otherChanges(base!, theirs!, framework).map((note) => note.replace(/^was/, "was sent as"));
  return (
    <>
      {ours!.kind === "table" ? (
        <TableWords before={wordsOfBlock(ours)} after={wordsOfBlock(theirs)} />
      ) : (
        <p className={WORDS}>
          {chunks.map((chunk, index) => {
            const change = changes.find((each) => each.chunk === index);
            if (!change) return <Fragment key={index}>{shownWords(chunk.ours)}</Fragment>;
            const taken = chosen.has(change.id);
            return onChoose ? (
              <Checkbox
                key={index}
                className={styles.stretch!}
                isSelected={taken}
                onChange={(next) => onChoose(change.id, next)}
                data-clash={change.clash || undefined}
              >
                <Stretch chunk={chunk} />
              </Checkbox>
            ) : (
              <Stretch key={index} chunk={chunk} />
            );
          })}
        </p>
      )}
      {notes.length > 0 && <p className={styles.notes}>{notes.join("; ")}</p>}
    </>
  );
}

/** What stands here struck out, what came back underlined; said in words for who sees neither. */
function Stretch({ chunk }: { readonly chunk: Chunk }) {
  const [was, now] = [shownWords(chunk.ours), shownWords(chunk.theirs)];
  if (was === now)
    return (
      <>
        <ins>{now}</ins> <span className={styles.look}>({looksOf(chunk.theirs)})</span>
      </>
    );
  return (
    <>
      {was !== "" && <del>{was}</del>}
      <span className="visually-hidden">
        {was === "" ? " put in: " : now === "" ? " taken out" : " becomes "}
      </span>
      {now !== "" && <ins>{now}</ins>}
    </>
  );
}

function TableWords({ before, after }: { readonly before: string; readonly after: string }) {
  const marked = markWords(before, after);
  return (
    <div className={styles.table}>
      <p className={WORDS}>
        {marked.before.map(({ text, changed }, index) => (changed ? <del key={index}>{text}</del> : text))}
      </p>
      <p className={WORDS}>
        {marked.after.map(({ text, changed }, index) => (changed ? <ins key={index}>{text}</ins> : text))}
      </p>
    </div>
  );
}
