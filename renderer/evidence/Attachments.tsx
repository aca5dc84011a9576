import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import type { Attachment, Evidence } from "#shared/domain/evidence.ts";
import styles from "#renderer/evidence/EvidencePage.module.css";
import { useAttachments } from "#renderer/evidence/use-attachments.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

/** The files kept with an item. None is opened here; a copy is saved, once that is confirmed. */
export function Attachments({ item }: { readonly item: Evidence }) {
  const { attach, saveCopy, detach } = useAttachments(item);
  const [asked, setAsked] = useState<Attachment | null>(null);
  const [busy, setBusy] = useState(false);
  const add = async (files: FileList | null): Promise<void> => {
    setBusy(true);
    for (const file of files ?? []) await attach(file);
    setBusy(false);
  };
  return (
    <section aria-label="Files">
      <h3 className={panel.heading}>Files</h3>
      {item.attachments.length > 0 && (
        <ul className={styles.files}>
          {item.attachments.map((file) => (
            <li key={file.hash}>
              <span className={styles.file} title={file.name}>
                {file.name}
              </span>
              <span className={styles.quiet}>{sizeWords(file.size)}</span>
              <Button look="plain" aria-label={`Save a copy of ${file.name}…`} onPress={() => setAsked(file)}>
                Save a copy…
              </Button>
              <Button look="plain" aria-label={`Remove ${file.name}`} onPress={() => void detach(file)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FileTrigger allowsMultiple onSelect={(files) => void add(files)}>
        <Button isDisabled={busy}>{busy ? "Adding…" : "Add a file…"}</Button>
      </FileTrigger>
      <ModalDialog
        title="Save a copy outside the library?"
        isOpen={asked !== null}
        onOpenChange={() => setAsked(null)}
      >
        {asked && (
          <>
            <p>
              In the library {asked.name} is encrypted. The copy is not, and whoever has it can read it. Open
              it only if you trust where it came from.
            </p>
            <div className={panel.row}>
              <Button
                look="primary"
                onPress={() => {
                  setAsked(null);
                  void saveCopy(asked);
                }}
              >
                Save a copy
              </Button>
              <Button onPress={() => setAsked(null)}>Cancel</Button>
            </div>
          </>
        )}
      </ModalDialog>
    </section>
  );
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
