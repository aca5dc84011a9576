import { useState } from "react";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import styles from "#renderer/versions/Versions.module.css";

interface Props {
  readonly name: string;
  readonly onRestore: (grades: boolean) => Promise<void>;
  readonly onClose: () => void;
}

/** Says what restoring does before it is done. */
export function RestoreVersion({ name, onRestore, onClose }: Props) {
  const [grades, setGrades] = useState(false);
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const restore = async (): Promise<void> => {
    setWorking(true);
    setFault(null);
    try {
      await onRestore(grades);
    } catch (error) {
      setFault(error);
      setWorking(false);
    }
  };
  return (
    <div className={styles.form}>
      <p className={panel.say}>
        The text becomes that of {name} again. What stands there now is kept as a version, and you can go back
        to it.
      </p>
      <Tick isSelected={grades} onChange={setGrades}>
        Bring back its grades too
      </Tick>
      {fault !== null && <FaultNotice error={fault} />}
      <div className={panel.row}>
        <Button look="primary" isDisabled={working} onPress={() => void restore()}>
          {working ? "Restoring…" : "Restore this version"}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </div>
  );
}
