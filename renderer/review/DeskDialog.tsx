import { useState, type FormEvent } from "react";
import { type Desk, ROLES } from "#shared/domain/ledger.ts";
import panel from "#renderer/panels/Panel.module.css";
import details from "#renderer/report/ReportDetails.module.css";
import { useDesk, useSetDesk } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Choice, Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";
import { notify } from "#renderer/ui/notify.ts";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const ROLE_CHOICES = { lead: "Lead inspector", reviewer: "Quality-assurance reviewer" } as const;

/** Under what name and in what role one works at this desk. */
export function DeskDialog({ isOpen, onOpenChange }: Props) {
  const desk = useDesk();
  return (
    <ModalDialog title="This desk" isOpen={isOpen} onOpenChange={onOpenChange}>
      {desk && <DeskForm desk={desk} onClose={() => onOpenChange(false)} />}
    </ModalDialog>
  );
}

function DeskForm({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const setDesk = useSetDesk();
  const [name, setName] = useState(desk.name);
  const [role, setRole] = useState(desk.role);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === "" || !(await setDesk({ name: name.trim(), role }))) return;
    notify(`You work here as ${name.trim()}, ${ROLE_CHOICES[role].toLowerCase()}.`);
    onClose();
  };
  return (
    <form className={details.form} onSubmit={(event) => void save(event)}>
      <Line label="Your name" required maxLength={300} value={name} onChange={setName} />
      <Choice label="Your role" value={role} options={ROLES} words={ROLE_CHOICES} onChange={setRole} />
      <p className={panel.quiet}>
        There are no accounts. The name stands beside what you write, grade and decide from now on; the role
        says which steps you take in a review.
      </p>
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={name.trim() === ""}>
          Keep
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
