import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { type Desk, ROLES } from "#shared/domain/ledger.ts";
import { useApi } from "#renderer/api/client.ts";
import { Fingerprint } from "#renderer/package/Fingerprint.tsx";
import styles from "#renderer/package/Package.module.css";
import panel from "#renderer/panels/Panel.module.css";
import details from "#renderer/report/ReportDetails.module.css";
import { useApprovals, useDesk, useSetDesk } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
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
  const approvals = useApprovals();
  return (
    <ModalDialog title="This desk" isOpen={isOpen} onOpenChange={onOpenChange}>
      {desk && approvals !== null && (
        <DeskForm desk={desk} approvals={approvals} onClose={() => onOpenChange(false)} />
      )}
      <DeskAddress />
    </ModalDialog>
  );
}

/** What the other desk needs: where to lock packages to, and what to know this one by. */
function DeskAddress() {
  const { client } = useApi();
  const { data, error } = useQuery({ queryKey: ["desk-address"], queryFn: () => client.packages.desk() });
  if (error) return <FaultNotice error={error} />;
  if (!data) return <output>Reading the address of this desk…</output>;
  const copy = (): void =>
    void navigator.clipboard.writeText(data.recipient).then(
      () => notify("The address of this desk is copied."),
      () => notify("The address was not copied. Select it and press Ctrl+C.", { tone: "fault" }),
    );
  return (
    <section className={styles.part} aria-label="Review packages">
      <h3 className={panel.heading}>Address</h3>
      <p className={styles.code}>{data.recipient}</p>
      <p className={styles.small}>
        Give it to the other desk: a review package that is locked with it opens here and nowhere else.
      </p>
      <div className={`${panel.row} ${styles.copy}`}>
        <Button onPress={copy}>Copy the address</Button>
      </div>
      <h3 className={`${panel.heading} ${styles.next}`}>Fingerprint</h3>
      <Fingerprint of={data.fingerprint} label="Fingerprint of this desk" />
      <p className={styles.small}>
        Read it out when the other desk asks, on the telephone: it shows them that a package was made here.
      </p>
    </section>
  );
}

interface FormProps {
  readonly desk: Desk;
  readonly approvals: number;
  readonly onClose: () => void;
}

const COUNTS = ["1", "2", "3", "4"] as const;
const COUNT_WORDS = { 1: "One reviewer", 2: "Two reviewers", 3: "Three reviewers", 4: "Four reviewers" };

function DeskForm({ desk, approvals, onClose }: FormProps) {
  const setDesk = useSetDesk();
  const [needed, setNeeded] = useState<(typeof COUNTS)[number]>(
    COUNTS[Math.min(approvals, COUNTS.length) - 1]!,
  );
  const [name, setName] = useState(desk.name);
  const [role, setRole] = useState(desk.role);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === "" || !(await setDesk({ name: name.trim(), role }, Number(needed)))) return;
    notify(`You work here as ${name.trim()}, ${ROLE_CHOICES[role].toLowerCase()}.`);
    onClose();
  };
  return (
    <form className={details.form} onSubmit={(event) => void save(event)}>
      <Line label="Your name" required maxLength={300} value={name} onChange={setName} />
      <Choice label="Your role" value={role} options={ROLES} words={ROLE_CHOICES} onChange={setRole} />
      <Choice
        label="A report of this library is approved by"
        value={needed}
        options={COUNTS}
        words={COUNT_WORDS}
        onChange={setNeeded}
      />
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
