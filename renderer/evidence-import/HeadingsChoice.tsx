import panel from "#renderer/panels/Panel.module.css";
import { Field } from "#renderer/ui/Field.tsx";

const NO_HEADINGS = "none";

interface Props {
  /** The first rows, one of which may be the headings. */
  readonly rows: readonly (readonly string[])[];
  /** By its place among the rows; null where there are no headings. */
  readonly headerRow: number | null;
  /** What the first row is then: “an item”. */
  readonly otherwise: string;
  readonly onChange: (headerRow: number | null) => void;
}

/** Which row of a table has its headings. */
export function HeadingsChoice({ rows, headerRow, otherwise, onChange }: Props) {
  return (
    <Field label="Headings">
      {(id) => (
        <select
          id={id}
          className={panel.field}
          value={headerRow ?? NO_HEADINGS}
          onChange={({ target: { value } }) => onChange(value === NO_HEADINGS ? null : Number(value))}
        >
          <option value={NO_HEADINGS}>{`No row: the first row is ${otherwise}`}</option>
          {rows.map((row, index) => (
            <option key={index} value={index}>
              {`Row ${index + 1}: ${row
                .filter((cell) => cell.trim() !== "")
                .join(" · ")
                .slice(0, 80)}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
