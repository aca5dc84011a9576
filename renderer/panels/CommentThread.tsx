import { BLOCK_NAMES, nameOfBlock } from "#shared/domain/block-names.ts";
import { useEffect, useRef, useState } from "react";
import { paragraphNumbers, type Block } from "#shared/domain/block.ts";
import type { Comment, Thread } from "#shared/domain/comment.ts";
import styles from "#renderer/panels/CommentsPanel.module.css";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import { goToComment, useSaying } from "#renderer/panels/use-comments.ts";
import { placeOf, type CommentPlace } from "#renderer/report/comment-places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { whenChanged } from "#renderer/ui/words.ts";

/** What was said of some words, and what was answered. Pressing its head shows the words in the text. */
export function CommentThread({ thread, me }: { readonly thread: Thread; readonly me: string }) {
  const { comment, answers } = thread;
  const session = useSession();
  const current = useSessionState((state) => state.commentAt === comment.id);
  const place = usePlaceWords(comment);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const [replying, setReplying] = useState(false);
  const { answer, resolve, remove } = useSaying();
  const named = `${comment.by || "somebody"}: ${comment.text.slice(0, 60)}`;
  return (
    <article
      ref={card}
      className={styles.thread}
      data-resolved={comment.resolved ? "" : undefined}
      aria-current={current ? "true" : undefined}
    >
      <button type="button" className={styles.face} onClick={() => goToComment(session, comment)}>
        <span className={styles.place}>{place}</span>
        {comment.quote !== "" && <span className={`${styles.quote} clamped`}>“{comment.quote}”</span>}
      </button>
      {[comment, ...answers].map((each) => (
        <div key={each.id} className={styles.said}>
          <p className={styles.who}>
            <b>{each.by || "Somebody"}</b> {whenChanged(each.at)}
          </p>
          <p className={styles.words}>{each.text}</p>
        </div>
      ))}
      {comment.resolved && (
        <p className={styles.settled}>
          Resolved{comment.resolved.by && ` by ${comment.resolved.by}`}, {whenChanged(comment.resolved.at)}
        </p>
      )}
      {replying ? (
        <ReasonForm
          label="Your reply"
          verb="Reply"
          required
          onClose={() => setReplying(false)}
          onGive={(text) => answer(comment.id, text)}
        />
      ) : (
        <div className={styles.actions}>
          {!comment.resolved && (
            <Button look="plain" aria-label={`Reply to ${named}`} onPress={() => setReplying(true)}>
              Reply…
            </Button>
          )}
          <Button
            look="plain"
            aria-label={`${comment.resolved ? "Reopen" : "Resolve"} ${named}`}
            onPress={() => void resolve(comment.id, !comment.resolved)}
          >
            {comment.resolved ? "Reopen" : "Resolve"}
          </Button>
          {comment.by === me && answers.length === 0 && (
            <Button look="plain" aria-label={`Remove ${named}`} onPress={() => void remove(comment)}>
              Remove
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** “Paragraph 12”, and what has become of the words if they are no longer there. */
function usePlaceWords(comment: Comment): string {
  return useSessionState(({ blocks, structure }) => placeWords(placeOf(comment, blocks), structure));
}

function placeWords(place: CommentPlace, blocks: readonly Block[]): string {
  if (place.kind === "report") return "On the whole report";
  if (place.kind === "block-gone") return "Its paragraph was removed";
  const block = blocks.find(({ id }) => id === place.blockId);
  const name = block ? nameOfBlock(block, paragraphNumbers(blocks)) : BLOCK_NAMES.paragraph;
  return place.kind === "words-gone" ? `${name} · the words it was about are gone` : name;
}
