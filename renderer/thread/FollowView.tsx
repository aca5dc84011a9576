import { useState } from "react";
import { paragraphNumbers, textOf } from "#shared/domain/block.ts";
import { ancestorsOf, findArea } from "#shared/domain/framework.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { leaningOn, sentenceAt, tiesOf } from "#shared/evidence/thread/leaning.ts";
import { DIRECTION_WORDS, KIND_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { blockOf } from "#shared/document/block-text.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { ItemLink } from "#renderer/thread/ItemLink.tsx";
import { REASON_WORDS } from "#renderer/thread/thread.ts";
import type { GoTo } from "#renderer/thread/go-to.ts";
import styles from "#renderer/thread/ThreadDialog.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";
import { counted, longDate } from "#renderer/ui/words.ts";

/** The thread from one end: an item, or the sentence at the caret. */
export function FollowView({ onGoTo }: { readonly onGoTo: GoTo }) {
  const evidenceId = useSessionState((state) => state.thread?.evidenceId ?? null);
  return evidenceId ? <FromItem onGoTo={onGoTo} /> : <FromSentence onGoTo={onGoTo} />;
}

function FromItem({ onGoTo }: { readonly onGoTo: GoTo }) {
  const { store } = useSession();
  const evidenceId = useSessionState((state) => state.thread?.evidenceId ?? null);
  const item = useSessionState((state) => state.evidence.find(({ id }) => id === evidenceId));
  const blocks = useSessionState((state) => state.blocks);
  if (!item) return <p className={panel.say}>That item is no longer in the log.</p>;
  const places = leaningOn(blocks, item.id);
  return (
    <div className={styles.column}>
      <h3 className={styles.head}>{`${item.reference} ${item.title}`}</h3>
      <p className={panel.quiet}>
        {[
          KIND_WORDS[item.kind],
          ...(item.date ? [longDate(item.date)] : []),
          ...(item.source ? [item.source] : []),
          ...(item.people === null ? [] : [counted(item.people, "person", "people")]),
          DIRECTION_WORDS[item.direction].toLowerCase(),
        ].join(" · ")}
      </p>
      {item.notes && <p className={styles.notes}>{item.notes}</p>}
      <h3 className={panel.heading}>
        {places.length === 0
          ? "Nothing leans on it"
          : `${counted(places.length, "place")} ${places.length === 1 ? "leans" : "lean"} on it`}
      </h3>
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={`${place.blockId}${place.sentence?.start ?? ""}`}>
            <button
              type="button"
              className={styles.place}
              onClick={() => onGoTo(place.blockId, place.sentence)}
            >
              <span className={styles.what}>
                {place.paragraph === null ? "Text" : `Paragraph ${place.paragraph}`}
                {place.sentence ? ", this sentence" : ", as a whole"} · {`it ${REASON_WORDS[place.reason]}`}
              </span>
              <span className={styles.quote}>{place.quote}</span>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={() => store.setState({ thread: { evidenceId: null } })}>
          From the sentence at the caret
        </Button>
      </div>
    </div>
  );
}

function FromSentence({ onGoTo }: { readonly onGoTo: GoTo }) {
  const session = useSession();
  const state = useSessionState((each) => each);
  const [at] = useState(() => session.editor?.selected() ?? null);
  const { framework, blocks, evidence, judgements, backing } = state;
  const block = blockOf(blocks, at?.blockId ?? state.blockId);
  if (!block || block.kind === "heading" || block.kind === "findings-record")
    return <p className={panel.say}>Put the caret in a paragraph of the text, then open the thread again.</p>;
  const text = textOf(block);
  const sentence = at && at.cell === null ? sentenceAt(text, at.span[1]) : null;
  const number = paragraphNumbers(blocks).get(block.id);
  const ties = tiesOf(block);
  const answers = new Set(
    [...backing.values()].flatMap(({ supports, opposes }) =>
      [...supports, ...opposes].flatMap((statement) =>
        statement.blockId === block.id &&
        (sentence === null || statement.span[0] === sentence.start) &&
        statement.answeredBy
          ? [statement.answeredBy]
          : [],
      ),
    ),
  );
  const recommendations = blocks.filter(
    (each) => each.kind === "recommendation" && (answers.has(each.id) || each.justifiedBy.includes(block.id)),
  );
  return (
    <div className={styles.column}>
      <h3 className={panel.heading}>
        {`${sentence ? "The sentence at the caret" : "The text at the caret"}${number === undefined ? "" : `, paragraph ${number}`}`}
      </h3>
      <blockquote className={styles.words}>
        {sentence ? text.slice(sentence.start, sentence.end) : text}
      </blockquote>
      <h3 className={panel.heading}>Its evidence</h3>
      {ties.length === 0 && (
        <p className={panel.say}>Nothing is tied to it. The Evidence panel suggests what may be.</p>
      )}
      <ul className={styles.places}>
        {ties.map(({ evidenceId, reason, sentences }) => {
          const item = evidence.find(({ id }) => id === evidenceId);
          const here = sentence !== null && sentences.some(({ start }) => start === sentence.start);
          return item ? (
            <li key={evidenceId}>
              <ItemLink item={item} onFollow={() => undefined} />
              <span className={panel.quiet}>
                {`${KIND_WORDS[item.kind]} · ${REASON_WORDS[reason]} ${here ? "this sentence" : sentences.length > 0 ? "another sentence" : "the paragraph"}`}
              </span>
            </li>
          ) : null;
        })}
      </ul>
      <h3 className={panel.heading}>Its areas and their grades</h3>
      {block.areaIds.length === 0 && <p className={panel.say}>It is tied to no area.</p>}
      <ul className={styles.places}>
        {framework &&
          block.areaIds.map((id) => {
            const area = findArea(framework, id);
            return area ? (
              <li key={id} className={styles.grade}>
                <span>{[...ancestorsOf(framework, area), area].map(({ title }) => title).join(" › ")}</span>
                {area.kind === "graded" && (
                  <GradeChip framework={framework} gradeId={gradeOf({ judgements }, area.id)} />
                )}
              </li>
            ) : null;
          })}
      </ul>
      <h3 className={panel.heading}>What is recommended for it</h3>
      {recommendations.length === 0 && <p className={panel.say}>No recommendation answers it.</p>}
      <ul className={styles.places}>
        {recommendations.map((each) => (
          <li key={each.id}>
            <button type="button" className={styles.place} onClick={() => onGoTo(each.id, null)}>
              {textOf(each)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
