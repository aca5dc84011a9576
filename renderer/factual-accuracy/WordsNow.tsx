import { useEffect, useRef, useState } from "react";
import { blockText } from "#shared/document/block-text.ts";
import { wordsShown } from "#shared/document/align-revisions.ts";
import { markWords, type Piece } from "#shared/document/mark-words.ts";
import type { FactualComment } from "#shared/domain/factual-check.ts";
import type { BlockId } from "#shared/domain/ids.ts";
import { type IssuedCopy, placeName } from "#shared/factual-accuracy/place-comment.ts";
import marks from "#renderer/compare/Marks.module.css";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import type { Answers } from "#renderer/factual-accuracy/use-answers.ts";
import { toPlace } from "#renderer/evidence/evidence-commands.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Field } from "#renderer/ui/Field.tsx";

interface Props {
  readonly blockId: BlockId;
  readonly comment: FactualComment;
  readonly copy: IssuedCopy;
  readonly answers: Answers;
  readonly closed: boolean;
}

/** One paragraph of a comment: as it was issued, as it stands now, and the way to change it. */
export function WordsNow({ blockId, comment, copy, answers, closed }: Props) {
  const session = useSession();
  const now = useSessionState((state) => state.blocks.find(({ id }) => id === blockId) ?? null);
  const [editing, setEditing] = useState(false);
  const issued = copy.blocks.find(({ id }) => id === blockId);
  const was = issued ? wordsShown(issued) : "";
  const is = now ? wordsShown(now) : "";
  const same = was === is;
  const marked = same ? null : markWords(was, is);
  const isText = now !== null && now.kind !== "table" && now.kind !== "findings-record";
  const name = placeName(blockId, copy);
  return (
    <section className={styles.part} aria-label={name}>
      <div className={styles.partHead}>
        <h3 className={styles.place}>{name}</h3>
        <span className={panel.grow} />
        {now && (
          <Button look="plain" onPress={() => toPlace(session, blockId)}>
            Go to the paragraph
          </Button>
        )}
        {isText && !closed && !editing && <Button onPress={() => setEditing(true)}>Change the text…</Button>}
      </div>
      <div className={styles.sides} data-single={(same && !editing) || undefined}>
        <div>
          <h4 className={panel.label}>As issued</h4>
          <p className={`${styles.words} ${marks.words}`}>
            {marked ? <Marked pieces={marked.before} Mark="del" /> : was || "No words."}
          </p>
        </div>
        {editing ? (
          <ChangeForm
            words={blockText(session.store.getState().blocks, blockId) ?? ""}
            onGive={(words) => answers.changeWords(comment, blockId, words)}
            onClose={() => setEditing(false)}
          />
        ) : (
          <div>
            <h4 className={panel.label}>As it stands now</h4>
            {marked && now ? (
              <p className={`${styles.words} ${marks.words}`}>
                <Marked pieces={marked.after} Mark="ins" />
              </p>
            ) : (
              <p className={panel.quiet}>{now ? "The same words." : "It is no longer in the report."}</p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Marked({ pieces, Mark }: { readonly pieces: readonly Piece[]; readonly Mark: "del" | "ins" }) {
  return pieces.map(({ text, changed }, index) =>
    changed ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>,
  );
}

interface FormProps {
  readonly words: string;
  readonly onGive: (words: string) => Promise<boolean>;
  readonly onClose: () => void;
}

function ChangeForm({ words, onGive, onClose }: FormProps) {
  const [text, setText] = useState(words);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const ready = text.trim() !== "" && text !== words && !busy;
  const give = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    const given = await onGive(text.replace(/\s*\n\s*/g, " ").trim());
    setBusy(false);
    if (given) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
    >
      <Field label="The words from now on">
        {(id) => (
          <textarea
            id={id}
            className={panel.field}
            rows={6}
            ref={field}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") {
                event.stopPropagation();
                event.preventDefault();
                onClose();
              } else if (event.key === "Enter") {
                event.preventDefault();
                void give();
              }
            }}
          />
        )}
      </Field>
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={!ready}>
          Change the text
        </Button>
        <Button onPress={onClose}>Cancel</Button>
        <span className={panel.quiet}>Figures and citations whose words stay are kept.</span>
      </div>
    </form>
  );
}
