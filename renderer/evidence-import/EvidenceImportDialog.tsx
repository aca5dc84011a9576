import { useCallback } from "react";
import { ColumnsStep } from "#renderer/evidence-import/ColumnsStep.tsx";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import { FileStep } from "#renderer/evidence-import/FileStep.tsx";
import { RowsStep } from "#renderer/evidence-import/RowsStep.tsx";
import { StepHead } from "#renderer/evidence-import/StepHead.tsx";
import { type EvidenceImport, useEvidenceImport } from "#renderer/evidence-import/use-evidence-import.ts";
import { usePreview } from "#renderer/evidence-import/use-preview.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

/** Evidence comes in from a spreadsheet: the file, what its columns hold, what becomes of its rows. */
export function EvidenceImportDialog() {
  const { store } = useSession();
  const importing = useSessionState((state) => state.importing);
  const close = useCallback(() => store.setState({ importing: null }), [store]);
  return (
    <ModalDialog
      title="Import evidence"
      size="large"
      isOpen={importing !== null}
      onOpenChange={(open) => !open && close()}
    >
      {importing && <Steps key={keyOf(importing.file)} first={importing.file} onClose={close} />}
    </ModalDialog>
  );
}

/** Another file that is dropped begins another import. */
const keyOf = (file: File | null): string => (file ? `${file.name} ${file.size} ${file.lastModified}` : "");

function Steps({ first, onClose }: { readonly first: File | null; readonly onClose: () => void }) {
  const flow = useEvidenceImport(first, onClose);
  const preview = usePreview(flow);
  const { step, reading, mapping } = flow;
  if (step.kind === "file") return <FileStep refused={step.refused} onFile={flow.read} onClose={onClose} />;
  if (step.kind === "reading" || step.kind === "importing" || !reading || !mapping)
    return <Working flow={flow} />;
  return step.kind === "columns" ? (
    <ColumnsStep flow={flow} reading={reading} mapping={mapping} preview={preview} />
  ) : (
    <RowsStep flow={flow} reading={reading} preview={preview} fault={step.fault} />
  );
}

function Working({ flow: { step, cancel } }: { readonly flow: EvidenceImport }) {
  const importing = step.kind === "importing";
  const words = importing ? step.text : `Reading ${step.kind === "reading" ? step.file : "the file"}`;
  return (
    <>
      <StepHead>{importing ? "Importing" : "Reading the file"}</StepHead>
      <div className={styles.body}>
        <output className={styles.working}>{words}…</output>
        <progress
          className={styles.bar}
          aria-label={words}
          max={1}
          {...(importing && { value: step.done })}
        />
        <p className={panel.quiet}>
          {importing
            ? "All rows go into the log together. Until they are in, nothing has changed."
            : "Nothing of it is in the log yet. It is read on this computer, in five seconds at most."}
        </p>
      </div>
      <div className={panel.row}>
        <Button onPress={cancel} isDisabled={importing && step.done >= 0.5}>
          Cancel
        </Button>
      </div>
    </>
  );
}
