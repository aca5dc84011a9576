import { useCallback, useEffect, useState, type ReactNode } from "react";
import type { Version } from "#shared/api/versions.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import type { Command } from "#renderer/commands/command.ts";
import { EvidenceImportDialog } from "#renderer/evidence-import/EvidenceImportDialog.tsx";
import { useDroppedEvidence, useEvidenceCommands } from "#renderer/evidence-import/use-evidence-commands.ts";
import { useDroppedFiles, useImportElsewhere } from "#renderer/library/import-elsewhere.ts";
import { useNoteOpened, useRecentReports } from "#renderer/library/use-recent-reports.ts";
import { useReportActions } from "#renderer/library/use-report-actions.ts";
import { PackDialog } from "#renderer/package/PackDialog.tsx";
import { useDroppedPackage, useOpenPackage } from "#renderer/package/use-open-package.tsx";
import type { Place, Restored } from "#renderer/place.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { DeskDialog } from "#renderer/review/DeskDialog.tsx";
import { LedgerDialog } from "#renderer/review/LedgerDialog.tsx";
import { LetterDialog } from "#renderer/review/LetterDialog.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { NameVersion } from "#renderer/versions/NameVersion.tsx";
import { restoredAs, spokenName } from "#renderer/versions/version-words.ts";
import { VersionsDialog } from "#renderer/versions/VersionsDialog.tsx";
import { useReturnedFile } from "#renderer/returned/use-returned-file.ts";
import styles from "#renderer/report/DropHint.module.css";

export interface ReportDesk {
  readonly commands: readonly Command[];
  readonly dialogs: ReactNode;
  /** True while one of the dialogues is open, and keys are its own. */
  readonly busy: boolean;
}

/**
 * What is done with the report as a whole while it is open: its versions, its copy, other reports, files dropped on it.
 *
 * @param go leaves the report for another place once its last words are saved
 * @param restored what was brought back just before this screen came up
 */
export function useReportDesk(go: (place: Place) => void, restored: Restored | undefined): ReportDesk {
  const { client } = useApi();
  const { store, autosave } = useSession();
  const [open, setOpen] = useState<"keep" | "versions" | "desk" | null>(null);
  const { id: reportId } = store.getState().report;
  const openReport = useCallback(
    (id: ReportId) => go({ screen: "report", reportId: id, blockId: null }),
    [go],
  );
  const toLibrary = useCallback(() => go({ screen: "library" }), [go]);
  const { duplicate } = useReportActions(openReport);
  const importing = useImportElsewhere({ open: openReport, toLibrary });
  const prepare = useCallback(() => autosave.savedRevision(), [autosave]);
  const packages = useOpenPackage(go, prepare);
  const dropping = useDroppedFiles(useDroppedPackage(packages.open, useDroppedEvidence(importing.start)));
  const asking = useSessionState(({ packing, internal }) => packing || internal !== null);
  const importingEvidence = useSessionState((state) => state.importing !== null);
  const evidenceCommands = useEvidenceCommands();
  useNoteOpened(reportId);
  const recent = useRecentReports(openReport, reportId);
  const restore = useRestore(go);
  useRestoredNotice(restored, restore);

  /** The text is saved first, so that the version is what the page shows. */
  const keep = async (name: string): Promise<void> => {
    const revision = await autosave.savedRevision();
    await client.versions.name({ reportId, revision, name });
    notify(`This version is kept as “${name}”.`);
  };
  const compare = useCompare(go);
  const chooseReturned = useReturnedFile(go);
  const openVersions = (): void => {
    // The list is read when it opens: what was typed last belongs in it.
    void autosave.flush().then(() => setOpen("versions"));
  };
  return {
    busy: open !== null || asking || packages.busy || importingEvidence,
    commands: [
      { id: "keep-version", title: "Keep this version…", group: "Report", run: () => setOpen("keep") },
      { id: "versions", title: "Versions: compare, restore…", group: "Report", run: openVersions },
      {
        id: "duplicate",
        title: "Duplicate this report",
        group: "Report",
        run: () => void autosave.flush().then(() => duplicate(store.getState().report)),
      },
      {
        id: "pack",
        title: "Send as a review package…",
        group: "Report",
        run: () => store.setState({ packing: true }),
      },
      { id: "open-package", title: "Open a review package…", group: "Report", run: packages.choose },
      {
        id: "letter",
        title: "QA letter…",
        group: "Report",
        run: () => store.setState({ internal: "letter" }),
      },
      {
        id: "ledger",
        title: "Ledger: who decided what…",
        group: "Report",
        run: () => store.setState({ internal: "ledger" }),
      },
      { id: "desk", title: "This desk…", group: "Report", run: () => setOpen("desk") },
      {
        id: "returned",
        title: "Compare a returned Word file…",
        group: "Report",
        run: () => void chooseReturned(),
      },
      { id: "import", title: "Import reports…", group: "Library", run: importing.choose },
      ...evidenceCommands,
      ...recent,
    ],
    dialogs: (
      <>
        <ModalDialog
          title="Keep this version"
          isOpen={open === "keep"}
          onOpenChange={(isOpen) => setOpen(isOpen ? "keep" : null)}
        >
          <NameVersion start="" done="Keep this version" onName={keep} onClose={() => setOpen(null)} />
        </ModalDialog>
        <VersionsDialog
          reportId={reportId}
          isOpen={open === "versions"}
          onOpenChange={(isOpen) => setOpen(isOpen ? "versions" : null)}
          onCompare={compare}
          onRestore={(version: Version, grades) =>
            restore(version.revision, spokenName(version), grades, true)
          }
        />
        <DeskDialog isOpen={open === "desk"} onOpenChange={(isOpen) => setOpen(isOpen ? "desk" : null)} />
        <LetterDialog />
        <LedgerDialog />
        <PackDialog />
        {packages.dialog}
        <EvidenceImportDialog />
        {dropping && (
          <div className={styles.hint}>
            {importingEvidence
              ? "Drop a spreadsheet to read it as evidence"
              : "Drop a report to import it into the library, a spreadsheet to import evidence, or a review package to open it"}
          </div>
        )}
      </>
    ),
  };
}

