import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { ReviewState } from "#shared/api/review.ts";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/report/ReportDetails.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useReviewState } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Title, provider, and who reviews it by when. */
export function ReportDetails({ isOpen, onOpenChange }: Props) {
  return (
    <ModalDialog title="Report details" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Details onClose={() => onOpenChange(false)} />
    </ModalDialog>
  );
}

function Details({ onClose }: { readonly onClose: () => void }) {
  const review = useReviewState();
  if (!review) return <output>Reading the details…</output>;
  return <DetailsForm review={review} onClose={onClose} />;
}

interface FormProps {
  readonly review: Pick<ReviewState, "assignedTo" | "dueOn">;
  readonly onClose: () => void;
}

function DetailsForm({ review, onClose }: FormProps) {
  const { client } = useApi();
  const queryClient = useQueryClient();
  const { store, autosave } = useSession();
  const report = useSessionState((state) => state.report);
  const [title, setTitle] = useState(report.title);
  const [provider, setProvider] = useState(report.provider);
  const [assignedTo, setAssignedTo] = useState(review.assignedTo);
  const [dueOn, setDueOn] = useState(review.dueOn ?? "");
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const fields = { title: title.trim(), provider: provider.trim() };
    if (fields.title === "") return;
    try {
      await autosave.exclusively((baseRevision) =>
        client.reports.describe({ reportId: report.id, baseRevision, ...fields }),
      );
      store.setState((state) => ({ report: { ...state.report, ...fields } }));
      const given = { assignedTo: assignedTo.trim(), dueOn: dueOn || null };
      if (given.assignedTo !== review.assignedTo || given.dueOn !== review.dueOn) {
        await client.review.assign({ reportId: report.id, ...given });
        await queryClient.invalidateQueries({ queryKey: ["review", report.id] });
      }
      onClose();
    } catch (error) {
      const fault = faultOf(error);
      notify(`The details were not changed. ${fault.message} ${fault.remedy}`, { tone: "fault" });
    }
  };
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <Line label="Title" required maxLength={500} value={title} onChange={setTitle} />
      <Line label="Provider or authority inspected" maxLength={300} value={provider} onChange={setProvider} />
      <Line
        label="Reviewer it is assigned to, by the name of their desk"
        maxLength={300}
        value={assignedTo}
        onChange={setAssignedTo}
      />
      <Line label="Day its review is due" type="date" value={dueOn} onChange={setDueOn} />
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={title.trim() === ""}>
          Save details
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
