import { useState } from "react";
import {
  FACTUAL_KIND_WORDS,
  FACTUAL_KINDS,
  type FactualCheck,
  type FactualComment,
} from "#shared/domain/factual-check.ts";
import type { Judgement } from "#shared/domain/report.ts";
import { type IssuedCopy, placeComment, placeNames } from "#shared/factual-accuracy/place-comment.ts";
import { AnswerForm } from "#renderer/factual-accuracy/AnswerForm.tsx";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import { MovedList } from "#renderer/factual-accuracy/MovedList.tsx";
import { movedGrades } from "#renderer/factual-accuracy/moved-grades.ts";
import { answeredAs, type Answers } from "#renderer/factual-accuracy/use-answers.ts";
import { WordsNow } from "#renderer/factual-accuracy/WordsNow.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice, Line } from "#renderer/ui/Field.tsx";
import { shortDate } from "#renderer/ui/words.ts";

interface Props {
  readonly check: FactualCheck;
  readonly comment: FactualComment;
  readonly copy: IssuedCopy;
  readonly judgements: readonly Judgement[];
  readonly answers: Answers;
  readonly onAnswered: () => void;
}

const KIND_NOTES = {
  body: "as they wrote",
  proposed: "proposed from their words",
  desk: "set here",
} as const;

/** One comment in full: what is said, the words it is about, and the answer. */
export function CommentSheet({ check, comment, copy, judgements, answers, onAnswered }: Props) {
  const closed = check.closed !== null;
  const { kind, kindBy, changes, note } = comment;
  return (
    <>
      <section className={styles.part} aria-label="What they say">
        <div className={styles.partHead}>
          <h2 className={styles.title}>{placeNames(comment.blockIds, copy)}</h2>
          <span className={panel.grow} />
          <span className={panel.quiet}>
            {comment.source === "" ? "Written by hand" : `From “${comment.source}”`}, {shortDate(comment.at)}
          </span>
        </div>
        {note !== "" && (
          <p className={styles.note} role="note">
            {note}
          </p>
        )}
        {comment.quote !== "" && <blockquote className={styles.quote}>{comment.quote}</blockquote>}
        <p className={styles.said}>{comment.text || "They say nothing in words of their own."}</p>
        {comment.shows !== "" && (
          <p className={styles.shows}>
            <strong>What shows it:</strong> {comment.shows}
          </p>
        )}
        {closed ? (
          <p className={panel.quiet}>
            {FACTUAL_KIND_WORDS[kind]}. {answeredAs(comment.status)} {comment.reason}
          </p>
        ) : (
          <div className={styles.fields}>
            <Choice
              label={`Kind, ${KIND_NOTES[kindBy]}`}
              value={kind}
              words={FACTUAL_KIND_WORDS}
              options={FACTUAL_KINDS}
              onChange={(next) =>
                void answers.revise(comment, { kind: next }, `The kind is “${FACTUAL_KIND_WORDS[next]}”.`)
              }
            />
            <PlaceForm comment={comment} copy={copy} answers={answers} />
          </div>
        )}
      </section>
      {comment.blockIds.map((blockId) => (
        <WordsNow
          key={blockId}
          blockId={blockId}
          comment={comment}
          copy={copy}
          answers={answers}
          closed={closed}
        />
      ))}
      <MovedGrades comment={comment} copy={copy} judgements={judgements} />
      {!closed && (
        <section className={styles.part} aria-label="Your answer">
          <AnswerForm comment={comment} answers={answers} onAnswered={onAnswered} />
        </section>
      )}
      {changes.length > 0 && (
        <section className={styles.part} aria-label="Changed because of this comment">
          <h3 className={panel.heading}>Changed because of this comment</h3>
          <ul className={styles.trace}>
            {changes.map((change) => (
              <li key={`${change.blockId} ${change.revision}`}>
                {placeNames([change.blockId], copy)}, by {change.by || "somebody"}, {shortDate(change.at)}, as
                revision {change.revision}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!closed && comment.source === "" && comment.status === "open" && changes.length === 0 && (
        <div className={panel.row}>
          <Button look="plain" onPress={() => void answers.remove(comment)}>
            Take the comment out
          </Button>
        </div>
      )}
    </>
  );
}

interface PlaceProps {
  readonly comment: FactualComment;
  readonly copy: IssuedCopy;
  readonly answers: Answers;
}

/** The place by hand, read as one in the form is. */
function PlaceForm({ comment, copy, answers }: PlaceProps) {
  const [place, setPlace] = useState("");
  const { blockIds } = placeComment({ place, quote: "", text: "" }, copy);
  const found = place.trim() !== "" && blockIds.length > 0;
  return (
    <form
      className={styles.placing}
      onSubmit={(event) => {
        event.preventDefault();
        if (!found) return;
        const says = `The comment stands at ${placeNames(blockIds, copy).toLowerCase()}.`;
        void answers.revise(comment, { blockIds }, says).then((done) => done && setPlace(""));
      }}
    >
      <Line
        label={comment.blockIds.length === 0 ? "Paragraph it is about" : "Another place"}
        value={place}
        maxLength={100}
        placeholder="14, bullet 2"
        onChange={setPlace}
      />
      <Button type="submit" isDisabled={!found}>
        Place
      </Button>
      {place.trim() !== "" && (
        <output className={panel.quiet}>{found ? placeNames(blockIds, copy) : "No such paragraph"}</output>
      )}
    </form>
  );
}

/** Grades of the areas a comment’s paragraphs speak to, where they moved after the issue. */
function MovedGrades({ comment, copy, judgements }: Pick<Props, "comment" | "copy" | "judgements">) {
  const framework = useSessionState((state) => state.framework);
  const now = useSessionState((state) => state.judgements);
  if (!framework) return null;
  const areaIds = new Set(
    copy.blocks.flatMap((block) => (comment.blockIds.includes(block.id) ? block.areaIds : [])),
  );
  const moved = movedGrades(framework, judgements, now).filter(({ area }) => areaIds.has(area.id));
  if (moved.length === 0) return null;
  return (
    <p className={styles.note} role="note">
      The grade moved after this was issued: <MovedList framework={framework} moved={moved} />
    </p>
  );
}
