import { Label, Radio, RadioGroup } from "react-aria-components";
import styles from "#renderer/ui/Radios.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly words: Readonly<Record<Value, string>>;
  /** What each choice means, in a sentence. */
  readonly notes: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
}

/** One of a few, each explained under its words. */
export function Radios<Value extends string>(props: Props<Value>) {
  const { label, value, options, words, notes, onChange } = props;
  return (
    <RadioGroup value={value} onChange={(next) => onChange(next as Value)}>
      <Label className={styles.label!}>{label}</Label>
      {options.map((option) => (
        <Radio key={option} value={option} className={styles.radio!}>
          <span className={styles.dot} aria-hidden />
          <span>
            {words[option]} <span className={styles.note}>{notes[option]}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
