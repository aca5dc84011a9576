import { chainWords, ledgerLines, type LedgerLine } from "#shared/review/ledger-lines.ts";
import { ROLE_WORDS } from "#shared/review/words.ts";
import { useApi } from "#renderer/api/client.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useMakeFile } from "#renderer/report/use-export.ts";
import styles from "#renderer/review/LedgerDialog.module.css";
import { useReviewState } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { shortDate, timeOfDay } from "#renderer/ui/words.ts";

/** Who decided what of the report, when and why, and whether the ledger is as it was written; opened by the session’s state. */
export function LedgerDialog() {
  const { store } = useSession();
  const isOpen = useSessionState(({ internal }) => internal === "ledger");
  const close = (): void => store.setState({ internal: null });
  return (
    <ModalDialog title="Ledger" size="large" isOpen={isOpen} onOpenChange={close}>
      <Ledger onClose={close} />
    </ModalDialog>
  );
}

function Ledger({ onClose }: { readonly onClose: () => void }) {
  const { client } = useApi();
  const makeFile = useMakeFile();
  const framework = useSessionState((state) => state.framework);
  const state = useReviewState();
  if (!state) return <output>Reading the ledger…</output>;
  const { ledger, broken } = state;
  const lines = ledgerLines(ledger, broken, framework);
  const head = ledger.at(-1)?.hash;
  const print = (): void => {
    onClose();
    void makeFile("ledger", (reportId) => client.exports.ledger({ reportId }));
  };
  return (
    <>
      <p className={broken ? styles.broken : panel.say} role={broken ? "alert" : undefined}>
        {chainWords(ledger.length, broken)}
      </p>
      {lines.length === 0 ? (
        <p className={panel.quiet}>
          Grades that are moved, steps of the review, approvals and sign-offs are written here, each with who,
          when and why. Nothing in it can be changed afterwards without being seen.
        </p>
      ) : (
        // Scrolled by keys too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className={styles.scroll} tabIndex={0} aria-label="Lines of the ledger">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What was decided</th>
                <th scope="col">Why, and on what evidence</th>
                <th scope="col">Hash</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <Line key={index} line={line} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {head && (
        <p className={styles.head}>
          Hash of the last line: <code>{head}</code>
        </p>
      )}
      <div className={panel.row}>
        <Button look="primary" isDisabled={lines.length === 0} onPress={print}>
          Save as PDF
        </Button>
        <Button onPress={onClose}>Close</Button>
      </div>
    </>
  );
}

const SHORT_HASH = 12;

function Line({ line }: { readonly line: LedgerLine }) {
  const { number, revision, at, by, role, what, reason, evidence, review, hash, standing } = line;
  return (
    <tr data-standing={standing}>
      <th scope="row">
        {number}
        {standing === "broken" && <strong className={styles.mark}>Fails here</strong>}
        {standing === "after" && <span className={styles.small}>After the break</span>}
      </th>
      <td>
        {at !== null && `${shortDate(at)}, ${timeOfDay(at)}`}
        {revision !== null && <span className={styles.small}>Revision {revision}</span>}
      </td>
      <td>
        {role !== null && (
          <>
            {by || "Somebody"}
            <span className={styles.small}>{ROLE_WORDS[role]}</span>
          </>
        )}
      </td>
      <td>
        {what}
        {review !== "" && <span className={styles.small}>{review}</span>}
      </td>
      <td>
        {reason}
        {evidence !== "" && <span className={styles.small}>{evidence}</span>}
      </td>
      <td>
        <code title={hash}>{hash.slice(0, SHORT_HASH)}</code>
      </td>
    </tr>
  );
}
