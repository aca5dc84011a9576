import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { covers, frameworkFor, type Framework } from "#shared/domain/framework.ts";
import type { FrameworkId, ReportId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import { useFrameworks } from "#renderer/api/use-library.ts";
import styles from "#renderer/library/NewReport.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { Choice, Field, Line } from "#renderer/ui/Field.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onMade: (reportId: ReportId) => void;
}

/** Begins a report under a framework: its headings, its standing sentences, nothing judged. */
export function NewReport({ isOpen, onOpenChange, onMade }: Props) {
  const { data: frameworks, error } = useFrameworks();
  return (
    <ModalDialog title="New report" size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      {error && <FaultNotice error={error} />}
      {frameworks && (
        <NewReportForm frameworks={frameworks} onMade={onMade} onClose={() => onOpenChange(false)} />
      )}
    </ModalDialog>
  );
}

interface FormProps {
  readonly frameworks: readonly Framework[];
  readonly onMade: (reportId: ReportId) => void;
  readonly onClose: () => void;
}

function NewReportForm({ frameworks, onMade, onClose }: FormProps) {
  const { client, queries } = useApi();
  const queryClient = useQueryClient();
  const [fields, setFields] = useState({ provider: "", firstDay: "", lastDay: "", lead: "", team: "" });
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [chosen, setChosen] = useState<FrameworkId | null>(null);
  const [making, setMaking] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const set = (change: Partial<typeof fields>): void => setFields((old) => ({ ...old, ...change }));

  const ended = fields.lastDay || fields.firstDay || null;
  const framework = frameworks.find(({ id }) => id === chosen) ?? frameworkFor(frameworks, ended);
  const title = ownTitle ?? (fields.provider.trim() === "" ? "" : `Inspection of ${fields.provider.trim()}`);
  const backwards = fields.firstDay !== "" && fields.lastDay !== "" && fields.lastDay < fields.firstDay;
  const canMake = framework !== undefined && title.trim() !== "" && !backwards && !making;

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!canMake) return;
    setMaking(true);
    setFault(null);
    try {
      const { reportId } = await client.library.create({
        ...fields,
        frameworkId: framework.id,
        title: title.trim(),
        provider: fields.provider.trim(),
        firstDay: fields.firstDay || null,
        lastDay: fields.lastDay || null,
      });
      void queryClient.invalidateQueries({ queryKey: queries.library.key() });
      onMade(reportId);
    } catch (error) {
      setFault(error);
      setMaking(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={(event) => void make(event)}>
      <Line
        label="Provider or authority inspected"
        maxLength={300}
        value={fields.provider}
        onChange={(provider) => set({ provider })}
      />
      <Line label="Title" required maxLength={500} value={title} onChange={setOwnTitle} />
      <div className={styles.pair}>
        <Line
          label="First day of inspection"
          type="date"
          value={fields.firstDay}
          onChange={(firstDay) => set({ firstDay })}
        />
        <Line
          label="Last day"
          type="date"
          value={fields.lastDay}
          aria-invalid={backwards}
          onChange={(lastDay) => set({ lastDay })}
        />
      </div>
      {backwards && <p role="alert">The last day is before the first. Correct one of them.</p>}
      {framework && (
        <div>
          <Choice
            label="Framework"
            value={framework.id}
            options={frameworks.map(({ id }) => id)}
            words={
              Object.fromEntries(frameworks.map((each) => [each.id, each.title])) as Record<
                FrameworkId,
                string
              >
            }
            onChange={setChosen}
          />
          <p className={styles.note}>{aboutFramework(framework, ended, chosen === null)}</p>
        </div>
      )}
      <Line label="Lead inspector" maxLength={300} value={fields.lead} onChange={(lead) => set({ lead })} />
      <Field label="Inspection team, one per line">
        {(id) => (
          <textarea
            id={id}
            className={panel.field}
            rows={3}
            maxLength={4000}
            placeholder={"four of Her Majesty’s Inspectors\none inspector from the Care Quality Commission"}
            value={fields.team}
            onChange={(event) => set({ team: event.target.value })}
          />
        )}
      </Field>
      <p className={styles.note}>
        What you leave empty appears in the text in square brackets, such as [lead inspector], until you write
        it.
      </p>
      {fault !== null && <FaultNotice error={fault} />}
      <div className={panel.row}>
        <Button look="primary" type="submit" isDisabled={!canMake}>
          {making ? "Creating the report…" : "Create the report"}
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  );
}

function aboutFramework(framework: Framework, ended: string | null, byDate: boolean): string {
  const why =
    ended === null
      ? byDate
        ? "The newest one, until the dates say otherwise."
        : ""
      : covers(framework, ended)
        ? "In force on the last day of the inspection."
        : "This framework was not in force on that day.";
  const sure = framework.verified
    ? ""
    : "Its areas and grades are as published; some of its rules come from secondary sources, so check them against the published framework.";
  return [why, sure].filter((words) => words !== "").join(" ");
}
