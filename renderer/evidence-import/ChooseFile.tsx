import type { ReactNode } from "react";
import { FileTrigger } from "react-aria-components";
import type { FaultData } from "#shared/api/procedure.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";

/** The file that was just tried, and why it was not read. */
export interface RefusedFile {
  readonly file: string;
  readonly fault: FaultData;
}

interface Props {
  readonly refused: RefusedFile | null;
  /** What did not come of a refused file: “Nothing was imported.” */
  readonly nothing: string;
  /** Endings, with their dots. */
  readonly accepts: readonly string[];
  /** On the button: “Choose a spreadsheet…” */
  readonly choose: string;
  /** Under the button. */
  readonly hint?: string;
  /** What may be chosen and what becomes of it, as list items. */
  readonly children: ReactNode;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** The first step of an import: which file. */
export function ChooseFile({ refused, nothing, accepts, choose, hint, children, onFile, onClose }: Props) {
  return (
    <>
      <div className={styles.body}>
        {refused && (
          <div role="alert" className={styles.refused}>
            <p>
              <strong>{refused.file}:</strong> {refused.fault.message}
            </p>
            <p>
              {refused.fault.remedy} {nothing}
            </p>
          </div>
        )}
        <div className={styles.choose}>
          <FileTrigger
            acceptedFileTypes={accepts}
            onSelect={(files) => {
              const file = files?.item(0);
              if (file) onFile(file);
            }}
          >
            <Button look="primary">{refused ? "Choose another file…" : choose}</Button>
          </FileTrigger>
          {hint !== undefined && <p>{hint}</p>}
        </div>
        <ul className={styles.about}>{children}</ul>
      </div>
      <div className={panel.row}>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </>
  );
}
