import { useMemo } from "react";
import { textOf } from "#shared/domain/block.ts";
import { type Reason, tiesOf } from "#shared/evidence/thread/leaning.ts";
import { EvidenceTitle } from "#renderer/evidence/EvidenceTitle.tsx";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import panel from "#renderer/panels/Panel.module.css";
import evidence from "#renderer/panels/EvidencePanel.module.css";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import { blockOf } from "#shared/document/block-text.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useSettledBlocks } from "#renderer/report/use-settled-blocks.ts";
import {
  REASON_WORDS,
  REASONS,
  restsOnEvidence,
  setReason,
  suggestionsFor,
  tieItem,
  untieItem,
  whySuggested,
} from "#renderer/thread/thread.ts";
import styles from "#renderer/thread/ParagraphEvidence.module.css";
import { Button } from "#renderer/ui/Button.tsx";

/** What stands behind the paragraph in hand and why, and what else may. */
export function ParagraphEvidence() {
  const session = useSession();
  const blockId = useSessionState((state) => state.blockId);
  const items = useSessionState((state) => state.evidence);
  const settled = useSettledBlocks();
  // Ties show at once; words may lag a moment behind the writer.
  const structure = useSessionState((state) => state.structure);
  const tied = blockOf(structure, blockId);
  const worded = blockOf(settled, blockId);
  const block = useMemo(
    () => tied && worded && { ...worded, evidenceIds: tied.evidenceIds, bearings: tied.bearings },
    [tied, worded],
  );
  const suggestions = useMemo(
    () => (items.length === 0 ? [] : suggestionsFor(session, block)),
    [session, block, items],
  );
  if (!block || !restsOnEvidence(block)) return null;
  const ties = tiesOf(block);
  const text = textOf(block);
  return (
    <>
      <section aria-label="Behind this paragraph">
        <h3 className={panel.heading}>Behind this paragraph</h3>
        {ties.length === 0 && <p className={panel.quiet}>Nothing is tied to it yet.</p>}
        <ul className={styles.list}>
          {ties.map(({ evidenceId, reason, tied: isTied, sentences }) => {
            const item = items.find(({ id }) => id === evidenceId);
            if (!item) return null;
            return (
              <li key={evidenceId} className={styles.line} data-reason={reason}>
                <EvidenceTitle item={item} />
                {sentences.map(({ start, end }) => (
                  <button
                    key={start}
                    type="button"
                    className={styles.sentence}
                    onClick={() => session.editor?.reveal(block.id, [start, end], true)}
                  >
                    <span className={styles.what}>This sentence: </span>
                    {text.slice(start, end)}
                  </button>
                ))}
                <div className={styles.row}>
                  {isTied && (
                    <>
                      <select
                        className={styles.reason}
                        aria-label={`Why ${item.reference} is tied`}
                        value={reason}
                        onChange={(event) =>
                          setReason(session, block, evidenceId, event.target.value as Reason)
                        }
                      >
                        {REASONS.map((each) => (
                          <option key={each} value={each}>
                            {`${REASON_WORDS[each]} ${sentences.length > 0 ? "the sentence" : "the paragraph"}`}
                          </option>
                        ))}
                      </select>
                      <Button
                        look="plain"
                        aria-label={`Untie ${item.reference} from this paragraph`}
                        onPress={() => untieItem(session, block, evidenceId)}
                      >
                        Untie
                      </Button>
                    </>
                  )}
                  <Button
                    look="plain"
                    aria-label={`Follow… ${item.reference}`}
                    onPress={() => session.store.setState({ thread: { evidenceId } })}
                  >
                    Follow…
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
      {items.length > 0 && (
        <section aria-label="Suggested for this paragraph">
          <h3 className={panel.heading}>
            Suggested for this paragraph
            {suggestions.length > 0 && (
              <span className={styles.key}>{`${KEYMAP.tieSuggested.shown} ties the first`}</span>
            )}
          </h3>
          {suggestions.length === 0 && (
            <p className={panel.quiet}>Nothing else in the evidence shares enough words with it.</p>
          )}
          <ul className={styles.list}>
            {suggestions.map((suggestion) => {
              const { item } = suggestion;
              return (
                <li key={item.id} className={styles.line}>
                  <EvidenceTitle item={item} />
                  <p className={evidence.facts}>
                    {`${KIND_WORDS[item.kind]} · ${whySuggested(suggestion, session.store.getState())}`}
                  </p>
                  <div className={styles.row}>
                    <Button
                      look="plain"
                      aria-label={`Tie ${item.reference} to this paragraph`}
                      onPress={() => tieItem(session, block, item.id)}
                    >
                      Tie
                    </Button>
                    <Button
                      look="plain"
                      aria-label={`Cite here: ${item.reference}`}
                      onPress={() => session.editor?.cite(item.id)}
                    >
                      Cite here
                    </Button>
                  </div>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
