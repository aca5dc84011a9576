import { useCallback, useEffect, useState } from "react";
import type { ReportId } from "#shared/domain/ids.ts";
import type { ImportedFile } from "#renderer/library/use-import.ts";
import { useImports } from "#renderer/library/ImportProvider.tsx";
import { changeNotice, notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

export const READABLE = [".pdf", ".docx", ".txt"];

interface Ways {
  readonly open: (reportId: ReportId) => void;
  readonly toLibrary: () => void;
}

/** Import while the library page is not on the screen: a notice tells of its progress and where the reports are. */
export function useImportElsewhere({ open, toLibrary }: Ways): {
  readonly start: (files: readonly File[]) => void;
  /** Asks which files. */
  readonly choose: () => void;
} {
  const imports = useImports();
  const { start: startImport, cancel, running } = imports;
  const start = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      if (running) {
        notify("Another import is still going on. Drop these when it has finished.", { tone: "fault" });
        return;
      }
      const what = files.length === 1 ? files[0]!.name : counted(files.length, "file");
      const notice = notify(`Reading ${what} into the library`, {
        progress: 0,
        action: { label: "Cancel", run: cancel },
      });
      const tell = (list: readonly ImportedFile[]): void => {
        const done = list.filter(({ state }) => state.kind !== "waiting" && state.kind !== "reading").length;
        const now = list.find(({ state }) => state.kind === "reading")?.state;
        const part = now?.kind === "reading" && now.pages > 0 ? now.page / now.pages : 0;
        changeNotice(notice, { progress: Math.min(1, (done + part) / list.length) });
      };
      void startImport(files, tell).then((list) =>
        changeNotice(notice, { progress: null, ...outcome(list, { open, toLibrary }) }),
      );
    },
    [startImport, cancel, running, open, toLibrary],
  );
  const choose = useCallback(() => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.accept = READABLE.join(",");
    input.addEventListener("change", () => start([...(input.files ?? [])]));
    input.click();
  }, [start]);
  return { start, choose };
}

function outcome(list: readonly ImportedFile[], { open, toLibrary }: Ways) {
  const [only] = list;
  if (list.length === 1 && only) {
    const { name, state } = only;
    if (state.kind === "done")
      return {
        text: `${name} is in the library.`,
        action: { label: "Open", run: () => open(state.reportId) },
      };
    if (state.kind === "refused")
      return {
        text: `${name}: ${state.fault.message} ${state.fault.remedy}`,
        tone: "fault" as const,
        action: null,
      };
    return { text: `${name} was not imported; nothing of it was kept.`, action: null };
  }
  const done = list.filter(({ state }) => state.kind === "done").length;
  return {
    text: `${done} of ${counted(list.length, "file")} imported.`,
    action: { label: "Go to the library", run: toLibrary },
  };
}

/**
 * Files dropped anywhere in the window. Takes them before the text does, and keeps the browser from leaving the page for
 * a file that missed its target.
 *
 * @returns whether files are being dragged over the window now
 */
export function useDroppedFiles(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer!.dropEffect = "copy";
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      onFiles([...event.dataTransfer!.files]);
    };
    window.addEventListener("dragover", onOver, true);
    window.addEventListener("dragleave", onLeave, true);
    window.addEventListener("drop", onDrop, true);
    return () => {
      window.removeEventListener("dragover", onOver, true);
      window.removeEventListener("dragleave", onLeave, true);
      window.removeEventListener("drop", onDrop, true);
    };
  }, [onFiles]);
  return over;
}
