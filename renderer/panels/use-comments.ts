import { useEffect, useMemo } from "react";
import type { Comment } from "#shared/domain/comment.ts";
import type { CommentId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { followUndo, putSuggestion, revealWords } from "#renderer/panels/take-suggestion.ts";
import { blockOf } from "#shared/document/block-text.ts";
import { offsetOf, placeOf } from "#shared/document/comment-places.ts";
import { textAt } from "#shared/document/find.ts";
import { useSession, type Session } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

/** Fetches what was said of the report, once it is open. */
export function useReadComments(): void {
  const { client } = useApi();
  const { store } = useSession();
  useEffect(() => {
    const { report } = store.getState();
    client.comments.list({ reportId: report.id }).then(
      (said) => store.setState({ said }),
      (error: unknown) => failed("The comments could not be read.", error),
    );
  }, [client, store]);
}

/** What is given to begin a thread. */
export type Said = Pick<
  Comment,
  "blockId" | "quote" | "offset" | "text" | "assignedTo" | "isPrivate" | "finding"
> & {
  /** Words to stand in place of the quoted ones; null for none. */
  readonly suggestion: string | null;
};

/** What can be done with comments; each answers false, with a notice, when it failed. */
export interface Saying {
  readonly add: (comment: Said) => Promise<boolean>;
  readonly answer: (commentId: CommentId, text: string) => Promise<boolean>;
  readonly resolve: (commentId: CommentId, resolved: boolean) => Promise<boolean>;
  /** To nobody in particular with an empty name. */
  readonly assign: (commentId: CommentId, assignedTo: string) => Promise<boolean>;
  /** Puts suggested words into the text, but for the changes that are left out, and settles the thread. */
  readonly take: (comment: Comment, left: ReadonlySet<number>) => Promise<boolean>;
  readonly refuse: (commentId: CommentId) => Promise<boolean>;
  /** Opens again what was resolved, taken or refused. The text stays as it is. */
  readonly reopen: (comment: Comment) => Promise<boolean>;
  readonly remove: (comment: Comment) => Promise<boolean>;
}

export function useSaying(): Saying {
  const { client } = useApi();
  const session = useSession();
  return useMemo(() => {
    const { store } = session;
    const { id: reportId } = store.getState().report;
    const change = (make: (comments: readonly Comment[]) => readonly Comment[]): void =>
      store.setState(({ said }) => ({ said: said && { ...said, comments: make(said.comments) } }));
    const put = (comment: Comment): void => {
      change((comments) =>
        comments.some(({ id }) => id === comment.id)
          ? comments.map((each) => (each.id === comment.id ? comment : each))
          : [...comments, comment],
      );
      // What is settled is no longer in hand, and leaves the list of what is open.
      if (comment.resolved && store.getState().commentAt === comment.id) store.setState({ commentAt: null });
    };
    const attempt = async (what: string, work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        failed(what, error);
        return false;
      }
    };
    const resolve = (commentId: CommentId, resolved: boolean): Promise<boolean> =>
      attempt(resolved ? "The comment was not resolved." : "The comment was not opened again.", async () => {
        put(await client.comments.resolve({ reportId, commentId, resolved }));
        if (resolved)
          notify("Resolved.", { action: { label: "Undo", run: () => void resolve(commentId, false) } });
      });
    const settle = async (commentId: CommentId, taken: boolean | null): Promise<void> =>
      put(await client.comments.settle({ reportId, commentId, taken }));
    const unsettle = (commentId: CommentId): Promise<boolean> =>
      attempt("The suggestion was not opened again.", () => settle(commentId, null));
    return {
      add: (comment) =>
        attempt("The comment was not kept.", async () => {
          const added = await client.comments.add({ reportId, comment });
          put(added);
          store.setState({ commentAt: added.id });
        }),
      answer: (commentId, text) =>
        attempt("The reply was not kept.", async () =>
          put(await client.comments.answer({ reportId, commentId, text })),
        ),
      resolve,
      assign: (commentId, assignedTo) =>
        attempt("The comment was not given to anybody else.", async () =>
          put(await client.comments.assign({ reportId, commentId, assignedTo })),
        ),
      take: (comment, left) =>
        attempt("The suggestion was not marked as taken; the text is as it was.", async () => {
          const { blocks } = store.getState();
          const place = placeOf(comment, blocks);
          const block = "blockId" in place ? blockOf(blocks, place.blockId) : null;
          const putBack = putSuggestion(session, comment, left);
          if (!putBack) {
            notify(
              "The words were not taken: they hold a figure or a number that only changes as a whole. Change them in the text, then resolve the comment.",
              { tone: "fault" },
            );
            return;
          }
          try {
            await settle(comment.id, true);
          } catch (error) {
            putBack();
            throw error;
          }
          followUndo(session, comment.id, block, (taken) =>
            attempt("The suggestion was not settled anew.", () => settle(comment.id, taken)),
          );
          const undo = async (): Promise<void> => {
            if ((await unsettle(comment.id)) && !putBack())
              notify(
                "The suggestion is open again. Its words were changed since, so the text was left alone.",
              );
          };
          notify(left.size > 0 ? "Taken in part." : "Taken.", {
            action: { label: "Undo", run: () => void undo() },
          });
        }),
      refuse: (commentId) =>
        attempt("The suggestion was not refused.", async () => {
          await settle(commentId, false);
          notify("Refused.", { action: { label: "Undo", run: () => void unsettle(commentId) } });
        }),
      reopen: ({ id, suggestion }) => (suggestion?.settled ? unsettle(id) : resolve(id, false)),
      remove: ({ id: commentId }) =>
        attempt("The comment was not removed.", async () => {
          await client.comments.remove({ reportId, commentId });
          change((comments) => comments.filter(({ id }) => id !== commentId));
          const restore = (): Promise<boolean> =>
            attempt("The comment was not brought back.", async () =>
              put(await client.comments.restore({ reportId, commentId })),
            );
          notify("The comment is removed.", { action: { label: "Undo", run: () => void restore() } });
        }),
    };
  }, [client, session]);
}

/** Shows the words a comment is about, or what is left of their place. */
export function goToComment(session: Session, comment: Comment): void {
  session.store.setState({ commentAt: comment.id });
  const place = placeOf(comment, session.store.getState().blocks);
  if (!session.editor || !("blockId" in place)) return;
  if (place.kind === "words") revealWords(session.editor, place);
  else session.editor.reveal(place.blockId, null, true);
}

/** Begins a comment on what is selected; on the whole paragraph when only the caret stands in it. */
export function beginComment(session: Session): void {
  const selected = session.editor?.selected() ?? null;
  if (!selected) {
    notify("Select the words you want to comment on, then comment again.");
    return;
  }
  const block = blockOf(session.store.getState().blocks, selected.blockId);
  if (!block) return;
  const text = textAt(block, selected).slice(...selected.span);
  session.store.setState({
    panel: "comments",
    commentBegun: {
      blockId: block.id,
      quote: text.trim().slice(0, 1000),
      offset: offsetOf(block, selected) + leadOf(text),
    },
  });
}

const leadOf = (text: string): number => text.length - text.trimStart().length;

function failed(what: string, error: unknown): void {
  const fault = faultOf(error);
  notify(`${what} ${fault.message} ${fault.remedy}`, { tone: "fault" });
}
