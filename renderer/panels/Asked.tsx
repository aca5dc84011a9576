import { useMemo } from "react";
import { type Comment, threadsOf } from "#shared/domain/comment.ts";
import styles from "#renderer/panels/FindingCard.module.css";
import { useSession, useSessionState, type SessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";

/** What the lead was asked about a finding, what the answer is, and the way to the thread. */
export function Asked({ fingerprint }: { readonly fingerprint: string }) {
  const comment = useSessionState(({ said }) => askedOf(said, fingerprint));
  return comment && <Question comment={comment} />;
}

function Question({ comment }: { readonly comment: Comment }) {
  const { store } = useSession();
  const said = useSessionState((state) => state.said);
  const answers = useMemo(
    () => threadsOf(said?.comments ?? []).find((thread) => thread.comment.id === comment.id)?.answers ?? [],
    [said, comment.id],
  );
  return (
    <div className={styles.asked}>
      <p>
        <b>Asked:</b> “{comment.text}”
      </p>
      <p>
        {comment.by || "Somebody"} to {comment.assignedTo || "nobody in particular"}
        {answers.length === 0 && (comment.resolved ? ", resolved without an answer" : ", not answered yet")}
        {answers.length > 0 && comment.resolved && ", resolved"}
      </p>
      {answers.map(({ id, by, text }) => (
        <p key={id}>
          <b>{by || "Somebody"}:</b> “{text}”
        </p>
      ))}
      <Button
        look="plain"
        aria-label={`Show the thread: ${comment.text.slice(0, 60)}`}
        onPress={() => store.setState({ panel: "comments", commentAt: comment.id })}
      >
        Show the thread
      </Button>
    </div>
  );
}

const questions = new WeakMap<object, ReadonlyMap<string, Comment>>();

/** The last question about each finding. Gathered once for all cards. */
function askedOf(said: SessionState["said"], fingerprint: string): Comment | null {
  if (!said) return null;
  let byFinding = questions.get(said);
  if (!byFinding)
    questions.set(
      said,
      (byFinding = new Map(
        said.comments.flatMap((comment) =>
          comment.finding !== null && comment.answers === null ? [[comment.finding, comment] as const] : [],
        ),
      )),
    );
  return byFinding.get(fingerprint) ?? null;
}
