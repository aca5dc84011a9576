import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from "react";
import panel from "#renderer/panels/Panel.module.css";

/** A label above its control; `children` is given the id that ties the two together. */
export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div>
      <label className={panel.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface LineProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "className" | "id"> {
  readonly label: string;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text, a number or a date. */
export function Line({ label, onChange, ...input }: LineProps) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          {...input}
          id={id}
          className={panel.field}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly words: Readonly<Record<Value, string>>;
  readonly options: readonly Value[];
  readonly onChange: (value: Value) => void;
}

/** One of a few words. */
export function Choice<Value extends string>({ label, value, words, options, onChange }: ChoiceProps<Value>) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className={panel.field}
          value={value}
          onChange={(event) => onChange(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {words[option]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
