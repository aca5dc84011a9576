import { BLOCK_NAMES, nameOfBlock } from "#shared/domain/block-names.ts";
import { useEffect, useRef, useState } from "react";
import { paragraphNumbers, type Block } from "#shared/domain/block.ts";
import type { Comment, Thread } from "#shared/domain/comment.ts";
import styles from "#renderer/panels/CommentsPanel.module.css";
import { AssignForm } from "#renderer/panels/AssignForm.tsx";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import { SuggestedWords } from "#renderer/panels/SuggestedWords.tsx";
import { goToComment, useSaying } from "#renderer/panels/use-comments.ts";
import { placeOf, type CommentPlace } from "#shared/document/comment-places.ts";
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
  const [doing, setDoing] = useState<"replying" | "giving" | null>(null);
  const { answer, resolve, reopen, remove } = useSaying();
  const named = `${comment.by || "somebody"}: ${(comment.text || comment.quote).slice(0, 60)}`;
  return (
    <article
      ref={card}
      className={styles.thread}
      data-resolved={comment.resolved ? "" : undefined}
      aria-current={current ? "true" : undefined}
    >
      <button type="button" className={styles.face} onClick={() => goToComment(session, comment)}>
        <span className={styles.place}>{place}</span>
        {comment.quote !== "" && !comment.suggestion && (
          <span className={`${styles.quote} clamped`}>“{comment.quote}”</span>
        )}
      </button>
      {(comment.isPrivate || comment.assignedTo !== "" || comment.finding !== null) && (
        <p className={styles.marks}>
          {comment.isPrivate && (
            <span className={styles.mark} title="In no export and no review package">
              Private note
            </span>
          )}
          {comment.assignedTo !== "" && <span className={styles.mark}>For {comment.assignedTo}</span>}
          {comment.finding !== null && <span className={styles.mark}>Asks about a finding</span>}
        </p>
      )}
      {comment.suggestion && <SuggestedWords comment={comment} suggestion={comment.suggestion} />}
      {[comment, ...answers]
        .filter(({ text }) => text !== "")
        .map((each) => (
          <div key={each.id} className={styles.said}>
            <p className={styles.who}>
              <b>{each.by || "Somebody"}</b> {whenChanged(each.at)}
            </p>
            <p className={styles.words}>{each.text}</p>
          </div>
        ))}
      {comment.resolved && !comment.suggestion?.settled && (
        <p className={styles.settled}>
          Resolved{comment.resolved.by && ` by ${comment.resolved.by}`}, {whenChanged(comment.resolved.at)}
        </p>
      )}
      {doing === "replying" && (
        <ReasonForm
          label="Your reply"
          verb="Reply"
          required
          onClose={() => setDoing(null)}
          onGive={(text) => answer(comment.id, text)}
        />
      )}
      {doing === "giving" && <AssignForm comment={comment} onClose={() => setDoing(null)} />}
      {doing === null && (
        <div className={styles.actions}>
          {!comment.resolved && (
            <Button look="plain" aria-label={`Reply to ${named}`} onPress={() => setDoing("replying")}>
              Reply…
            </Button>
          )}
          {!comment.resolved && !comment.isPrivate && (
            <Button look="plain" aria-label={`Give to somebody: ${named}`} onPress={() => setDoing("giving")}>
              Give to…
            </Button>
          )}
          {comment.resolved ? (
            <Button look="plain" aria-label={`Reopen ${named}`} onPress={() => void reopen(comment)}>
              Reopen
            </Button>
          ) : (
            <Button
              look="plain"
              aria-label={`Resolve ${named}`}
              onPress={() => void resolve(comment.id, true)}
            >
              Resolve
            </Button>
          )}
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
  if (place.kind === "words" && place.cell !== null)
    return `${name}, row ${place.cell[0] + 1}, column ${place.cell[1] + 1}`;
  return place.kind === "words-gone" ? `${name} · the words it was about are gone` : name;
}
