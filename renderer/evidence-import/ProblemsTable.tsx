import type { EvidencePreview } from "#shared/api/evidence-import.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { counted } from "#renderer/ui/words.ts";

/** The rows that cannot be items, by their numbers in the spreadsheet, and what to do about each. */
export function ProblemsTable({ preview }: { readonly preview: EvidencePreview }) {
  const { problems, problemCount } = preview;
  if (problemCount === 0) return <p className={panel.quiet}>Every row can be imported.</p>;
  return (
    <>
      <table className={styles.table} aria-label="Rows that cannot be imported">
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ row, column, message }, index) => (
            <tr key={index}>
              <th scope="row" className={styles.number}>
                {row}
              </th>
              <td>{column}</td>
              <td className={styles.message}>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problemCount > problems.length && (
        <p className={panel.quiet}>And {counted(problemCount - problems.length, "more", "more")}.</p>
      )}
    </>
  );
}
