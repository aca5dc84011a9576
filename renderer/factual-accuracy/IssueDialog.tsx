import { useState } from "react";
import { LETTER_FORMATS, type LetterFormat } from "#shared/api/exports.ts";
import { afterWorkingDays, workingDaysBetween } from "#shared/factual-accuracy/working-days.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import { useSettings } from "#renderer/api/use-settings.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import { useChecks, useKeepCheck } from "#renderer/factual-accuracy/use-checks.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useLeave } from "#renderer/publication/use-leave.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { EXPORT_NAMES, useMakeFile } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";
import { Tick } from "#renderer/ui/Tick.tsx";
import { counted, isoToday } from "#renderer/ui/words.ts";

const DAYS_SETTING = "factual-accuracy-days";
/** As CQC and others give. Source: docs/frameworks.md, “How reports are quality assured”. */
const USUAL_DAYS = 10;
const MOST_DAYS = 250;

/** To whom the report goes to be checked, and until when comments are due. */
export function IssueDialog() {
  const { store } = useSession();
  const issuing = useSessionState((state) => state.issuing);
  const close = (): void => store.setState({ issuing: false });
  return (
    <ModalDialog
      title="Issue for factual accuracy"
      isOpen={issuing}
      onOpenChange={(open) => !open && close()}
    >
      {issuing && <IssueForm onClose={close} />}
    </ModalDialog>
  );
}

function IssueForm({ onClose }: { readonly onClose: () => void }) {
  const { store } = useSession();
  const settings = useSettings();
  const { checks } = useChecks();
  const issue = useIssue();
  const remembered = Number(settings.read(DAYS_SETTING));
  const days = remembered >= 1 && remembered <= MOST_DAYS ? remembered : USUAL_DAYS;
  const [to, setTo] = useState(store.getState().report.provider);
  const [issuedOn, setIssuedOn] = useState(isoToday());
  const [due, setDue] = useState<string | null>(null);
  const [formats, setFormats] = useState<readonly LetterFormat[]>(LETTER_FORMATS);
  const dueOn = due ?? (issuedOn === "" ? "" : afterWorkingDays(issuedOn, days));
  const isOut = checks?.some(({ closed }) => !closed) === true;
  const late = issuedOn !== "" && dueOn !== "" && dueOn < issuedOn;
  const ready = checks !== null && !isOut && to.trim() !== "" && issuedOn !== "" && dueOn !== "" && !late;
  const give = (): void => {
    if (!ready) return;
    const given = workingDaysBetween(issuedOn, dueOn);
    if (given >= 1 && given <= MOST_DAYS) settings.write(DAYS_SETTING, String(given));
    onClose();
    void issue({ to: to.trim(), issuedOn, dueOn }, formats);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
    >
      {isOut && (
        <p className={styles.note} role="note">
          This report is out for factual accuracy already. Close that check first; then it can be issued
          again.
        </p>
      )}
      <Line label="To" value={to} required maxLength={300} onChange={setTo} />
      <div className={styles.fields}>
        <Line label="Issued on" type="date" value={issuedOn} required onChange={setIssuedOn} />
        <Line label="Comments due by" type="date" value={dueOn} required onChange={setDue} />
      </div>
      <output className={panel.quiet}>
        {late
          ? "The comments would be due before the report is issued."
          : dueOn !== "" && issuedOn !== ""
            ? `${counted(workingDaysBetween(issuedOn, dueOn), "working day")}. Bank holidays are counted as working days.`
            : "Give both days."}
      </output>
      <fieldset className={styles.formats}>
        <legend className={panel.label}>Files to make now</legend>
        {LETTER_FORMATS.map((format) => (
          <Tick
            key={format}
            isSelected={formats.includes(format)}
            onChange={(taken) =>
              setFormats(LETTER_FORMATS.filter((each) => (each === format ? taken : formats.includes(each))))
            }
          >
            {EXPORT_NAMES[format]}
            {format === "word" && ", with the response form"}
          </Tick>
        ))}
      </fieldset>
      <p className={panel.quiet}>
        The report as it stands is kept under a name and stays as it is; you go on writing. Its ledger says to
        whom it was issued, and that is not taken back. Evidence, comments and notes are not in it.
      </p>
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={!ready}>
          Issue the report
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

interface Issue {
  readonly to: string;
  readonly issuedOn: string;
  readonly dueOn: string;
}

/** Checks what leaves the desk, issues the report, and makes the files. */
function useIssue(): (issue: Issue, formats: readonly LetterFormat[]) => Promise<void> {
  const { client } = useApi();
  const session = useSession();
  const leave = useLeave();
  const keep = useKeepCheck();
  const makeFile = useMakeFile();
  return async (issue, formats) => {
    const reason = await leave("factual accuracy");
    if (reason === null) return;
    const { id: reportId } = session.store.getState().report;
    try {
      const { check } = await session.autosave.exclusively((baseRevision) =>
        client.factualAccuracy.issue({ reportId, baseRevision, ...issue, reason }),
      );
      keep(check);
      session.store.setState(({ exported }) => ({ view: "factual-accuracy", exported: exported + 1 }));
      notify(`The report is issued to ${check.to} for factual accuracy.`);
      for (const format of formats)
        await makeFile("issued copy", () =>
          client.factualAccuracy.copy({ reportId, checkId: check.id, format }),
        );
    } catch (error) {
      const { message, remedy } = faultOf(error);
      notify(`The report was not issued. ${message} ${remedy}`, { tone: "fault" });
    }
  };
}
