import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { blockOf } from "#shared/document/block-text.ts";
import { type Inline, textOf } from "#shared/domain/block.ts";
import styles from "#renderer/panels/CommentsPanel.module.css";
import form from "#renderer/panels/FindingCard.module.css";
import { NameField } from "#renderer/panels/NameField.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { type Said, useSaying } from "#renderer/panels/use-comments.ts";
import { type SessionState, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Segments } from "#renderer/ui/Segments.tsx";

type Kind = "comment" | "note" | "words";

const KINDS: Record<Kind, string> = { comment: "Comment", note: "Note to self", words: "Other words" };

interface Props {
  readonly begun: NonNullable<SessionState["commentBegun"]>;
  readonly onSaid: (comment: Said) => void;
  readonly onClose: () => void;
}

/** What is said of some words: a comment, a note to oneself, or what should stand in their place. */
export function NewComment({ begun, onSaid, onClose }: Props) {
  const { add } = useSaying();
  const [kind, setKind] = useState<Kind>("comment");
  const [text, setText] = useState("");
  const [words, setWords] = useState(begun.quote);
  const [assignedTo, setAssignedTo] = useState("");
  const [busy, setBusy] = useState(false);
  const wordsId = useId();
  const textId = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), [kind]);
  const whole = begun.quote === "";
  const block = useSessionState(({ blocks }) => blockOf(blocks, begun.blockId));
  const linked = block ? linkedIn(block.inlines, begun.offset, begun.offset + begun.quote.length) : [];
  const suggestion = words.replace(/\s*\n\s*/g, " ").trim();
  const isSame = kind === "words" && suggestion === begun.quote;
  const missing = kind === "words" ? isSame || whole : text.trim() === "";

  const give = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (missing || busy) return;
    setBusy(true);
    const comment: Said = {
      ...begun,
      text,
      assignedTo: kind === "note" ? "" : assignedTo.trim(),
      isPrivate: kind === "note",
      suggestion: kind === "words" ? suggestion : null,
      finding: null,
    };
    const given = await add(comment);
    setBusy(false);
    if (!given) return;
    onSaid(comment);
    onClose();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
      event.preventDefault();
      void give();
    }
  };
  return (
    // Enter and Escape in its fields; every step has a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={`${form.form} ${styles.new}`} onSubmit={(event) => void give(event)} onKeyDown={onKey}>
      <Segments label="What it is" value={kind} words={KINDS} onChange={setKind} />
      {kind === "words" && whole && (
        <p className={panel.quiet}>
          {block?.kind === "table"
            ? "Select the words of one cell that should read otherwise, then comment again: a table as a whole has no words to put others for."
            : "Select the words that should read otherwise, then comment again: a paragraph as a whole has no words to put others for."}
        </p>
      )}
      {kind === "words" && !whole && (
        <div>
          <label className={panel.label} htmlFor={wordsId}>
            Suggest other words
          </label>
          <textarea
            id={wordsId}
            ref={first}
            className={panel.field}
            rows={3}
            maxLength={20_000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p className={styles.hint}>
            {isSame
              ? "Rewrite them; leave it empty to suggest that they go."
              : "The lead takes or refuses each change."}
          </p>
          {linked.length > 0 && (
            <p className={styles.hint}>
              {`${linked.map((printed) => `“${printed}”`).join(", ")} ${linked.length === 1 ? "is" : "are"} printed from the figures or numbers of the report and only ${linked.length === 1 ? "changes" : "change"} there. Words beside can be suggested; of another number, write why.`}
            </p>
          )}
        </div>
      )}
      {!(kind === "words" && whole) && (
        <div>
          <label className={panel.label} htmlFor={textId}>
            {textLabel(kind, whole)}
          </label>
          <textarea
            id={textId}
            ref={kind === "words" ? null : first}
            className={panel.field}
            rows={2}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {kind === "note" && (
            <p className={styles.hint}>Private: it is in no export and no review package.</p>
          )}
        </div>
      )}
      {kind !== "note" && !(kind === "words" && whole) && (
        <NameField label="For (if for somebody)" value={assignedTo} onChange={setAssignedTo} />
      )}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={missing || busy}>
          {VERBS[kind]}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

/** What of a stretch of text is printed from elsewhere, as it is printed. */
function linkedIn(inlines: readonly Inline[], start: number, end: number): string[] {
  let at = 0;
  return inlines.flatMap((inline) => {
    const printed = textOf({ inlines: [inline] });
    const from = at;
    at += printed.length;
    const isLinked = inline.kind === "figure" || inline.kind === "reference";
    return isLinked && from < end && at > start ? [printed] : [];
  });
}

const VERBS: Record<Kind, string> = { comment: "Comment", note: "Keep the note", words: "Suggest" };

function textLabel(kind: Kind, whole: boolean): string {
  if (kind === "words") return "Why (if it needs saying)";
  const on = whole ? "on this paragraph" : "on these words";
  return kind === "note" ? `Note to yourself ${on}` : `Comment ${on}`;
}
