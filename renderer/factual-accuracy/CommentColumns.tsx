import { useState } from "react";
import type { FormFile } from "#shared/api/factual-accuracy.ts";
import { FORM_FIELDS, type FormField } from "#shared/factual-accuracy/read-table.ts";
import steps from "#renderer/evidence-import/EvidenceImport.module.css";
import { HeadingsChoice } from "#renderer/evidence-import/HeadingsChoice.tsx";
import type { TableMappings } from "#renderer/factual-accuracy/check-view.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { Field } from "#renderer/ui/Field.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly form: FormFile;
  readonly mappings: TableMappings;
  readonly onBack: () => void;
  readonly onGive: (mappings: TableMappings) => void;
}

const FIELD_WORDS: Record<FormField, string> = {
  place: "Paragraph",
  quote: "What the report says",
  text: "What is wrong",
  kind: "Kind",
  shows: "What shows it",
};
const SHOWN_ROWS = 3;
const CHOICES = 12;

/** What the columns of a table hold, where their headings do not say. */
export function CommentColumns({ form, mappings, onBack, onGive }: Props) {
  const { tables } = form;
  const [at, setAt] = useState(() => {
    const known = mappings.findIndex((mapping) => mapping !== null);
    return known >= 0 ? known : largest(tables);
  });
  const table = tables[at];
  const [headerRow, setHeaderRow] = useState<number | null>(mappings[at]?.headerRow ?? 0);
  const [columns, setColumns] = useState<readonly (FormField | null)[]>(mappings[at]?.columns ?? []);
  const width = table?.rows.reduce((most, row) => Math.max(most, row.length), 0) ?? 0;
  const choose = (index: number): void => {
    setAt(index);
    setHeaderRow(mappings[index]?.headerRow ?? 0);
    setColumns(mappings[index]?.columns ?? []);
  };
  const hold = (column: number, field: FormField | null): void =>
    setColumns(
      Array.from({ length: width }, (_, index) => {
        const held = columns[index] ?? null;
        return index === column ? field : held === field ? null : held;
      }),
    );
  const ready = columns.includes("text");
  const rows = table?.rows.slice((headerRow ?? -1) + 1) ?? [];
  return (
    <>
      <div className={steps.body}>
        <p>
          The headings of {form.fileName} do not say what its columns hold. Say which of them says what is
          wrong; the paragraph or the words of the report help to find the place.
        </p>
        <div className={steps.fields}>
          <Field label="Table">
            {(id) => (
              <select
                id={id}
                className={panel.field}
                value={at}
                onChange={(event) => choose(Number(event.target.value))}
              >
                {tables.map(({ name, rows: all }, index) => (
                  <option key={index} value={index}>
                    {`${name} (${counted(all.length, "row")})`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <HeadingsChoice
            rows={table?.rows.slice(0, CHOICES) ?? []}
            headerRow={headerRow}
            otherwise="a comment"
            onChange={setHeaderRow}
          />
        </div>
        <table className={steps.table} aria-label="Columns">
          <thead>
            <tr>
              <th scope="col">Heading</th>
              <th scope="col">What is in it</th>
              <th scope="col">Holds</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: width }, (_, column) => {
              const heading = headerRow === null ? "" : (table?.rows[headerRow]?.[column] ?? "");
              const name = heading.trim() || `Column ${column + 1}`;
              return (
                <tr key={column}>
                  <th scope="row" className={steps.words}>
                    {name}
                  </th>
                  <td className={steps.values}>
                    {rows
                      .map((row) => (row[column] ?? "").trim())
                      .filter((value) => value !== "")
                      .slice(0, SHOWN_ROWS)
                      .join(" · ") || "nothing in the first rows"}
                  </td>
                  <td>
                    <select
                      className={panel.field}
                      aria-label={`${name}: holds`}
                      value={columns[column] ?? ""}
                      onChange={({ target: { value } }) =>
                        hold(column, value === "" ? null : (value as FormField))
                      }
                    >
                      <option value="">Not read</option>
                      {FORM_FIELDS.map((field) => (
                        <option key={field} value={field}>
                          {FIELD_WORDS[field]}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={panel.row}>
        <Button onPress={onBack}>Choose another file…</Button>
        <Button
          look="primary"
          isDisabled={!ready}
          onPress={() =>
            onGive(
              tables.map((_, index) => (index === at ? { headerRow, columns } : (mappings[index] ?? null))),
            )
          }
        >
          See the rows
        </Button>
        {!ready && <output className={panel.quiet}>Say which column says what is wrong.</output>}
      </div>
    </>
  );
}

const largest = (tables: FormFile["tables"]): number =>
  tables.reduce(
    (best, { rows }, index) => (rows.length > (tables[best]?.rows.length ?? 0) ? index : best),
    0,
  );
