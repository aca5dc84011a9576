import { useMemo, useState } from "react";
import {
  Button as AriaButton,
  ComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { paragraphNumbers } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";
import panel from "#renderer/panels/Panel.module.css";
import type { Recommendation } from "#renderer/recommendations/order.ts";
import styles from "#renderer/recommendations/RecommendationsPanel.module.css";
import { blockText } from "#shared/document/block-text.ts";
import { findParagraphs } from "#renderer/report/find-paragraphs.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import menu from "#renderer/ui/Menu.module.css";

/** Below this the nearest paragraph shares hardly a word with what is asked. */
const NEAR = 0.3;
const SHOWN = 8;

/** The paragraphs a recommendation rests on: shown, linked and taken away; and the one the tracing would pick. */
export function Justification({ recommendation }: { readonly recommendation: Recommendation }) {
  const session = useSession();
  const structure = useSessionState((state) => state.structure);
  const ground = useSessionState((state) => state.grounds.get(recommendation.id)) ?? null;
  const checked = useSessionState((state) => state.checked);
  const numbers = useMemo(() => paragraphNumbers(structure), [structure]);
  const { id, justifiedBy } = recommendation;
  const wordsOf = (blockId: BlockId): string | null => blockText(structure, blockId);
  const nameOf = (blockId: BlockId): string => {
    const number = numbers.get(blockId);
    if (number !== undefined) return `paragraph ${number}`;
    return wordsOf(blockId) === null ? "a paragraph that is gone" : "text without a number";
  };
  const link = (blockId: BlockId): void => {
    if (!justifiedBy.includes(blockId)) session.editor?.justify(id, [...justifiedBy, blockId]);
  };
  const unlink = (blockId: BlockId): void =>
    session.editor?.justify(
      id,
      justifiedBy.filter((each) => each !== blockId),
    );
  return (
    <section className={styles.detail} aria-label="What justifies it">
      <h4 className={panel.label}>Justified by</h4>
      {justifiedBy.length > 0 && (
        <ul className={styles.linked} aria-label="Justified by">
          {justifiedBy.map((blockId) => (
            <li key={blockId} className={styles.link}>
              <button
                type="button"
                className={styles.shown}
                disabled={wordsOf(blockId) === null}
                onClick={() => session.editor?.reveal(blockId, null, true)}
              >
                <span className={styles.number}>{numbers.get(blockId) ?? "–"}</span>
                <span className="clamped">{wordsOf(blockId) ?? "This paragraph is gone."}</span>
              </button>
              <Button look="plain" aria-label={`Unlink ${nameOf(blockId)}`} onPress={() => unlink(blockId)}>
                Unlink
              </Button>
            </li>
          ))}
        </ul>
      )}
      {checked && !(ground && justifiedBy.includes(ground.blockId)) && (
        <div className={styles.ground}>
          {ground && ground.share >= NEAR ? (
            <>
              <button
                type="button"
                className={styles.shown}
                onClick={() => session.editor?.reveal(ground.blockId, null, true)}
              >
                <span className={styles.number}>{numbers.get(ground.blockId) ?? "–"}</span>
                <span className="clamped">
                  <span className={styles.why}>Nearest in the narrative: </span>
                  {wordsOf(ground.blockId)}
                </span>
              </button>
              <Button
                look="plain"
                aria-label={`Link ${nameOf(ground.blockId)}`}
                onPress={() => link(ground.blockId)}
              >
                Link
              </Button>
            </>
          ) : (
            justifiedBy.length === 0 && (
              <p className={styles.why}>No paragraph comes near what it asks for.</p>
            )
          )}
        </div>
      )}
      <ParagraphPicker key={justifiedBy.length} taken={justifiedBy} onPick={link} />
    </section>
  );
}

function ParagraphPicker({
  taken,
  onPick,
}: {
  readonly taken: readonly BlockId[];
  readonly onPick: (id: BlockId) => void;
}) {
  const { store } = useSession();
  const [query, setQuery] = useState("");
  const options = useMemo(
    () =>
      findParagraphs(store.getState().blocks, query)
        .filter(({ block }) => !taken.includes(block.id))
        .slice(0, SHOWN),
    [store, query, taken],
  );
  return (
    <ComboBox
      className={styles.picker!}
      allowsEmptyCollection
      items={options.map((each) => ({ ...each, id: each.block.id }))}
      inputValue={query}
      onInputChange={setQuery}
      onChange={(key) => {
        if (typeof key === "string") onPick(BlockId.parse(key));
      }}
    >
      <Label className={panel.label}>Link a paragraph, by number or words</Label>
      <div className={styles.field}>
        <Input className={panel.field!} />
        <AriaButton className={styles.open!} aria-label="Paragraphs">
          <span className={styles.arrow} aria-hidden />
        </AriaButton>
      </div>
      <Popover className={`${menu.popover} ${styles.popover}`}>
        <ListBox
          className={menu.menu!}
          renderEmptyState={() => (
            <p className={styles.none}>No other paragraph has that number or those words.</p>
          )}
        >
          {({ number, words }: { number: number; words: string }) => (
            <ListBoxItem className={`${menu.item} ${styles.option}`} textValue={`Paragraph ${number}`}>
              <span className={styles.number}>{number}</span>
              <span className="clamped">{words}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
