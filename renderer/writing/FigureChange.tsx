import type { Figure } from "#shared/domain/figure.ts";
import { citedPlaces } from "#shared/figures/citations.ts";
import { putInRegister } from "#shared/figures/derive-figure.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";
import styles from "#renderer/writing/Figures.module.css";

interface Props {
  readonly before: Figure;
  readonly after: Figure;
  readonly onKeep: () => void;
  readonly onBack: () => void;
}

/** Before a change reaches the text: every place, with what it says and what it will say, and the figures that follow. */
export function FigureChange({ before, after, onKeep, onBack }: Props) {
  const figures = useSessionState((state) => state.figures);
  const blocks = useSessionState((state) => state.blocks);
  const { changed } = putInRegister(figures, after);
  const now = new Map(changed.map(({ id, value }) => [id, value]));
  const places = citedPlaces(blocks, new Set(now.keys())).filter(
    ({ figureId, text }) => now.get(figureId) !== text,
  );
  const followers = changed.slice(1);
  return (
    <>
      <p>
        {before.value} {before.label} becomes <b>{changed[0]!.value}</b>. {counted(places.length, "place")} of
        the text {places.length === 1 ? "changes" : "change"} with it.
      </p>
      {followers.length > 0 && (
        <ul className={styles.places} aria-label="Figures that follow">
          {followers.map(({ id, label, value }) => (
            <li key={id}>
              <span>{label}</span>
              <span>
                <del>{figures.find((each) => each.id === id)?.value}</del> <ins>{value}</ins>
              </span>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.places} aria-label="Places that change">
        {places.map((place) => (
          <li key={`${place.blockId} ${place.start}`}>
            <span>{place.paragraph === null ? "Text" : `Paragraph ${place.paragraph}`}</span>
            <span>
              {place.before}
              <del>{place.text}</del> <ins>{now.get(place.figureId)}</ins>
              {place.after}
            </span>
          </li>
        ))}
      </ul>
      <div className={panel.row}>
        {/* The form that had the focus is gone. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Button look="primary" autoFocus onPress={onKeep}>
          Change them
        </Button>
        <Button onPress={onBack}>Back</Button>
      </div>
    </>
  );
}
