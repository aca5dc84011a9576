import type { EvidencePreview } from "#shared/api/evidence-import.ts";
import { DUPLICATE_CHOICES, type DuplicateChoice } from "#shared/evidence/duplicates.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import { DUPLICATE_WORDS } from "#renderer/evidence-import/import-words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Choice } from "#renderer/ui/Field.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly preview: EvidencePreview;
  readonly choice: DuplicateChoice;
  /** By row number, where it is another than `choice`. */
  readonly choices: Readonly<Record<string, DuplicateChoice>>;
  readonly onChoice: (choice: DuplicateChoice) => void;
  readonly onRow: (row: number, choice: DuplicateChoice) => void;
}

/** More are not decided one by one. */
const SHOWN_ROWS = 200;

/** Rows that are in the log already, or twice in the spreadsheet, and what to do with them: all alike, or each. */
export function DuplicatesTable({ preview: { duplicates }, choice, choices, onChoice, onRow }: Props) {
  if (duplicates.length === 0)
    return <p className={panel.quiet}>No row is in the log already, or twice in the spreadsheet.</p>;
  const rest = duplicates.length - SHOWN_ROWS;
  return (
    <>
      <div className={styles.fields}>
        <Choice
          label={duplicates.length === 1 ? "What to do with it" : "What to do with all of them"}
          value={choice}
          options={DUPLICATE_CHOICES}
          words={DUPLICATE_WORDS}
          onChange={onChoice}
        />
        <p className={`${panel.quiet} ${styles.aside}`}>
          They have the same reference, or the same kind, date and title. Merging fills what is empty in the
          log and adds areas and notes; nothing that stands there is replaced.
        </p>
      </div>
      <table className={styles.table} aria-label="Rows that are there already">
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Row
            </th>
            <th scope="col">Title</th>
            <th scope="col">Same as</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {duplicates.slice(0, SHOWN_ROWS).map(({ row, title, of }) => (
            <tr key={row}>
              <th scope="row" className={styles.number}>
                {row}
              </th>
              <td className={styles.message}>{title}</td>
              <td className={styles.short}>{of.kind === "item" ? of.reference : `Row ${of.row}`}</td>
              <td>
                <select
                  className={panel.field}
                  aria-label={`Row ${row}: what to do`}
                  value={choices[row] ?? choice}
                  onChange={(event) => onRow(row, event.target.value as DuplicateChoice)}
                >
                  {DUPLICATE_CHOICES.map((each) => (
                    <option key={each} value={each}>
                      {DUPLICATE_WORDS[each]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <p className={panel.quiet}>
          And {counted(rest, "more", "more")}, for which the choice for all holds.
        </p>
      )}
    </>
  );
}
