import { useMemo } from "react";
import { paragraphNumbers } from "#shared/domain/block.ts";
import type { Figure } from "#shared/domain/figure.ts";
import { plainNumbersIn, uncitedPlaces, type PlainNumber } from "#shared/figures/uncited.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";
import styles from "#renderer/writing/Figures.module.css";

/** Where the text prints a figure's number without citing it, to be made citations one by one or all. */
export function UncitedPlaces({ figure }: { readonly figure: Figure }) {
  const session = useSession();
  const blocks = useSessionState((state) => state.blocks);
  const places = useMemo(() => uncitedPlaces(blocks, figure), [blocks, figure]);
  if (places.length === 0) return null;
  const cite = (those: readonly PlainNumber[]): void => {
    const done = session.editor?.citeAll(
      figure.id,
      those.map(({ blockId, start, end }) => ({ blockId, span: [start, end] })),
    );
    notify(`${counted(done ?? 0, "place")} now cited as ${figure.value} ${figure.label}.`, {
      action: { label: "Undo", run: () => session.editor?.undo() },
    });
  };
  return (
    <section aria-labelledby="uncited">
      <h3 id="uncited" className={panel.label}>
        In the text, and not cited
      </h3>
      <ul className={styles.numbers} aria-label="Places that print it">
        {places.map((place) => (
          <li key={`${place.blockId} ${place.start}`}>
            <span>
              <Where place={place} /> {place.before.slice(-60)}
              <b>{place.text}</b>
              {place.after.slice(0, 60)}
            </span>
            <Button look="plain" onPress={() => cite([place])}>
              Cite it
            </Button>
          </li>
        ))}
      </ul>
      {places.length > 1 && (
        <Button onPress={() => cite(places)}>Cite all {counted(places.length, "place")}</Button>
      )}
    </section>
  );
}

interface NumbersHereProps {
  readonly onChoose: (number: PlainNumber) => void;
}

/** The numbers of the paragraph the caret is in, to begin a figure with. */
export function NumbersHere({ onChoose }: NumbersHereProps) {
  const blocks = useSessionState((state) => state.blocks);
  const blockId = useSessionState((state) => state.blockId);
  const numbers = useMemo(() => {
    const block = blocks.find(({ id }) => id === blockId);
    return block ? plainNumbersIn(block, paragraphNumbers(blocks).get(block.id) ?? null) : [];
  }, [blocks, blockId]);
  if (numbers.length === 0) return null;
  return (
    <section aria-labelledby="numbers-here">
      <h3 id="numbers-here" className={panel.label}>
        Numbers where you are: <Where place={numbers[0]!} />
      </h3>
      <div className={panel.row}>
        {numbers.map((number) => (
          <Button key={number.start} onPress={() => onChoose(number)}>
            {number.text} {number.counts}
          </Button>
        ))}
      </div>
    </section>
  );
}

const Where = ({ place }: { readonly place: PlainNumber }) => (
  <span className={styles.where}>
    {place.paragraph === null ? "Text without a number" : `Paragraph ${place.paragraph}`}
  </span>
);
