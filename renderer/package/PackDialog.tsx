import { useState, type FormEvent } from "react";
import { PACKED_EVIDENCE, type PackedEvidence } from "#shared/domain/review-package.ts";
import { useApi } from "#renderer/api/client.ts";
import { useSettings } from "#renderer/api/use-settings.ts";
import styles from "#renderer/package/Package.module.css";
import { packedNotes, stayingWords } from "#renderer/package/packed-counts.ts";
import { PassphraseFields } from "#renderer/package/PassphraseFields.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useMakeFile } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { Radios } from "#renderer/ui/Radios.tsx";

/** The address a package was last locked for. */
const RECIPIENT_SETTING = "package-recipient";

const EVIDENCE_WORDS: Record<PackedEvidence, string> = {
  none: "None",
  quotable: "What may be quoted",
  paraphrase: "What may be quoted, and what may be paraphrased",
};
const LOCKS = ["recipient", "passphrase"] as const;
const LOCK_WORDS = { recipient: "The address of the desk it is for", passphrase: "A passphrase" } as const;
const LOCK_NOTES = {
  recipient:
    "Only that desk can open it, and there is nothing to tell. They find their address in “This desk…”.",
  passphrase: "Whoever knows it can open it. Tell it by telephone, never beside the file.",
} as const;

/** Asks what goes along and what locks it, and saves the report as a review package. */
export function PackDialog() {
  const { store } = useSession();
  const isOpen = useSessionState((state) => state.packing);
  const { ready } = useSettings();
  const close = (): void => store.setState({ packing: false });
  return (
    <ModalDialog
      title="Send as a review package"
      size="wide"
      isOpen={isOpen && ready}
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <PackForm onClose={close} />
    </ModalDialog>
  );
}

function PackForm({ onClose }: { readonly onClose: () => void }) {
  const { client } = useApi();
  const { read, write } = useSettings();
  const items = useSessionState((state) => state.evidence);
  const makeFile = useMakeFile();
  const [evidence, setEvidence] = useState<PackedEvidence>("quotable");
  const [recipient, setRecipient] = useState(read(RECIPIENT_SETTING) ?? "");
  const [lockBy, setLockBy] = useState<(typeof LOCKS)[number]>(recipient === "" ? "passphrase" : "recipient");
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [packing, setPacking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const address = recipient.trim();
  const lock =
    lockBy === "recipient" ? address !== "" && { recipient: address } : passphrase !== null && { passphrase };
  const pack = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!lock || packing) return;
    setPacking(true);
    setFault(null);
    const error = await makeFile(
      "review package",
      (reportId) => client.packages.make({ reportId, evidence, lock }),
      "quietly",
    );
    if (error === null) {
      if (lockBy === "recipient") write(RECIPIENT_SETTING, address);
      onClose();
    } else {
      setFault(error);
      setPacking(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void pack(event)}>
      <p>
        One locked file with the report, its grades, comments, answers to findings and the ledger. Notes to
        yourself stay here. At the other desk it is opened with “Open a review package…”, and what is done
        there comes back the same way.
      </p>
      <div>
        <Radios
          label="Evidence that goes along"
          value={evidence}
          options={PACKED_EVIDENCE}
          words={EVIDENCE_WORDS}
          notes={packedNotes(items)}
          onChange={setEvidence}
        />
        <p className={styles.small}>{stayingWords(items)}</p>
      </div>
      <Radios
        label="What locks it"
        value={lockBy}
        options={LOCKS}
        words={LOCK_WORDS}
        notes={LOCK_NOTES}
        onChange={setLockBy}
      />
      {lockBy === "recipient" ? (
        <Line
          label="Address of the desk, beginning with age1"
          spellCheck={false}
          maxLength={5000}
          value={recipient}
          onChange={setRecipient}
        />
      ) : (
        <PassphraseFields onChange={setPassphrase} />
      )}
      {fault !== null && <FaultNotice error={fault} />}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={lock === false || packing}>
          {packing ? "Packing…" : "Save the package"}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
