import { ChooseFile, type RefusedFile } from "#renderer/evidence-import/ChooseFile.tsx";
import { SPREADSHEETS } from "#renderer/evidence-import/import-words.ts";
import { StepHead } from "#renderer/evidence-import/StepHead.tsx";

interface Props {
  readonly refused: RefusedFile | null;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

export function FileStep(props: Props) {
  return (
    <>
      <StepHead>1 of 3: the file</StepHead>
      <ChooseFile
        {...props}
        nothing="Nothing was imported."
        accepts={SPREADSHEETS}
        choose="Choose a spreadsheet…"
        hint="or drop one anywhere in this window"
      >
        <li>CSV, TSV, Excel (.xlsx) or OpenDocument (.ods), up to 100,000 rows: one row for each item.</li>
        <li>The order and names of the columns do not matter. You say next what each of them holds.</li>
        <li>Only words are read: no macros, no links. Formulas count as the value they had when saved.</li>
        <li>
          Nothing is in the log until you have seen every row that cannot be read, and one Undo takes it back.
        </li>
      </ChooseFile>
    </>
  );
}
