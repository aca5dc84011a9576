import { EVIDENCE_KINDS } from "#shared/domain/evidence.ts";
import {
  type EvidenceMapping,
  guessSheet,
  IMPORT_FIELDS,
  type ImportField,
  withColumn,
} from "#shared/evidence/mapping.ts";
import { columnName } from "#shared/evidence/read-rows.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import { HeadingsChoice } from "#renderer/evidence-import/HeadingsChoice.tsx";
import { FIELD_WORDS } from "#renderer/evidence-import/import-words.ts";
import { StepHead } from "#renderer/evidence-import/StepHead.tsx";
import type { EvidenceImport, Reading } from "#renderer/evidence-import/use-evidence-import.ts";
import { WordsTable } from "#renderer/evidence-import/WordsTable.tsx";
import type { PreviewQuery } from "#renderer/evidence-import/use-preview.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Choice, Field } from "#renderer/ui/Field.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly flow: EvidenceImport;
  readonly reading: Reading;
  readonly mapping: EvidenceMapping;
  readonly preview: PreviewQuery;
}

const SHOWN_VALUES = 3;

/** Where the headings are, what each column holds, and what words mean that the log has none for. */
export function ColumnsStep({ flow, reading, mapping, preview }: Props) {
  const framework = useSessionState((state) => state.framework);
  const sheet = reading.sheets[mapping.sheet]!;
  const { sample } = sheet;
  const guess = (index: number, ...headerRow: [number | null] | []): void => {
    const { name, sample } = reading.sheets[index]!;
    flow.setMapping(guessSheet({ name, rows: sample }, index, framework, ...headerRow));
  };
  const { data } = preview;
  const hasTitle = mapping.columns.includes("title");
  return (
    <>
      <StepHead>2 of 3: what the columns of {reading.file} hold</StepHead>
      <div className={styles.body}>
        <div className={styles.fields}>
          <Field label="Sheet">
            {(id) => (
              <select
                id={id}
                className={panel.field}
                value={mapping.sheet}
                onChange={(event) => guess(Number(event.target.value))}
              >
                {reading.sheets.map(({ name, rows }, index) => (
                  <option key={index} value={index}>
                    {`${name || "Sheet"} (${counted(rows, "row")})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <HeadingsChoice
            rows={sample}
            headerRow={mapping.headerRow}
            otherwise="an item"
            onChange={(headerRow) => guess(mapping.sheet, headerRow)}
          />
          <Choice
            label="Kind where a row says none"
            value={mapping.kind}
            options={EVIDENCE_KINDS}
            words={KIND_WORDS}
            onChange={(kind) => flow.setMapping({ ...mapping, kind })}
          />
        </div>
        {reading.remembered && (
          <p className={panel.quiet}>
            A spreadsheet with these headings was imported before; its columns are set as they were then.
          </p>
        )}
        <table className={styles.table} aria-label="Columns">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Its heading</th>
              <th scope="col">What is in it</th>
              <th scope="col">Holds</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: sheet.columns }, (_, column) => (
              <ColumnRow
                key={column}
                letter={columnName(column)}
                heading={mapping.headerRow === null ? "" : (sample[mapping.headerRow]?.[column] ?? "")}
                values={valuesOf(sample, mapping.headerRow, column)}
                field={mapping.columns[column] ?? null}
                onChange={(field) => flow.setMapping(withColumn(mapping, column, field))}
              />
            ))}
          </tbody>
        </table>
        <WordsTable mapping={mapping} unknown={data?.unknown} onChange={flow.setMapping} />
      </div>
      {preview.error && <FaultNotice error={preview.error} />}
      <div className={panel.row}>
        <Button onPress={flow.toFile}>Back</Button>
        <Button look="primary" isDisabled={!hasTitle || !data} onPress={flow.toRows}>
          See the rows
        </Button>
        <output className={panel.quiet}>
          {!hasTitle
            ? "Say which column holds the title: every item has one."
            : data
              ? `${counted(data.count, "row")} can be imported${data.problemRows > 0 ? `, ${data.problemRows.toLocaleString("en-GB")} cannot` : ""}.${data.unknown.length > 0 ? ` ${counted(data.unknown.length, "word")} to explain below.` : ""}`
              : "Reading the rows…"}
        </output>
      </div>
    </>
  );
}

/** The first different values under the heading. */
function valuesOf(
  sample: readonly (readonly string[])[],
  headerRow: number | null,
  column: number,
): string[] {
  const values = sample
    .slice((headerRow ?? -1) + 1)
    .map((row) => (row[column] ?? "").trim())
    .filter((value) => value !== "");
  return [...new Set(values)].slice(0, SHOWN_VALUES);
}

interface RowProps {
  readonly letter: string;
  readonly heading: string;
  readonly values: readonly string[];
  readonly field: ImportField | null;
  readonly onChange: (field: ImportField | null) => void;
}

function ColumnRow({ letter, heading, values, field, onChange }: RowProps) {
  return (
    <tr>
      <th scope="row">{letter}</th>
      <td className={styles.words}>{heading}</td>
      <td className={styles.values} title={values.join("\n")}>
        {values.length === 0 ? "nothing in the first rows" : values.join(" · ")}
      </td>
      <td>
        <select
          className={panel.field}
          aria-label={`Column ${letter}${heading ? `, ${heading}` : ""}: holds`}
          value={field ?? ""}
          onChange={({ target: { value } }) => onChange(value === "" ? null : (value as ImportField))}
        >
          <option value="">Not imported</option>
          {IMPORT_FIELDS.map((each) => (
            <option key={each} value={each}>
              {FIELD_WORDS[each]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
