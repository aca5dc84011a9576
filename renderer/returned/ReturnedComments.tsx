import type { Comment } from "#shared/domain/comment.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import styles from "#renderer/returned/ReturnedPage.module.css";
import { Tick } from "#renderer/ui/Tick.tsx";
import { shortDate } from "#renderer/ui/words.ts";

interface Props {
  readonly comments: readonly Comment[];
  readonly numbers: ReadonlyMap<BlockId, number>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: readonly string[], taken: boolean) => void;
}

/** What was said in the file's margin; each thread is taken or left with its answers. */
export function ReturnedComments({ comments, numbers, chosen, onChoose }: Props) {
  const answers = Map.groupBy(comments, (comment) => comment.answers);
  return (
    <section aria-labelledby="returned-comments">
      <h2 id="returned-comments" className={styles.heading}>
        Comments
      </h2>
      <ul className={styles.items}>
        {comments
          .filter((comment) => comment.answers === null)
          .map((comment) => {
            const thread = [comment, ...(answers.get(comment.id) ?? [])];
            const number = comment.blockId ? numbers.get(comment.blockId) : undefined;
            return (
              <li key={comment.id} className={styles.item}>
                <Tick
                  isSelected={chosen.has(comment.id)}
                  onChange={(next) =>
                    onChoose(
                      thread.map(({ id }) => id),
                      next,
                    )
                  }
                >
                  <strong>{number === undefined ? "In the text" : `Paragraph ${number}`}</strong>
                  {comment.quote !== "" && ` on “${comment.quote}”`}
                </Tick>
                {thread.map(({ id, by, at, text }) => (
                  <p key={id} className={styles.words}>
                    <span className={styles.quiet}>
                      {by || "Somebody"}, {shortDate(at)}:
                    </span>{" "}
                    {text}
                  </p>
                ))}
              </li>
            );
          })}
      </ul>
    </section>
  );
}
