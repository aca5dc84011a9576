import { useCallback, useMemo } from "react";
import type { Command } from "#renderer/commands/command.ts";
import { isSpreadsheet } from "#renderer/evidence-import/import-words.ts";
import { LOG_FORMAT_NAMES, LOG_FORMATS, useLogExport } from "#renderer/report/use-export.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";

/** The evidence log goes in and out. */
export function useEvidenceCommands(): readonly Command[] {
  const { store } = useSession();
  const exportLog = useLogExport();
  const isEmpty = useSessionState((state) => state.evidence.length === 0);
  return useMemo(
    () => [
      {
        id: "import-evidence",
        title: "Import evidence…",
        group: "Report",
        run: () => store.setState({ importing: { file: null } }),
      },
      ...LOG_FORMATS.map((format): Command => ({
        id: `export-evidence-${format}`,
        title: `Export the evidence log as ${LOG_FORMAT_NAMES[format]}`,
        group: "Report",
        whyNot: isEmpty ? "There is no evidence to export yet." : null,
        run: () => void exportLog(format),
      })),
    ],
    [store, exportLog, isEmpty],
  );
}

/** Dropped files: while evidence is imported, or when it is one spreadsheet, they are evidence; else reports. */
export function useDroppedEvidence(
  onReports: (files: readonly File[]) => void,
): (files: readonly File[]) => void {
  const { store } = useSession();
  return useCallback(
    (files) => {
      const [file] = files;
      const { importing } = store.getState();
      if (file && (importing || (files.length === 1 && isSpreadsheet(file))))
        store.setState({ importing: { file } });
      else onReports(files);
    },
    [store, onReports],
  );
}
