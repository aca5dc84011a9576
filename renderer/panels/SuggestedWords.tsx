import { useMemo, useState } from "react";
import { Checkbox } from "react-aria-components";
import { type SuggestedRun, suggestedRuns } from "#shared/document/suggestion.ts";
import type { Comment, Suggestion } from "#shared/domain/comment.ts";
import marks from "#renderer/compare/Marks.module.css";
import styles from "#renderer/panels/CommentsPanel.module.css";
import { useSaying } from "#renderer/panels/use-comments.ts";
import { placeOf } from "#shared/document/comment-places.ts";
import { useSessionState } from "#renderer/report/session.ts";
import { useDesk } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { whenChanged } from "#renderer/ui/words.ts";

interface Props {
  readonly comment: Comment;
  readonly suggestion: Suggestion;
}

/** Suggested words as changes of those that stand. The lead takes all of them, or presses those to be left out. */
export function SuggestedWords({ comment, suggestion }: Props) {
  const { take, refuse } = useSaying();
  const role = useDesk()?.role;
  const stands = useSessionState(({ blocks }) => placeOf(comment, blocks).kind === "words");
  const runs = useMemo(
    () => suggestedRuns(comment.quote, suggestion.words),
    [comment.quote, suggestion.words],
  );
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { settled } = suggestion;
  const canTake = role === "lead" && stands && !settled;
  const all = runs.filter(({ changed }) => changed).length;
  const taken = all - left.size;
  const by = comment.by || "Somebody";
  return (
    <div className={styles.suggested}>
      <p className={styles.who}>
        <b>{by}</b> suggests
      </p>
      <p className={`${styles.words} ${marks.words}`}>
        {runs.map((run, index) => {
          if (!run.changed) return <span key={index}>{run.was}</span>;
          if (!canTake || all === 1) return <Change key={index} run={run} />;
          return (
            <Checkbox
              key={index}
              className={styles.stretch!}
              isSelected={!left.has(index)}
              onChange={(isTaken) => {
                const next = new Set(left);
                if (isTaken) next.delete(index);
                else next.add(index);
                setLeft(next);
              }}
            >
              <Change run={run} />
            </Checkbox>
          );
        })}
      </p>
      {settled && (
        <p className={styles.settled}>
          {settled.taken ? "Taken" : "Refused"}
          {settled.by && ` by ${settled.by}`}, {whenChanged(settled.at)}
        </p>
      )}
      {!settled && role === "lead" && (
        <>
          <p className={styles.hint}>{howTo(stands, all)}</p>
          <div className={styles.decide}>
            <Button
              look="primary"
              aria-label={`${takeWords(taken, all)}: the words ${by} suggests`}
              isDisabled={!stands || taken === 0}
              onPress={() => void take(comment, left)}
            >
              {takeWords(taken, all)}
            </Button>
            <Button aria-label={`Refuse the words ${by} suggests`} onPress={() => void refuse(comment.id)}>
              Refuse
            </Button>
          </div>
        </>
      )}
      {!settled && role === "reviewer" && (
        <p className={styles.hint}>The lead takes or refuses it; until then the text stays as it is.</p>
      )}
    </div>
  );
}

const takeWords = (taken: number, all: number): string =>
  taken === all ? "Take" : `Take ${taken} of ${all}`;

function howTo(stands: boolean, changes: number): string {
  if (!stands)
    return "The words it would change are no longer in the text. Refuse it, or write what you want of it yourself and resolve it.";
  return changes > 1
    ? "Press a marked change to leave it out. The text changes when you take it."
    : "The text changes when you take it.";
}

/** What stands struck out, what would stand underlined; said in words for who sees neither. */
function Change({ run: { was, words } }: { readonly run: SuggestedRun }) {
  const [bareWas, bareWords] = [was.trim(), words.trim()];
  const side = bareWords === "" ? was : words;
  return (
    <>
      {/^\s/.test(side) && " "}
      {bareWas !== "" && <del>{bareWas}</del>}
      <span className="visually-hidden">
        {bareWas === "" ? " put in: " : bareWords === "" ? " taken out" : " becomes "}
      </span>
      {bareWas !== "" && bareWords !== "" && " "}
      {bareWords !== "" && <ins>{bareWords}</ins>}
      {/\s$/.test(side) && " "}
    </>
  );
}
