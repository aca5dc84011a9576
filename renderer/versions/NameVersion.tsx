import { useState, type FormEvent } from "react";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import styles from "#renderer/versions/Versions.module.css";

interface Props {
  readonly start: string;
  readonly done: string;
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** A name for a version: what it was, or who it went to. */
export function NameVersion({ start, done, onName, onClose }: Props) {
  const [name, setName] = useState(start);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === "") return;
    try {
      await onName(name.trim());
      onClose();
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <Line
        label="Name of this version"
        // The dialogue was opened to type this.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        required
        maxLength={120}
        placeholder="Sent for factual accuracy"
        value={name}
        onChange={setName}
      />
      {fault !== null && <FaultNotice error={fault} />}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={name.trim() === ""}>
          {done}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
