import { FileTrigger } from "react-aria-components";
import type { FaultData } from "#shared/api/procedure.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import { SPREADSHEETS } from "#renderer/evidence-import/import-words.ts";
import { StepHead } from "#renderer/evidence-import/StepHead.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";

interface Props {
  /** The file that was just tried, and why it was not read. */
  readonly refused: { readonly file: string; readonly fault: FaultData } | null;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

export function FileStep({ refused, onFile, onClose }: Props) {
  return (
    <>
      <StepHead>1 of 3: the file</StepHead>
      <div className={styles.body}>
        {refused && (
          <div role="alert" className={styles.refused}>
            <p>
              <strong>{refused.file}:</strong> {refused.fault.message}
            </p>
            <p>{refused.fault.remedy} Nothing was imported.</p>
          </div>
        )}
        <div className={styles.choose}>
          <FileTrigger
            acceptedFileTypes={SPREADSHEETS}
            onSelect={(files) => {
              const file = files?.item(0);
              if (file) onFile(file);
            }}
          >
            <Button look="primary">{refused ? "Choose another file…" : "Choose a spreadsheet…"}</Button>
          </FileTrigger>
          <p>or drop one anywhere in this window</p>
        </div>
        <ul className={styles.about}>
          <li>CSV, TSV, Excel (.xlsx) or OpenDocument (.ods), up to 100,000 rows: one row for each item.</li>
          <li>The order and names of the columns do not matter. You say next what each of them holds.</li>
          <li>Only words are read: no macros, no links. Formulas count as the value they had when saved.</li>
          <li>
            Nothing is in the log until you have seen every row that cannot be read, and one Undo takes it
            back.
          </li>
        </ul>
      </div>
      <div className={panel.row}>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </>
  );
}
