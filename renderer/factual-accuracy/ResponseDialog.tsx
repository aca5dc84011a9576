import { useQuery } from "@tanstack/react-query";
import type { LetterFormat } from "#shared/api/exports.ts";
import { countAnswers, type FactualCheck } from "#shared/domain/factual-check.ts";
import { listed } from "#shared/listed.ts";
import { useApi } from "#renderer/api/client.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { SaveAs } from "#renderer/report/SaveAs.tsx";
import { useMakeFile } from "#renderer/report/use-export.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly check: FactualCheck;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What was decided, as one document for the inspected body. */
export function ResponseDialog({ check, isOpen, onClose }: Props) {
  return (
    <ModalDialog
      title="Response to the inspected body"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Response check={check} onClose={onClose} />
    </ModalDialog>
  );
}

function Response({ check, onClose }: Omit<Props, "isOpen">) {
  const { client } = useApi();
  const { autosave } = useSession();
  const reportId = useSessionState((state) => state.report.id);
  const makeFile = useMakeFile();
  const { all, open, accepted, inPart, notAccepted } = countAnswers(check.comments);
  const details = useQuery({
    queryKey: ["factual-details", reportId, check],
    queryFn: async () => {
      await autosave.flush();
      return client.factualAccuracy.responseDetails({ reportId, checkId: check.id });
    },
    gcTime: 0,
  });
  const save = (format: LetterFormat): void => {
    onClose();
    void makeFile("response", () => client.factualAccuracy.response({ reportId, checkId: check.id, format }));
  };
  return (
    <>
      {open > 0 ? (
        <p className={styles.note} role="note">
          {counted(open, "comment")} of {all} {open === 1 ? "is" : "are"} not answered yet. Say of each
          whether it is accepted; then the response can be made.
        </p>
      ) : (
        <p>
          {all === 0
            ? "No comments were made, and the response says so."
            : `${counted(all, "comment")}: ${accepted} accepted, ${inPart} accepted in part, ${notAccepted} not accepted.`}{" "}
          Each stands with its paragraph, what was said, your decision and reason, and the words before and
          after. Your name is in it as the one who answers; no other of this desk is, and no evidence.
        </p>
      )}
      {details.error && <FaultNotice error={details.error} />}
      {open === 0 && details.data && details.data.length > 0 && (
        <p className={styles.note} role="note">
          These words look like personal details: {listed(details.data.map((words) => `“${words}”`))}. Take
          them out of your reasons or the text, or be sure that the inspected body may read them.
        </p>
      )}
      <div className={panel.row}>
        <SaveAs isDisabled={open > 0 || !details.data} onSave={save} />
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </>
  );
}
