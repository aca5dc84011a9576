import { useState } from "react";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import { CheckDesk } from "#renderer/factual-accuracy/CheckDesk.tsx";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import { useChecks } from "#renderer/factual-accuracy/use-checks.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSession } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import over from "#renderer/ui/OverText.module.css";
import { counted, longDate } from "#renderer/ui/words.ts";

/** The factual accuracy check of the open report: what was issued, what came back, and what is answered. */
export function FactualAccuracyPage() {
  const session = useSession();
  const { checks, error, retry } = useChecks();
  const [chosen, setChosen] = useState<string | null>(null);
  const check = checks?.find(({ id }) => id === chosen) ?? checks?.[0] ?? null;
  if (check)
    return (
      <main className={`${over.page} ${styles.page}`} aria-label="Factual accuracy">
        <CheckDesk key={check.id} check={check}>
          {checks!.length > 1 && (
            <select
              className={`${panel.field} ${styles.rounds}`}
              aria-label="Which check"
              value={check.id}
              onChange={(event) => setChosen(event.target.value)}
            >
              {checks!.map(({ id, issuedOn, comments }) => (
                <option key={id} value={id}>
                  {`Issued ${longDate(issuedOn)} (${counted(comments.length, "comment")})`}
                </option>
              ))}
            </select>
          )}
        </CheckDesk>
      </main>
    );
  return (
    <main className={`${over.page} ${styles.page}`} aria-label="Factual accuracy">
      <div className={over.bar}>
        <Button onPress={() => toText(session)}>Back to the text</Button>
      </div>
      {error ? (
        <FaultNotice error={error} onRetry={retry} />
      ) : checks === null ? (
        <output className={styles.none}>Reading the check…</output>
      ) : (
        <div className={styles.empty}>
          <h2 className={styles.title}>This report was not issued for factual accuracy yet</h2>
          <p>
            Issue it, and the inspected body says what is wrong in it: a copy that stays as it is goes out as
            Word and PDF, with a form to fill in. What comes back is read here, answered paragraph by
            paragraph, and answered in one response.
          </p>
          <div className={panel.row}>
            <Button look="primary" onPress={() => session.store.setState({ issuing: true })}>
              Issue for factual accuracy…
            </Button>
          </div>
        </div>
      )}
    </main>
  );
}
