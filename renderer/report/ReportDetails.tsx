import { useState, type FormEvent } from "react";
import { useApi } from "#renderer/api/client.ts";
import { faultOf } from "#renderer/api/fault.ts";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/report/ReportDetails.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Title and provider. */
export function ReportDetails({ isOpen, onOpenChange }: Props) {
  return (
    <ModalDialog title="Report details" isOpen={isOpen} onOpenChange={onOpenChange}>
      <DetailsForm onClose={() => onOpenChange(false)} />
    </ModalDialog>
  );
}

function DetailsForm({ onClose }: { readonly onClose: () => void }) {
  const { client } = useApi();
  const { store, autosave } = useSession();
  const report = useSessionState((state) => state.report);
  const [title, setTitle] = useState(report.title);
  const [provider, setProvider] = useState(report.provider);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const fields = { title: title.trim(), provider: provider.trim() };
    if (fields.title === "") return;
    try {
      await autosave.exclusively((baseRevision) =>
        client.reports.describe({ reportId: report.id, baseRevision, ...fields }),
      );
      store.setState((state) => ({ report: { ...state.report, ...fields } }));
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
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={title.trim() === ""}>
          Save details
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
