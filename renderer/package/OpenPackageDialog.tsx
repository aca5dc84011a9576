import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import type { PackagePreview } from "#shared/api/packages.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { STAGE_WORDS } from "#shared/review/words.ts";
import { useApi } from "#renderer/api/client.ts";
import { Fingerprint } from "#renderer/package/Fingerprint.tsx";
import styles from "#renderer/package/Package.module.css";
import { broughtBy, sentBy } from "#renderer/package/package-words.ts";
import panel from "#renderer/panels/Panel.module.css";
import type { Place, Sealed } from "#renderer/place.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { Tick } from "#renderer/ui/Tick.tsx";

export type Opening =
  | { readonly kind: "locked"; readonly file: File }
  | { readonly kind: "opened"; readonly sealed: Sealed; readonly preview: PackagePreview };

type Opened = Extract<Opening, { kind: "opened" }>;

interface Props {
  readonly opening: Opening;
  /** Rejects with the fault where it does not open. */
  readonly onUnlock: (sealed: Sealed) => Promise<void>;
  readonly onSeeChanges: (opened: Opened) => Promise<void>;
  readonly onGo: (place: Place) => void;
  readonly onClose: () => void;
}

/** What has to be known before a package is taken in: its passphrase, whose it is, and what it brings. */
export function OpenPackageDialog({ opening, onUnlock, onSeeChanges, onGo, onClose }: Props) {
  const title =
    opening.kind === "locked"
      ? "A locked review package"
      : opening.preview.kind === "again"
        ? "Taken in already"
        : `A review package from ${opening.preview.from.name}`;
  return (
    <ModalDialog
      title={title}
      size="wide"
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {opening.kind === "locked" ? (
        <Unlock file={opening.file} onUnlock={onUnlock} onClose={onClose} />
      ) : (
        <Look opened={opening} onSeeChanges={onSeeChanges} onGo={onGo} onClose={onClose} />
      )}
    </ModalDialog>
  );
}

function Unlock({ file, onUnlock, onClose }: Pick<Props, "onUnlock" | "onClose"> & { readonly file: File }) {
  const [passphrase, setPassphrase] = useState("");
  const [shown, setShown] = useState(false);
  const { working, fault, run } = useWork();
  const unlock = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase !== "") void run(() => onUnlock({ file, passphrase }));
  };
  return (
    <form className={styles.form} onSubmit={unlock}>
      <p>
        “{file.name}” was not made for the address of this desk. If it is locked with a passphrase, type it as
        it was told to you.
      </p>
      <Line
        label="Passphrase of the package"
        type={shown ? "text" : "password"}
        autoComplete="off"
        maxLength={1000}
        value={passphrase}
        onChange={setPassphrase}
      />
      <Tick isSelected={shown} onChange={setShown}>
        Show it
      </Tick>
      {fault !== null && <FaultNotice error={fault} />}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={passphrase === "" || working}>
          {working ? "Opening…" : "Open the package"}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function Look({
  opened,
  onSeeChanges,
  onGo,
  onClose,
}: Omit<Props, "opening" | "onUnlock"> & { readonly opened: Opened }) {
  const { preview } = opened;
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const [compared, setCompared] = useState(false);
  const { working, fault, run } = useWork();
  const openReport = (reportId: ReportId): void => onGo({ screen: "report", reportId, blockId: null });
  if (preview.kind === "again")
    return (
      <Answers>
        <p>
          {sentBy(preview)} It was taken into “{preview.title}” before, and taking it again would change
          nothing.
        </p>
        <div className={panel.row}>
          <Button look="primary" onPress={() => openReport(preview.reportId)}>
            Open the report
          </Button>
          <Button onPress={onClose}>Close</Button>
        </div>
      </Answers>
    );
  const isNew = preview.kind === "new";
  const add = async (): Promise<void> => {
    const { reportId } = await client.packages.take({
      ...opened.sealed,
      trust: compared,
      baseRevision: null,
      operations: [],
      grades: [],
    });
    void queryClient.invalidateQueries({ queryKey: queries.library.key() });
    openReport(reportId);
    notify(`“${preview.title}” from ${preview.from.name} is in the library.`);
  };
  return (
    <Answers>
      <p>
        {sentBy(preview)}{" "}
        {isNew ? "The report is not in this library yet." : "The report is in this library already."}
      </p>
      <h3 className={panel.heading}>{preview.title}</h3>
      <ul className={styles.facts}>
        <li>Stage: {STAGE_WORDS[preview.stage].toLowerCase()}</li>
        {broughtBy(preview).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {!preview.known && (
        <section className={styles.part} aria-label="Whose package it is">
          <p>
            The desk of {preview.from.name} is not known here yet. Anybody can write that name. Telephone them
            and have them read out the fingerprint in “This desk…”: it has to be
          </p>
          <Fingerprint of={preview.fingerprint} label={`Fingerprint of the desk of ${preview.from.name}`} />
          <Tick isSelected={compared} onChange={setCompared}>
            I have compared it with {preview.from.name}, and it is the same
          </Tick>
          <p className={styles.small}>
            It is asked once. If it is another, do not take the package in: it was made by somebody else.
          </p>
        </section>
      )}
      {fault !== null && <FaultNotice error={fault} />}
      <div className={panel.row}>
        <Button
          look="primary"
          isDisabled={working || (!preview.known && !compared)}
          onPress={() => void run(isNew ? add : () => onSeeChanges(opened))}
        >
          {isNew ? (working ? "Adding…" : "Add the report") : "See what came back"}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </Answers>
  );
}

const Answers = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.form}>{children}</div>
);

/** One thing under way at a time, and what kept it from being done. */
function useWork() {
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (working) return;
    setWorking(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(error);
    }
    setWorking(false);
  };
  return { working, fault, run };
}
