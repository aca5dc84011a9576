import { useState, type FormEvent } from "react";
import { CheckboxGroup, Label } from "react-aria-components";
import { Figure } from "#shared/domain/figure.ts";
import { EvidenceId, FigureId } from "#shared/domain/ids.ts";
import { Fault, faultText } from "#shared/fault.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import { citedPlaces, heldBy } from "#shared/figures/citations.ts";
import { DERIVATION_WORDS, putInRegister, type Derivation } from "#shared/figures/derive-figure.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice, Field, Line } from "#renderer/ui/Field.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { useRemoveFigure } from "#renderer/writing/use-figures.ts";
import styles from "#renderer/writing/Figures.module.css";

type Origin = Derivation["kind"] | "counted";
const ORIGINS: readonly Origin[] = ["counted", "sum", "share", "change"];
const ORIGIN_WORDS: Readonly<Record<Origin, string>> = {
  counted: "Counted itself",
  sum: "Sum of others",
  share: "Share of another",
  change: "Change from another",
};
const PAIR_WORDS = { share: ["The part", "Of the whole"], change: ["From", "To"] } as const;

interface Props {
  readonly figure: Figure;
  readonly isNew: boolean;
  /** Whether the first field has the focus from the start. */
  readonly takesFocus: boolean;
  /** @param asks whether the change reaches the text, and is to be confirmed */
  readonly onKeep: (next: Figure, asks: boolean) => void;
  readonly onRemoved: () => void;
}

/** One figure of the register, in full. */
export function FigureFields({ figure, isNew, takesFocus, onKeep, onRemoved }: Props) {
  const { store } = useSession();
  const figures = useSessionState((state) => state.figures);
  const evidence = useSessionState((state) => state.evidence);
  const remove = useRemoveFigure();
  const [draft, setDraft] = useState(figure);
  const [why, setWhy] = useState<string | null>(null);
  const set = (fields: Partial<Figure>): void => {
    setWhy(null);
    setDraft({ ...draft, ...fields });
  };
  const others = figures.filter(({ id }) => id !== figure.id);
  const kind = draft.derived?.kind ?? "counted";
  const of = draft.derived?.of ?? [];
  const derive = (next: Origin, ids: readonly string[]): void =>
    set({ derived: next === "counted" ? null : { kind: next, of: ids.map((id) => FigureId.parse(id)) } });
  const pair = [of[0] ?? others[0]?.id, of[1] ?? others[1]?.id ?? others[0]?.id];

  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const value = draft.derived ? draft.value || "0" : draft.value.trim();
    const read = Figure.safeParse({ ...draft, label: draft.label.trim(), value });
    if (!read.success) {
      setWhy("A figure needs what it prints and what it counts.");
      return;
    }
    try {
      const { changed } = putInRegister(figures, read.data);
      const printed = changed.filter(
        ({ id, value: after }) => figures.find((each) => each.id === id)?.value !== after,
      );
      const reached = citedPlaces(store.getState().blocks, new Set(printed.map(({ id }) => id)));
      onKeep(changed[0]!, !isNew && reached.length > 0);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      setWhy(faultText(error));
    }
  };
  const tryRemove = (): void => {
    const held = heldBy(figures, store.getState().blocks, figure.id);
    if (held !== null) setWhy(`It cannot be removed: ${held}.`);
    else void remove(figure).then(onRemoved);
  };

  return (
    <form className={styles.fields} onSubmit={keep} aria-label={isNew ? "New figure" : figure.label}>
      <div className={styles.pair}>
        <Line
          label="Figure, as it is printed"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={takesFocus}
          maxLength={60}
          value={draft.derived ? draft.value || "worked out" : draft.value}
          readOnly={draft.derived !== null || draft.counts !== null}
          onChange={(value) => set({ value })}
        />
        <Line label="Unit" maxLength={60} value={draft.unit} onChange={(unit) => set({ unit })} />
      </div>
      <Line label="What it counts" maxLength={200} value={draft.label} onChange={(label) => set({ label })} />
      <Line
        label="Population: among whom or what"
        maxLength={200}
        value={draft.population}
        onChange={(population) => set({ population })}
      />
      <div className={styles.pair}>
        <Line
          label="As at"
          type="date"
          value={draft.asAt ?? ""}
          onChange={(asAt) => set({ asAt: asAt || null })}
        />
        <Field label="Evidence it comes from">
          {(id) => (
            <select
              id={id}
              className={panel.field}
              value={draft.evidenceId ?? ""}
              onChange={({ target }) =>
                set({ evidenceId: target.value === "" ? null : EvidenceId.parse(target.value) })
              }
            >
              <option value="">None</option>
              {evidence.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.reference} {item.title}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {draft.counts && (
        <p className={styles.note}>
          Counted from the evidence log ({KIND_WORDS[draft.counts.kind].toLowerCase()},{" "}
          {draft.counts.what === "items" ? "items" : "people"}). It changes when the log does.
        </p>
      )}
      {!draft.counts && (others.length > 0 || draft.derived) && (
        <Choice
          label="How it came about"
          value={kind}
          words={ORIGIN_WORDS}
          options={ORIGINS}
          onChange={(next) =>
            derive(
              next,
              next === "sum" ? others.slice(0, 2).map(({ id }) => id) : pair.flatMap((id) => id ?? []),
            )
          }
        />
      )}
      {kind !== "counted" && <p className={styles.note}>{DERIVATION_WORDS[kind]}</p>}
      {kind === "sum" && (
        <CheckboxGroup
          className={styles.ticks!}
          value={[...of]}
          onChange={(ids) => ids.length > 0 && derive("sum", ids)}
        >
          <Label className={panel.label!}>Add up</Label>
          {others.map(({ id, value, label }) => (
            <Tick key={id} value={id}>
              {value} {label}
            </Tick>
          ))}
        </CheckboxGroup>
      )}
      {(kind === "share" || kind === "change") && (
        <div className={styles.pair}>
          {PAIR_WORDS[kind].map((label, index) => (
            <Field key={label} label={label}>
              {(id) => (
                <select
                  id={id}
                  className={panel.field}
                  value={of[index] ?? ""}
                  onChange={({ target }) =>
                    derive(
                      kind,
                      of.map((each, at) => (at === index ? target.value : each)),
                    )
                  }
                >
                  {others.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.value} {each.label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </div>
      )}
      <output className={styles.why}>{why}</output>
      <div className={panel.row}>
        <Button look="primary" type="submit">
          {isNew ? "Add to the register" : "Keep the figure"}
        </Button>
        {!isNew && <Button onPress={tryRemove}>Remove</Button>}
      </div>
    </form>
  );
}
