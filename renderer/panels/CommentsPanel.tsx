import { useState } from "react";
import type { Thread } from "#shared/domain/comment.ts";
import { CommentThread } from "#renderer/panels/CommentThread.tsx";
import styles from "#renderer/panels/CommentsPanel.module.css";
import { NewComment } from "#renderer/panels/NewComment.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { beginComment } from "#renderer/panels/use-comments.ts";
import { threadsInOrder } from "#shared/document/comment-places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useDesk } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Segments } from "#renderer/ui/Segments.tsx";
import { counted } from "#renderer/ui/words.ts";

const FILTERS = ["open", "mine", "private", "all"] as const;
type Filter = (typeof FILTERS)[number];

/** What people say of the report, in its order: threads to answer and to settle. */
export function CommentsPanel() {
  const session = useSession();
  const said = useSessionState((state) => state.said);
  const structure = useSessionState((state) => state.structure);
  const begun = useSessionState((state) => state.commentBegun);
  const commentAt = useSessionState((state) => state.commentAt);
  const desk = useDesk();
  const [filter, setFilter] = useState<Filter>("open");
  if (!said) return <output className={panel.body}>Reading the comments…</output>;
  const me = desk?.name ?? said.me;
  const threads = threadsInOrder(said.comments, structure);
  const of = (which: Filter): Thread[] => threads.filter((thread) => isAmong(thread, which, me));
  const open = of("open").length;
  // The one in hand stays in sight, whatever kind it is.
  const shown = threads.filter((thread) => isAmong(thread, filter, me) || thread.comment.id === commentAt);
  const choose = (next: Filter): void => {
    session.store.setState({ commentAt: null });
    setFilter(next);
  };
  return (
    <div className={styles.body}>
      <div className={styles.tools}>
        <output className={styles.count}>
          {open === 0 ? "No open comments" : counted(open, "open comment")}
        </output>
        <Button onPress={() => beginComment(session)}>Comment…</Button>
        {threads.some(({ comment }) => !comment.isPrivate) && (
          <Button look="plain" onPress={() => session.store.setState({ internal: "letter" })}>
            QA letter…
          </Button>
        )}
        {threads.length > 0 && (
          <Segments
            label="Which comments"
            value={filter}
            words={{
              open: `Open ${open}`,
              mine: `Mine ${of("mine").length}`,
              private: `Private ${of("private").length}`,
              all: `All ${threads.length}`,
            }}
            onChange={choose}
          />
        )}
      </div>
      {begun && (
        <section className={styles.begun} aria-label="New comment">
          {begun.quote !== "" && <p className={`${styles.quote} clamped`}>“{begun.quote}”</p>}
          <NewComment
            key={`${begun.blockId} ${begun.offset} ${begun.quote}`}
            begun={begun}
            onSaid={({ isPrivate }) => setFilter(isPrivate ? "private" : "open")}
            onClose={() => session.store.setState({ commentBegun: null })}
          />
        </section>
      )}
      {shown.length > 0 ? (
        <section className={styles.threads} aria-label="Comments">
          {shown.map((thread) => (
            <CommentThread key={thread.comment.id} thread={thread} me={me} />
          ))}
        </section>
      ) : (
        !begun && <p className={panel.quiet}>{emptyWords(filter, threads.length)}</p>
      )}
    </div>
  );
}

/** Mine: given to me, or begun by me. Notes to oneself are asked for by themselves. */
function isAmong({ comment }: Thread, filter: Filter, me: string): boolean {
  const { resolved, isPrivate, assignedTo, by } = comment;
  if (filter === "all") return true;
  if (resolved || isPrivate !== (filter === "private")) return false;
  return filter !== "mine" || assignedTo === me || by === me;
}

function emptyWords(filter: Filter, all: number): string {
  if (all === 0)
    return "What colleagues say of the text belongs here. Select words in the report and press Ctrl+Alt+M to comment on them, to suggest others, or to leave yourself a note; comments of a Word file come in with it. Comments are exported only where you ask for it.";
  if (filter === "mine") return "Nothing open is given to you, or was begun by you.";
  if (filter === "private") return "You have left yourself no notes here.";
  return "Nothing is open. What was resolved stands under All.";
}
