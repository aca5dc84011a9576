import { judgementAreas } from "#shared/domain/framework.ts";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { DIRECTIONS, EVIDENCE_KINDS, type EvidenceFields, SENSITIVITIES } from "#shared/domain/evidence.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { NameCheck } from "#renderer/evidence/NameCheck.tsx";
import styles from "#renderer/panels/EvidencePanel.module.css";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice, Field, Line } from "#renderer/ui/Field.tsx";

export const emptyEvidence = (areaIds: AreaId[]): EvidenceFields => ({
  kind: "interview",
  title: "",
  date: null,
  source: "",
  people: null,
  notes: "",
  areaIds,
  direction: "context",
  sensitivity: "paraphrase",
});

interface Props {
  readonly start: EvidenceFields;
  readonly heading: string;
  readonly onSave: (fields: EvidenceFields) => Promise<boolean>;
  readonly onClose: () => void;
}

export function EvidenceForm({ start, heading, onSave, onClose }: Props) {
  const framework = useSessionState((state) => state.framework);
  const [fields, setFields] = useState(start);
  const [busy, setBusy] = useState(false);
  const title = useRef<HTMLInputElement>(null);
  const notes = useRef<HTMLTextAreaElement>(null);
  useEffect(() => title.current?.focus(), []);
  const set = (change: Partial<EvidenceFields>): void => setFields((now) => ({ ...now, ...change }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (fields.title.trim() === "") return;
    setBusy(true);
    const saved = await onSave({ ...fields, title: fields.title.trim() });
    setBusy(false);
    if (saved) onClose();
  };
  return (
    <form className={styles.form} aria-label={heading} onSubmit={(event) => void submit(event)}>
      <h3 className={panel.heading}>{heading}</h3>
      <Line
        label="Title"
        required
        ref={title}
        maxLength={300}
        value={fields.title}
        onChange={(value) => set({ title: value })}
      />
      <NameCheck
        text={fields.title}
        onText={(value) => set({ title: value })}
        onUsed={() => title.current?.focus()}
      />
      <div className={styles.pair}>
        <Choice
          label="Kind"
          value={fields.kind}
          options={EVIDENCE_KINDS}
          words={KIND_WORDS}
          onChange={(kind) => set({ kind })}
        />
        <Choice
          label="Direction"
          value={fields.direction}
          options={DIRECTIONS}
          words={DIRECTION_WORDS}
          onChange={(direction) => set({ direction })}
        />
        <Choice
          label="Sensitivity"
          value={fields.sensitivity}
          options={SENSITIVITIES}
          words={SENSITIVITY_WORDS}
          onChange={(sensitivity) => set({ sensitivity })}
        />
        <Line
          label="Date"
          type="date"
          value={fields.date ?? ""}
          onChange={(value) => set({ date: value || null })}
        />
        <Line
          label="People"
          type="number"
          min={0}
          step={1}
          value={fields.people ?? ""}
          onChange={(value) => set({ people: value === "" ? null : Math.max(0, Math.trunc(Number(value))) })}
        />
      </div>
      <Field label="Notes">
        {(id) => (
          <textarea
            id={id}
            ref={notes}
            className={panel.field}
            value={fields.notes}
            onChange={(event) => set({ notes: event.target.value })}
          />
        )}
      </Field>
      <NameCheck
        text={fields.notes}
        onText={(value) => set({ notes: value })}
        onUsed={() => notes.current?.focus()}
      />
      {framework && (
        <fieldset className={styles.plain}>
          <legend className={panel.label}>Areas it speaks to</legend>
          <div className={styles.areas}>
            {judgementAreas(framework).map((area) => (
              <label key={area.id}>
                <input
                  type="checkbox"
                  checked={fields.areaIds.includes(area.id)}
                  onChange={(event) =>
                    set({
                      areaIds: event.target.checked
                        ? [...fields.areaIds, area.id]
                        : fields.areaIds.filter((areaId) => areaId !== area.id),
                    })
                  }
                />
                {area.title}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={busy || fields.title.trim() === ""}>
          {busy ? "Saving…" : "Save"}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