/** Goes to two revisions side by side; panels ask for it by the session’s state. */
function useCompare(go: (place: Place) => void): (before: number, after: number) => void {
  const { store, autosave } = useSession();
  const compare = useCallback(
    (before: number, after: number): void => {
      const { report, blockId } = store.getState();
      const { id, title, frameworkId } = report;
      go({ screen: "compare", report: { id, title, frameworkId }, before, after, blockId });
    },
    [store, go],
  );
  const comparing = useSessionState((state) => state.comparing);
  useEffect(() => {
    if (comparing === null) return;
    store.setState({ comparing: null });
    autosave.savedRevision().then(
      (now) => compare(comparing, now),
      (error: unknown) => {
        const fault = faultOf(error);
        notify(`The two were not compared. ${fault.message} ${fault.remedy}`, { tone: "fault" });
      },
    );
  }, [comparing, compare, store, autosave]);
  return compare;
}

type Restore = (revision: number, name: string, grades: boolean, say: boolean) => Promise<void>;

/** Makes an old revision the newest one and shows the report afresh, the caret near where it was. */
function useRestore(go: (place: Place) => void): Restore {
  const { client } = useApi();
  const { store, autosave } = useSession();
  return useCallback(
    async (revision, name, grades, say) => {
      const { report, blockId } = store.getState();
      const answer = await autosave.exclusively((baseRevision) =>
        client.versions.restore({ reportId: report.id, baseRevision, revision, grades }),
      );
      const restored = restoredAs(name, answer.revision - 1, grades);
      go({ screen: "report", reportId: report.id, blockId, ...(say && { restored }) });
    },
    [client, store, autosave, go],
  );
}

function useRestoredNotice(restored: Restored | undefined, restore: Restore): void {
  useEffect(() => {
    if (!restored) return;
    const { says, undone, before, grades } = restored;
    const undo = (): void =>
      void restore(before, "", grades, false).then(
        () => notify(undone),
        (error: unknown) => {
          const fault = faultOf(error);
          notify(`Nothing was undone. ${fault.message} ${fault.remedy}`, { tone: "fault" });
        },
      );
    notify(says, {
      action: { label: "Undo", run: undo },
    });
    // Said once, when the screen comes up.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [restored]);
}
