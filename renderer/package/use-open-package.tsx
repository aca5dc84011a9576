import { useCallback, useState, type ReactNode } from "react";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { type Opening, OpenPackageDialog } from "#renderer/package/OpenPackageDialog.tsx";
import type { Place, Sealed } from "#renderer/place.ts";
import { chooseFile } from "#renderer/ui/choose-file.ts";
import { changeNotice, closeNotice, notify } from "#renderer/ui/notify.ts";

const SUFFIX = ".plumbline";

const isPackage = ({ name }: File): boolean => name.toLowerCase().endsWith(SUFFIX);

export interface PackageOpening {
  readonly open: (file: File) => void;
  /** Asks which file. */
  readonly choose: () => void;
  readonly dialog: ReactNode;
  /** True while something is asked. */
  readonly busy: boolean;
}

/**
 * Opens a review package: by the key of this desk, or else by a passphrase. Leads to what came back of a report that is
 * here, or adds one that is not.
 *
 * @param prepare saves what is open, so that it is compared as it stands
 */
export function useOpenPackage(go: (place: Place) => void, prepare?: () => Promise<unknown>): PackageOpening {
  const { client } = useApi();
  const [opening, setOpening] = useState<Opening | null>(null);

  const toChanges = useCallback(
    async ({ sealed, preview }: Extract<Opening, { kind: "opened" }>) => {
      const { id, title, frameworkId } = await client.reports.open({ reportId: preview.reportId });
      go({ screen: "package", report: { id, title, frameworkId }, sealed, preview });
    },
    [client, go],
  );

  /** @throws Fault as `packages.open` */
  const unlock = useCallback(
    async (sealed: Sealed, signal?: AbortSignal): Promise<void> => {
      await prepare?.();
      const preview = await client.packages.open(sealed, { ...(signal && { signal }) });
      const opened = { kind: "opened", sealed, preview } as const;
      if (preview.kind === "merge" && preview.known) await toChanges(opened);
      else setOpening(opened);
    },
    [client, prepare, toChanges],
  );

  const open = useCallback(
    (file: File) => {
      const cancel = new AbortController();
      const notice = notify(`Opening ${file.name}`, {
        progress: 0,
        action: { label: "Cancel", run: () => cancel.abort() },
      });
      unlock({ file, passphrase: null }, cancel.signal).then(
        () => closeNotice(notice),
        (error: unknown) => {
          const { code, message, remedy } = faultOf(error);
          if (cancel.signal.aborted || code === "wrong-key") closeNotice(notice);
          else
            changeNotice(notice, {
              text: `${message} ${remedy}`,
              tone: "fault",
              progress: null,
              action: null,
            });
          if (!cancel.signal.aborted && code === "wrong-key") setOpening({ kind: "locked", file });
        },
      );
    },
    [unlock],
  );
  const choose = useCallback(() => void chooseFile(SUFFIX).then((file) => file && open(file)), [open]);
  const close = useCallback(() => setOpening(null), []);
  return {
    open,
    choose,
    busy: opening !== null,
    dialog: opening && (
      <OpenPackageDialog
        opening={opening}
        onUnlock={unlock}
        onSeeChanges={toChanges}
        onGo={go}
        onClose={close}
      />
    ),
  };
}

/** Dropped files: the first package among them is opened, where there is one; else they are something else. */
export function useDroppedPackage(
  onPackage: (file: File) => void,
  onOthers: (files: readonly File[]) => void,
): (files: readonly File[]) => void {
  return useCallback(
    (files) => {
      const found = files.find(isPackage);
      if (found) onPackage(found);
      else onOthers(files);
    },
    [onPackage, onOthers],
  );
}
