import { useEffect, useId, useRef, useState, type FormEvent } from "react";
import { EVIDENCE_KINDS, type Evidence } from "#shared/domain/evidence.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import styles from "#renderer/panels/EvidencePanel.module.css";
import { KIND_WORDS, SPEAKS_WORDS } from "#renderer/panels/evidence-words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";

export type EvidenceFields = Omit<Evidence, "id" | "reference">;

export const emptyEvidence = (areaIds: AreaId[]): EvidenceFields => ({
  kind: "interview",
  title: "",
  date: null,
  source: "",
  people: null,
  notes: "",
  areaIds,
  speaksFor: "neither",
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
  const id = useId();
  const title = useRef<HTMLInputElement>(null);
  useEffect(() => title.current?.focus(), []);
  const set = (change: Partial<EvidenceFields>): void => setFields({ ...fields, ...change });
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
      <div>
        <label className={panel.label} htmlFor={`${id}t`}>
          Title
        </label>
        <input
          id={`${id}t`}
          className={panel.field}
          required
          ref={title}
          maxLength={300}
          value={fields.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </div>
      <div className={styles.pair}>
        <div>
          <label className={panel.label} htmlFor={`${id}k`}>
            Kind
          </label>
          <select
            id={`${id}k`}
            className={panel.field}
            value={fields.kind}
            onChange={(event) => set({ kind: event.target.value as Evidence["kind"] })}
          >
            {EVIDENCE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className={panel.label} htmlFor={`${id}s`}>
            Speaks for
          </label>
          <select
            id={`${id}s`}
            className={panel.field}
            value={fields.speaksFor}
            onChange={(event) => set({ speaksFor: event.target.value as Evidence["speaksFor"] })}
          >
            {(["neither", "strength", "weakness", "both"] as const).map((side) => (
              <option key={side} value={side}>
                {SPEAKS_WORDS[side]}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label className={panel.label} htmlFor={`${id}d`}>
            Date
          </label>
          <input
            id={`${id}d`}
            type="date"
            className={panel.field}
            value={fields.date ?? ""}
            onChange={(event) => set({ date: event.target.value || null })}
          />
        </div>
        <div>
          <label className={panel.label} htmlFor={`${id}p`}>
            People
          </label>
          <input
            id={`${id}p`}
            type="number"
            min={0}
            step={1}
            className={panel.field}
            value={fields.people ?? ""}
            onChange={(event) =>
              set({
                people:
                  event.target.value === "" ? null : Math.max(0, Math.trunc(Number(event.target.value))),
              })
            }
          />
        </div>
      </div>
      <div>
        <label className={panel.label} htmlFor={`${id}n`}>
          Notes
        </label>
        <textarea
          id={`${id}n`}
          className={panel.field}
          value={fields.notes}
          onChange={(event) => set({ notes: event.target.value })}
        />
      </div>
      {framework && (
        <fieldset className={styles.plain}>
          <legend className={panel.label}>Areas it speaks to</legend>
          <div className={styles.areas}>
            {framework.areas
              .filter(({ kind }) => kind !== "group")
              .map((area) => (
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
