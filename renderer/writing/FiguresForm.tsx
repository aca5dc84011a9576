import { useMemo, useState } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { Figure } from "#shared/domain/figure.ts";
import { FigureId } from "#shared/domain/ids.ts";
import { citationsIn } from "#shared/figures/citations.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FigureChange } from "#renderer/writing/FigureChange.tsx";
import { FigureFields } from "#renderer/writing/FigureFields.tsx";
import { NumbersHere, UncitedPlaces } from "#renderer/writing/PlainNumbers.tsx";
import { useChangeFigure } from "#renderer/writing/use-figures.ts";
import styles from "#renderer/writing/Figures.module.css";

const citedWords = (times: number): string => (times === 1 ? "cited once" : `cited ${times} times`);

const newFigure = (): Figure => ({
  id: FigureId.parse(crypto.randomUUID()),
  label: "",
  value: "",
  asAt: null,
  evidenceId: null,
  unit: "",
  population: "",
  derived: null,
  counts: null,
});

/** The register: each figure said once. A change that reaches the text shows every place before it is made. */
export function FiguresForm({ onClose }: { readonly onClose: () => void }) {
  const figures = useSessionState((state) => state.figures);
  const blocks = useSessionState((state) => state.blocks);
  const [begun, setBegun] = useState(newFigure);
  const [chosen, setChosen] = useState<FigureId | null>(figures[0]?.id ?? null);
  const [asked, setAsked] = useState<Figure | null>(null);
  // Once what had the focus is gone by a change. Where the list is walked, the list keeps it.
  const [fieldsTakeFocus, setFieldsTakeFocus] = useState(false);
  const change = useChangeFigure();
  const uses = useMemo(() => {
    const counts = new Map<FigureId, number>();
    for (const { figureId } of blocks.flatMap(citationsIn))
      counts.set(figureId, (counts.get(figureId) ?? 0) + 1);
    return counts;
  }, [blocks]);
  const known = figures.find(({ id }) => id === chosen);
  const figure = known ?? begun;
  const keep = async (next: Figure): Promise<void> => {
    // Chosen before it is kept: what is typed while it is on its way never lands in another figure's fields.
    setChosen(next.id);
    setFieldsTakeFocus(true);
    if (!(await change(known ?? next, next))) return;
    setAsked(null);
    setBegun(newFigure());
  };
  const choose = (id: FigureId | null): void => {
    setFieldsTakeFocus(false);
    setChosen(id);
  };
  if (asked && known)
    return (
      <FigureChange
        before={known}
        after={asked}
        onKeep={() => void keep(asked)}
        onBack={() => {
          setFieldsTakeFocus(true);
          setAsked(null);
        }}
      />
    );
  return (
    <div className={styles.register}>
      <div className={styles.side}>
        <ListBox
          aria-label="Figures on the register"
          className={styles.list!}
          selectionMode="single"
          disallowEmptySelection={known !== undefined}
          selectedKeys={known ? [known.id] : []}
          onSelectionChange={(keys) => {
            const [id] = keys === "all" ? [] : keys;
            if (id !== undefined) choose(FigureId.parse(id));
          }}
          items={figures}
          dependencies={[uses]}
          renderEmptyState={() => (
            <p className={styles.note}>
              No figures yet. Write one here, or type ## in the text, then a number and what it counts: “##469
              children looked after”.
            </p>
          )}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={`${item.value} ${item.label}`} className={styles.item!}>
              <b>{item.value}</b>
              <span>{item.label}</span>
              <small>
                {item.derived ? `${item.derived.kind} · ` : item.counts ? "from the log · " : ""}
                {uses.get(item.id) ? citedWords(uses.get(item.id)!) : "not cited"}
              </small>
            </ListBoxItem>
          )}
        </ListBox>
        <div className={panel.row}>
          <Button onPress={() => choose(null)} isDisabled={!known}>
            New figure
          </Button>
          <Button onPress={onClose}>Close</Button>
        </div>
      </div>
      <div className={styles.side}>
        <FigureFields
          key={`${figure.id} ${figure.value} ${figure.label}`}
          figure={figure}
          isNew={!known}
          takesFocus={fieldsTakeFocus}
          onKeep={(next, asks) => (asks ? setAsked(next) : void keep(next))}
          onRemoved={() => {
            setFieldsTakeFocus(true);
            setChosen(figures.find(({ id }) => id !== figure.id)?.id ?? null);
          }}
        />
        {known ? (
          <UncitedPlaces figure={known} />
        ) : (
          <NumbersHere
            onChoose={({ text, counts }) => setBegun({ ...newFigure(), value: text, label: counts })}
          />
        )}
      </div>
    </div>
  );
}
