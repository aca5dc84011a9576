import { useId, useState } from "react";
import {
  FACTUAL_ANSWER_WORDS,
  type FactualAnswer,
  type FactualComment,
  wantsReason,
} from "#shared/domain/factual-check.ts";
import { answeredAs, type Answers } from "#renderer/factual-accuracy/use-answers.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { Segments } from "#renderer/ui/Segments.tsx";

interface Props {
  readonly comment: FactualComment;
  readonly answers: Answers;
  readonly onAnswered: () => void;
}

/** Whether it is accepted, and why not. Ctrl+Enter keeps the answer. */
export function AnswerForm({ comment, answers, onAnswered }: Props) {
  const id = useId();
  const [status, setStatus] = useState<FactualAnswer>(comment.status);
  const [reason, setReason] = useState(comment.reason);
  const [busy, setBusy] = useState(false);
  const missing = wantsReason(status) && reason.trim() === "";
  const same = status === comment.status && reason.trim() === comment.reason;
  const keep = async (): Promise<void> => {
    if (missing || same || busy) return;
    setBusy(true);
    const kept = await answers.revise(comment, { status, reason: reason.trim() }, answeredAs(status));
    setBusy(false);
    if (kept) onAnswered();
  };
  return (
    <form
      className={styles.form}
      aria-label="Answer"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Segments label="Answer" value={status} words={FACTUAL_ANSWER_WORDS} onChange={setStatus} />
      <div>
        <label className={panel.label} htmlFor={id}>
          {wantsReason(status)
            ? "Why. The inspected body reads it in the response."
            : "A word to the inspected body, if there is need of one"}
        </label>
        <textarea
          id={id}
          className={panel.field}
          rows={3}
          maxLength={20_000}
          required={wantsReason(status)}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void keep();
          }}
        />
      </div>
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={missing || same || busy}>
          Keep the answer
        </Button>
        <kbd className={styles.key}>Ctrl+Enter</kbd>
        {missing && <span className={panel.quiet}>It wants a reason.</span>}
      </div>
    </form>
  );
}
