import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import styles from "#renderer/ui/Segments.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** What each is called, in their order. */
  readonly words: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them in sight. */
export function Segments<Value extends string>({ label, value, words, onChange }: Props<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.parts!}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([key]) => onChange(key as Value)}
    >
      {(Object.entries(words) as [Value, string][]).map(([id, name]) => (
        <ToggleButton key={id} id={id} className={styles.part!}>
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
