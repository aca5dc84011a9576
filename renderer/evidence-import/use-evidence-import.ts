import { useCallback, useEffect, useRef, useState } from "react";
import type { EvidenceImportEvent, EvidenceReadEvent } from "#shared/api/evidence-import.ts";
import type { FaultData } from "#shared/api/procedure.ts";
import type { DuplicateChoice } from "#shared/evidence/duplicates.ts";
import type { EvidenceMapping } from "#shared/evidence/mapping.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { importedWords, undoneWords } from "#renderer/evidence-import/import-words.ts";
import { useSession } from "#renderer/report/session.ts";
import { notify } from "#renderer/ui/notify.ts";

/** A spreadsheet that was read, and the name of its file. */
export type Reading = Extract<EvidenceReadEvent, { kind: "read" }> & { readonly file: string };

export type Step =
  | { readonly kind: "file"; readonly refused: { readonly file: string; readonly fault: FaultData } | null }
  | { readonly kind: "reading"; readonly file: string }
  | { readonly kind: "columns" }
  | { readonly kind: "rows"; readonly fault: FaultData | null }
  | { readonly kind: "importing"; readonly text: string; readonly done: number };

/** What is to become of the rows. */
export interface RowChoices {
  readonly leaveOutProblems: boolean;
  readonly duplicates: DuplicateChoice;
  /** By row number, where it is another than `duplicates`. */
  readonly choices: Readonly<Record<string, DuplicateChoice>>;
}

const AS_OFFERED: RowChoices = { leaveOutProblems: false, duplicates: "merge", choices: {} };

/**
 * An import from the choice of the file to the notice that it is done. Whoever leaves before that has changed nothing.
 *
 * @param first the file it begins with, or null to ask for one
 */
export function useEvidenceImport(first: File | null, onClose: () => void) {
  const { client } = useApi();
  const { store, autosave } = useSession();
  const [step, setStep] = useState<Step>(
    first ? { kind: "reading", file: first.name } : { kind: "file", refused: null },
  );
  const [reading, setReading] = useState<Reading | null>(null);
  const [mapping, setMapping] = useState<EvidenceMapping | null>(null);
  const [choices, setChoices] = useState(AS_OFFERED);
  const running = useRef<AbortController | null>(null);
  const undo = useUndoImport();
  const reportId = store.getState().report.id;

  const begin = useCallback((): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }, []);

  const load = useCallback(
    async (file: File) => {
      const signal = begin();
      try {
        for await (const event of await client.evidenceImport.read({ reportId, file }, { signal })) {
          if (signal.aborted) return;
          if (event.kind === "refused")
            setStep({ kind: "file", refused: { file: file.name, fault: event.fault } });
          if (event.kind !== "read") continue;
          setReading({ ...event, file: file.name });
          setMapping(event.mapping);
          setStep({ kind: "columns" });
        }
      } catch (error) {
        if (!signal.aborted) setStep({ kind: "file", refused: { file: file.name, fault: faultOf(error) } });
      }
    },
    [begin, client, reportId],
  );

  useEffect(() => {
    if (first) void load(first);
    return () => running.current?.abort();
  }, [first, load]);

  const read = (file: File): void => {
    setStep({ kind: "reading", file: file.name });
    setChoices(AS_OFFERED);
    void load(file);
  };

  /** Whether it was too late: then the log is shown as it has become. */
  const cameTooLate = async (): Promise<boolean> => {
    const before = store.getState().evidence;
    const { evidence } = await client.reports.open({ reportId });
    if (JSON.stringify(evidence) === JSON.stringify(before)) return false;
    store.setState({ evidence });
    notify("The rows were in the log before the import could be cancelled.");
    return true;
  };

  const commit = async (): Promise<void> => {
    if (!reading || !mapping) return;
    const signal = begin();
    setStep({ kind: "importing", text: "Saving the report", done: 0 });
    let done: Extract<EvidenceImportEvent, { kind: "done" }> | null = null;
    try {
      await autosave.flush();
      const input = { reportId, readingId: reading.readingId, mapping, ...choices };
      for await (const event of await client.evidenceImport.commit(input, { signal })) {
        if (event.kind === "done") done = event;
        else setStep({ kind: "importing", text: event.step, done: event.done });
      }
    } catch (error) {
      if (!signal.aborted) {
        setStep({ kind: "rows", fault: faultOf(error) });
        return;
      }
    }
    if (done) {
      const { importId, evidence } = done;
      store.setState({ evidence });
      notify(importedWords(done), { action: { label: "Undo", run: () => void undo(importId) } });
      onClose();
    } else if (await cameTooLate()) onClose();
    else setStep({ kind: "rows", fault: null });
  };

  return {
    step,
    reading,
    mapping,
    read,
    commit,
    setMapping,
    /** What is to become of the rows; kept while one goes back and forth. */
    choices,
    choose: (change: Partial<RowChoices>) => setChoices({ ...choices, ...change }),
    toFile: () => setStep({ kind: "file", refused: null }),
    toColumns: () => setStep({ kind: "columns" }),
    toRows: () => setStep({ kind: "rows", fault: null }),
    /** Stops the reading; where rows are being taken in, none of them is. */
    cancel: () => {
      running.current?.abort();
      if (step.kind === "reading") setStep({ kind: "file", refused: null });
    },
  };
}

export type EvidenceImport = ReturnType<typeof useEvidenceImport>;

/** Takes a whole import back in one step. */
function useUndoImport(): (importId: string) => Promise<void> {
  const { client } = useApi();
  const { store, autosave } = useSession();
  return useCallback(
    async (importId) => {
      try {
        // What was tied since the last save stays, too.
        await autosave.flush();
        const reportId = store.getState().report.id;
        const { evidence, ...undone } = await client.evidenceImport.undo({ reportId, importId });
        store.setState({ evidence });
        notify(undoneWords(undone));
      } catch (error) {
        const fault = faultOf(error);
        notify(`The import was not undone. ${fault.message} ${fault.remedy}`, { tone: "fault" });
      }
    },
    [client, store, autosave],
  );
}
