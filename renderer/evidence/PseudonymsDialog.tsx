import { useEffect, useRef, useState } from "react";
import styles from "#renderer/evidence/PseudonymsDialog.module.css";
import { usePseudonyms } from "#renderer/evidence/use-pseudonyms.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { counted } from "#renderer/ui/words.ts";

/** Who stands behind each pseudonym of the report, and the way to forget it. */
export function PseudonymsDialog() {
  const { store } = useSession();
  const isOpen = useSessionState((state) => state.pseudonymsOpen);
  const onOpenChange = (open: boolean): void => store.setState({ pseudonymsOpen: open });
  return (
    <ModalDialog title="Pseudonyms" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Body onClose={() => onOpenChange(false)} />
    </ModalDialog>
  );
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const { table, error, purge } = usePseudonyms();
  const [asking, setAsking] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone, and the question is to be read.
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  if (error) return <FaultNotice error={error} />;
  if (!table) return <p className={panel.quiet}>Reading the table…</p>;
  const { entries, total } = table;
  if (asking)
    return (
      <>
        <p ref={question} tabIndex={-1}>
          Purge {counted(total, "name")}? {total === 1 ? "It is all" : "They are all"} that this library
          keeps, of every report. The file that says who is behind a pseudonym is deleted; the pseudonyms stay
          where they are written. This cannot be undone.
        </p>
        <div className={panel.row}>
          <Button
            look="primary"
            onPress={() =>
              void purge().then(
                ({ purged }) => {
                  setAsking(false);
                  notify(`${counted(purged, "name")} purged. The pseudonyms stay in the evidence.`);
                },
                () => setAsking(false),
              )
            }
          >
            Purge for good
          </Button>
          <Button onPress={() => setAsking(false)}>Keep them</Button>
        </div>
      </>
    );
  return (
    <>
      <p className={panel.quiet}>
        Kept in a separate file beside the library, encrypted in the same way, and never exported.
      </p>
      {entries.length === 0 ? (
        <p>
          No name in this report has a pseudonym yet. When you write evidence down, names are pointed out and
          a pseudonym is offered for each.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Pseudonyms of this report">
          {entries.map(({ real, pseudonym }) => (
            <li key={real}>
              <b>{pseudonym}</b>
              <span>{real}</span>
            </li>
          ))}
        </ul>
      )}
      {total > entries.length && (
        <p className={panel.quiet}>{counted(total - entries.length, "name")} more in other reports.</p>
      )}
      <div className={panel.row}>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
        <span className={panel.grow} />
        <Button isDisabled={total === 0} onPress={() => setAsking(true)}>
          Purge…
        </Button>
      </div>
    </>
  );
}
