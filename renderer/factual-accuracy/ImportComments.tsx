import { useState } from "react";
import type { FormFile } from "#shared/api/factual-accuracy.ts";
import type { FactualCheck, NewFactualComment } from "#shared/domain/factual-check.ts";
import type { IssuedCopy } from "#shared/factual-accuracy/place-comment.ts";
import { guessMapping } from "#shared/factual-accuracy/read-table.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { ChooseFile, type RefusedFile } from "#renderer/evidence-import/ChooseFile.tsx";
import steps from "#renderer/evidence-import/EvidenceImport.module.css";
import { CommentColumns } from "#renderer/factual-accuracy/CommentColumns.tsx";
import { CommentPreview } from "#renderer/factual-accuracy/CommentPreview.tsx";
import type { TableMappings } from "#renderer/factual-accuracy/check-view.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

const FILES = [".docx", ".xlsx", ".ods", ".csv", ".tsv"];

interface Props {
  readonly check: FactualCheck;
  readonly copy: IssuedCopy;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTake: (source: string, comments: readonly NewFactualComment[]) => Promise<boolean>;
}

/** Comments come in from a file: the file, what its columns hold where it does not say, and what becomes of its rows. */
export function ImportComments({ isOpen, onClose, ...props }: Props) {
  return (
    <ModalDialog
      title="Import comments"
      size="large"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Steps {...props} onClose={onClose} />
    </ModalDialog>
  );
}

type Step =
  | { readonly kind: "file"; readonly refused: RefusedFile | null }
  | { readonly kind: "reading"; readonly file: string; readonly cancel: AbortController }
  | { readonly kind: "columns" | "rows"; readonly form: FormFile; readonly mappings: TableMappings };

function Steps({ check, copy, onClose, onTake }: Omit<Props, "isOpen">) {
  const { client } = useApi();
  const { store } = useSession();
  const [step, setStep] = useState<Step>({ kind: "file", refused: null });
  const read = async (file: File): Promise<void> => {
    const cancel = new AbortController();
    setStep({ kind: "reading", file: file.name, cancel });
    try {
      const input = { reportId: store.getState().report.id, checkId: check.id, file };
      const form = await client.factualAccuracy.read(input, { signal: cancel.signal });
      const mappings = form.tables.map(guessMapping);
      const known =
        mappings.some((mapping) => mapping !== null) || form.margin.length > 0 || form.tables.length === 0;
      setStep({ kind: known ? "rows" : "columns", form, mappings });
    } catch (error) {
      if (cancel.signal.aborted) setStep({ kind: "file", refused: null });
      else setStep({ kind: "file", refused: { file: file.name, fault: faultOf(error) } });
    }
  };
  if (step.kind === "file")
    return (
      <ChooseFile
        refused={step.refused}
        nothing="Nothing was taken in."
        accepts={FILES}
        choose="Choose a file…"
        onFile={(file) => void read(file)}
        onClose={onClose}
      >
        <li>
          The issued copy with its response form filled in (Word), or a spreadsheet: Excel, OpenDocument, CSV.
        </li>
        <li>
          Columns may stand in another order, or have other names. Comments in the margin of the Word file are
          read too.
        </li>
        <li>You see every row and its place before anything comes in. The same file twice adds nothing.</li>
      </ChooseFile>
    );
  if (step.kind === "reading")
    return (
      <>
        <div className={steps.body}>
          <output className={steps.working}>Reading {step.file}…</output>
          <progress className={steps.bar} aria-label={`Reading ${step.file}`} />
        </div>
        <div className={panel.row}>
          <Button onPress={() => step.cancel.abort()}>Cancel</Button>
        </div>
      </>
    );
  const { form, mappings } = step;
  return step.kind === "columns" ? (
    <CommentColumns
      form={form}
      mappings={mappings}
      onBack={() => setStep({ kind: "file", refused: null })}
      onGive={(given) => setStep({ kind: "rows", form, mappings: given })}
    />
  ) : (
    <CommentPreview
      check={check}
      copy={copy}
      form={form}
      mappings={mappings}
      onColumns={() => setStep({ kind: "columns", form, mappings })}
      onTake={(comments) => onTake(form.fileName, comments)}
      onClose={onClose}
    />
  );
}
