import { useState } from "react";
import { CommentThread } from "#renderer/panels/CommentThread.tsx";
import styles from "#renderer/panels/CommentsPanel.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import { beginComment, useSaying } from "#renderer/panels/use-comments.ts";
import { threadsInOrder } from "#shared/document/comment-places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { counted } from "#renderer/ui/words.ts";

/** What people say of the report, in its order: threads to answer and to settle. */
export function CommentsPanel() {
  const session = useSession();
  const said = useSessionState((state) => state.said);
  const structure = useSessionState((state) => state.structure);
  const begun = useSessionState((state) => state.commentBegun);
  const [withResolved, setWithResolved] = useState(false);
  const { add } = useSaying();
  if (!said) return <output className={panel.body}>Reading the comments…</output>;
  const threads = threadsInOrder(said.comments, structure);
  const open = threads.filter(({ comment }) => !comment.resolved);
  const resolved = threads.length - open.length;
  const shown = withResolved ? threads : open;
  const close = (): void => session.store.setState({ commentBegun: null });
  return (
    <div className={styles.body}>
      <div className={styles.tools}>
        <output className={styles.count}>
          {open.length === 0 ? "No open comments" : counted(open.length, "open comment")}
        </output>
        <Button onPress={() => beginComment(session)}>Comment…</Button>
        {resolved > 0 && (
          <Tick className={styles.all!} isSelected={withResolved} onChange={setWithResolved}>
            Show resolved ({resolved})
          </Tick>
        )}
      </div>
      {begun && (
        <section className={styles.begun} aria-label="New comment">
          {begun.quote !== "" && <p className={`${styles.quote} clamped`}>“{begun.quote}”</p>}
          <ReasonForm
            key={`${begun.blockId} ${begun.offset} ${begun.quote}`}
            label={begun.quote === "" ? "Comment on this paragraph" : "Comment on these words"}
            verb="Comment"
            required
            onClose={close}
            onGive={(text) => add({ ...begun, text })}
          />
        </section>
      )}
      {shown.length > 0 ? (
        <section className={styles.threads} aria-label="Comments">
          {shown.map((thread) => (
            <CommentThread key={thread.comment.id} thread={thread} me={said.me} />
          ))}
        </section>
      ) : (
        !begun && (
          <p className={panel.quiet}>
            {resolved > 0
              ? "Every comment is resolved."
              : "What colleagues say of the text belongs here. Select words in the report and press Ctrl+Alt+M to comment on them; comments of a Word file come in with it. Comments are never exported."}
          </p>
        )
      )}
    </div>
  );
}
