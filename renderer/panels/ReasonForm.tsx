import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import styles from "#renderer/panels/FindingCard.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";

interface Props {
  readonly label: string;
  readonly verb: string;
  readonly required: boolean;
  readonly onGive: (reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** One line for a reason. Enter gives it, Escape leaves. */
export function ReasonForm({ label, verb, required, onGive, onClose }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const missing = required && reason.trim() === "";
  const give = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (missing || busy) return;
    setBusy(true);
    const given = await onGive(reason);
    setBusy(false);
    if (given) onClose();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void give();
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void give(event)}>
      <label className={panel.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className={panel.field}
        rows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKey}
      />
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={missing || busy}>
          {verb}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
