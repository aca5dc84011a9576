import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { countAnswers, type FactualCheck, type FactualComment } from "#shared/domain/factual-check.ts";
import type { FactualCommentId } from "#shared/domain/ids.ts";
import { inReportOrder } from "#shared/factual-accuracy/place-comment.ts";
import { AddComment } from "#renderer/factual-accuracy/AddComment.tsx";
import { CheckBar } from "#renderer/factual-accuracy/CheckBar.tsx";
import { CommentList } from "#renderer/factual-accuracy/CommentList.tsx";
import { CommentSheet } from "#renderer/factual-accuracy/CommentSheet.tsx";
import { dueWords } from "#renderer/factual-accuracy/due-words.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import { type CheckDialog, type CommentFilter, isShown } from "#renderer/factual-accuracy/check-view.ts";
import { ImportComments } from "#renderer/factual-accuracy/ImportComments.tsx";
import { MovedList } from "#renderer/factual-accuracy/MovedList.tsx";
import { movedGrades } from "#renderer/factual-accuracy/moved-grades.ts";
import { ResponseDialog } from "#renderer/factual-accuracy/ResponseDialog.tsx";
import { useAnswers } from "#renderer/factual-accuracy/use-answers.ts";
import { useIssued } from "#renderer/factual-accuracy/use-checks.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { isoToday, longDate, shortDate } from "#renderer/ui/words.ts";

interface Props {
  readonly check: FactualCheck;
  /** What chooses another check, where there are several. */
  readonly children: ReactNode;
}

/** One check: its bar, its comments in report order, and one of them in full. */
export function CheckDesk({ check, children }: Props) {
  const session = useSession();
  const { issued, error } = useIssued(check.id);
  const answers = useAnswers(check);
  const [filter, setFilter] = useState<CommentFilter>("all");
  const [dialog, setDialog] = useState<CheckDialog>(null);
  // Kept with the session: one comes back from the paragraph to the comment one was at.
  const at = useSessionState((state) => state.factAt);
  const select = (factAt: FactualCommentId | null): void => session.store.setState({ factAt });
  const ordered = useMemo(
    () => (issued ? inReportOrder(check.comments, issued.copy) : []),
    [check.comments, issued],
  );
  const shown = ordered.filter((comment) => isShown(comment, filter));
  const current = shown.find(({ id }) => id === at) ?? shown[0] ?? null;
  const sheet = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const hasComments = check.comments.length > 0;
  useEffect(() => {
    // The list takes the focus, so that the arrow keys walk at once.
    if (issued && hasComments) focusLine(list.current);
  }, [issued, hasComments]);

  /** On to the next that is open, after the one that was answered. */
  const goOn = (answered: FactualComment): void => {
    const from = ordered.findIndex(({ id }) => id === answered.id);
    const rest = [...ordered.slice(from + 1), ...ordered.slice(0, from)];
    const next = rest.find(({ status }) => status === "open") ?? answered;
    select(next.id);
    requestAnimationFrame(() => focusLine(list.current));
  };
  return (
    <>
      <CheckBar
        check={check}
        filter={filter}
        onFilter={setFilter}
        onDialog={setDialog}
        onClose={(closed) => void answers.close(closed)}
      >
        {children}
      </CheckBar>
      <div className={styles.desk}>
        <Heading check={check} />
        {issued && <MovedSince judgements={issued.judgements} />}
        {error ? (
          <FaultNotice error={error} />
        ) : !issued ? (
          <output className={styles.none}>Reading the copy that was issued…</output>
        ) : !hasComments ? (
          <div className={styles.empty}>
            <h2 className={styles.title}>No comments are in yet</h2>
            <p>
              When the form comes back, import it here: Word, Excel or CSV. What comes by telephone or letter
              is written in by hand.
            </p>
            {!check.closed && (
              <div className={panel.row}>
                <Button look="primary" onPress={() => setDialog("import")}>
                  Import comments…
                </Button>
                <Button onPress={() => setDialog("add")}>Add a comment…</Button>
              </div>
            )}
          </div>
        ) : (
          <div className={styles.body}>
            <div ref={list} className={styles.listPane}>
              <CommentList
                comments={shown}
                copy={issued.copy}
                selected={current?.id ?? null}
                onSelect={select}
                onOpen={() => sheet.current?.querySelector<HTMLElement>('[role="radio"]')?.focus()}
              />
            </div>
            <aside ref={sheet} className={styles.sheet} data-region="fact" aria-label="The comment in full">
              {current && (
                <CommentSheet
                  key={`${current.id} ${current.status} ${current.reason}`}
                  check={check}
                  comment={current}
                  copy={issued.copy}
                  judgements={issued.judgements}
                  answers={answers}
                  onAnswered={() => goOn(current)}
                />
              )}
            </aside>
          </div>
        )}
      </div>
      {issued && (
        <>
          <ImportComments
            check={check}
            copy={issued.copy}
            isOpen={dialog === "import"}
            onClose={() => setDialog(null)}
            onTake={answers.take}
          />
          <AddComment
            copy={issued.copy}
            isOpen={dialog === "add"}
            onClose={() => setDialog(null)}
            onAdd={(comment) => answers.take("", [comment])}
          />
        </>
      )}
      <ResponseDialog check={check} isOpen={dialog === "response"} onClose={() => setDialog(null)} />
    </>
  );
}

const focusLine = (list: HTMLElement | null): void =>
  (
    list?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]') ??
    list?.querySelector<HTMLElement>('[role="row"]')
  )?.focus();

function Heading({ check }: { readonly check: FactualCheck }) {
  const { to, issuedOn, issued, revision, closed, comments } = check;
  const { all, open } = countAnswers(comments);
  const due = closed ? null : dueWords(check, isoToday());
  return (
    <div className={styles.heading}>
      <h1 className={styles.title}>Factual accuracy</h1>
      <p className={panel.quiet}>
        Issued to {to} on {longDate(issuedOn)} by {issued.by || "somebody"}, as revision {revision}.{" "}
        {closed && `Closed by ${closed.by || "somebody"}, ${shortDate(closed.at)}.`}
      </p>
      <output className={styles.count}>
        {all === 0 ? "No comments" : `${all - open} of ${all} answered`}
      </output>
      {due && (
        <p className={styles.due} data-overdue={due.overdue || undefined}>
          {due.words}
        </p>
      )}
    </div>
  );
}

/** Grades that moved after the copy went out. */
function MovedSince({ judgements }: { readonly judgements: Parameters<typeof movedGrades>[1] }) {
  const framework = useSessionState((state) => state.framework);
  const now = useSessionState((state) => state.judgements);
  const moved = framework ? movedGrades(framework, judgements, now) : [];
  if (!framework || moved.length === 0) return null;
  return (
    <p className={styles.movedSince} role="note">
      {moved.length === 1 ? "A grade has" : `${moved.length} grades have`} moved since the report was issued:{" "}
      <MovedList framework={framework} moved={moved} />
    </p>
  );
}
