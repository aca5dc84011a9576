import { useState } from "react";
import { type EvidenceMapping, WORD_FIELDS, type WordField } from "#shared/evidence/mapping.ts";
import type { UnknownWords } from "#shared/evidence/read-rows.ts";
import { plainWords } from "#shared/evidence/read-values.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import { FIELD_WORDS, meaningsOf } from "#renderer/evidence-import/import-words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly mapping: EvidenceMapping;
  /** Undefined until the rows were read. */
  readonly unknown: readonly UnknownWords[] | undefined;
  readonly onChange: (mapping: EvidenceMapping) => void;
}

interface Line {
  readonly field: WordField;
  /** As they are compared. */
  readonly key: string;
  readonly words: string;
  readonly rows: number | null;
}

/** Not said yet, which the log takes for nothing; told apart from nothing said on purpose. */
const UNSAID = "unsaid";
const SHOWN_WORDS = 200;

/** Words of the spreadsheet that name no kind, area, direction or sensitivity, and what a person says they mean. */
export function WordsTable({ mapping, unknown, onChange }: Props) {
  const framework = useSessionState((state) => state.framework);
  const lines = useLines(mapping, unknown);
  if (lines.length === 0) return null;
  const tell = ({ field, key }: Line, meaning: string): void => {
    const { [key]: _before, ...others } = mapping.words[field] ?? {};
    const told = meaning === UNSAID ? others : { ...others, [key]: meaning };
    onChange({ ...mapping, words: { ...mapping.words, [field]: told } });
  };
  return (
    <section className={styles.section} aria-label="Words to explain">
      <h4 className={panel.heading}>What these words mean</h4>
      <p className={panel.quiet}>
        They name nothing that the log knows. What you leave open is not imported; the rows are. Your answers
        are kept for the next spreadsheet with these headings.
      </p>
      <table className={styles.table} aria-label="Words to explain">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Words</th>
            <th scope="col">Rows</th>
            <th scope="col">Mean</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, SHOWN_WORDS).map((line) => (
            <tr key={`${line.field} ${line.key}`}>
              <td>{FIELD_WORDS[line.field]}</td>
              <th scope="row" className={styles.words}>
                {line.words}
              </th>
              <td className={styles.number}>{line.rows?.toLocaleString("en-GB")}</td>
              <td>
                <select
                  className={panel.field}
                  aria-label={`${FIELD_WORDS[line.field]} “${line.words}” means`}
                  value={mapping.words[line.field]?.[line.key] ?? UNSAID}
                  onChange={(event) => tell(line, event.target.value)}
                >
                  <option value={UNSAID}>Not said yet</option>
                  <option value="">Nothing</option>
                  {meaningsOf(line.field, framework).map(({ value, words }) => (
                    <option key={value} value={value}>
                      {words}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > SHOWN_WORDS && (
        <p className={panel.quiet}>
          {counted(lines.length - SHOWN_WORDS, "more name", "more names")} nothing known. Is the right column
          chosen?
        </p>
      )}
    </section>
  );
}

/** The words unknown now, those explained before, and those explained just now, which are unknown no more. */
function useLines(mapping: EvidenceMapping, unknown: Props["unknown"]): Line[] {
  const [seen, setSeen] = useState<ReadonlyMap<string, Line>>(new Map());
  const [last, setLast] = useState<Props["unknown"]>();
  if (unknown && unknown !== last) {
    setLast(unknown);
    const lines = unknown.map(({ field, words, rows }): Line => ({
      field,
      words,
      rows,
      key: plainWords(words),
    }));
    setSeen(new Map([...seen, ...lines.map((line) => [`${line.field} ${line.key}`, line] as const)]));
  }
  const current = new Set(unknown?.map(({ field, words }) => `${field} ${plainWords(words)}`));
  const told = WORD_FIELDS.flatMap((field) =>
    Object.keys(mapping.words[field] ?? {}).map((key): Line => ({ field, key, words: key, rows: null })),
  );
  const shown = [...seen].filter(
    ([id, { field, key }]) => current.has(id) || mapping.words[field]?.[key] !== undefined,
  );
  return [
    ...new Map([...told.map((line) => [`${line.field} ${line.key}`, line] as const), ...shown]).values(),
  ];
}
