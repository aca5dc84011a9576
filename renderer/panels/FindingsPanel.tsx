import { useState } from "react";
import { CheckboxGroup } from "react-aria-components";
import { SEVERITIES, type Finding, type Severity } from "#shared/consistency/finding.ts";
import { FindingList } from "#renderer/panels/FindingList.tsx";
import styles from "#renderer/panels/FindingsPanel.module.css";
import { RulesDialog } from "#renderer/panels/RulesDialog.tsx";
import { useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Segments } from "#renderer/ui/Segments.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { counted } from "#renderer/ui/words.ts";

const NAMES: Record<Severity, [one: string, many: string]> = {
  error: ["Error", "Errors"],
  warning: ["Warning", "Warnings"],
  advice: ["Advice", "Advice"],
};
type Part = "open" | "questions" | "dismissed";

/** What the checker says of the report: faults to settle, questions to look into, and what was set aside. */
export function FindingsPanel() {
  const triage = useSessionState((state) => state.triage);
  const checked = useSessionState((state) => state.checked);
  const framework = useSessionState((state) => state.framework);
  const [part, setPart] = useState<Part>("open");
  const [shown, setShown] = useState<readonly Severity[]>(SEVERITIES);
  const [byArea, setByArea] = useState(true);
  const [rules, setRules] = useState(false);
  const { open, questions, dismissed, answers } = triage;
  const waiting = questions.filter(({ fingerprint }) => !answers.has(fingerprint));
  const members = part === "open" ? open.filter(({ severity }) => shown.includes(severity)) : triage[part];
  return (
    <>
      <div className={styles.tools}>
        <Segments
          label="Which findings"
          value={part}
          words={{
            open: `To settle ${open.length}`,
            questions: `Checklist ${waiting.length}`,
            dismissed: `Dismissed ${dismissed.length}`,
          }}
          onChange={setPart}
        />
        <Button look="plain" className={styles.order!} onPress={() => setRules(true)}>
          Rules…
        </Button>
        {part === "open" ? (
          <Filters open={open} shown={shown} onChange={setShown} />
        ) : (
          <span className={styles.tally}>
            {part === "questions"
              ? `${questions.length - waiting.length} of ${questions.length} looked into`
              : `${counted(dismissed.length, "finding")} set aside`}
          </span>
        )}
        <Button
          look="plain"
          className={styles.order!}
          aria-label={byArea ? "In order of the report" : "By area"}
          onPress={() => setByArea(!byArea)}
        >
          {byArea ? "In order" : "By area"}
        </Button>
      </div>
      <output className="visually-hidden">{checked ? counted(open.length, "finding") : ""}</output>
      <section className={styles.groups} aria-label={LABELS[part]}>
        <FindingList findings={members} framework={byArea ? framework : null} />
        {members.length === 0 && (
          <p className={styles.empty}>
            {checked ? emptyWords(part, open.length) : "Checking for the first time…"}
          </p>
        )}
      </section>
      <RulesDialog isOpen={rules} onOpenChange={setRules} />
    </>
  );
}

const LABELS: Record<Part, string> = {
  open: "Findings",
  questions: "Review checklist",
  dismissed: "Dismissed findings",
};

function emptyWords(part: Part, open: number): string {
  if (part === "questions")
    return "Neither the rules nor the framework have anything to ask about this report.";
  if (part === "dismissed")
    return "Nothing is dismissed. A finding that is dismissed waits here with its reason, and comes back if the words it is about change.";
  return open > 0
    ? "The findings there are, are of the kinds not ticked above."
    : "Nothing to report: every grade that is given agrees with what is written under it, as far as the rules can see. The report is checked again at every change.";
}

function Filters({
  open,
  shown,
  onChange,
}: {
  readonly open: readonly Finding[];
  readonly shown: readonly Severity[];
  readonly onChange: (shown: readonly Severity[]) => void;
}) {
  const of = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  return (
    <CheckboxGroup
      aria-label="Show"
      className={styles.filters!}
      value={[...shown]}
      onChange={(value) => onChange(value as Severity[])}
    >
      {SEVERITIES.map((severity) => (
        <Tick key={severity} value={severity}>
          {of(severity)} {NAMES[severity][of(severity) === 1 ? 0 : 1].toLowerCase()}
        </Tick>
      ))}
    </CheckboxGroup>
  );
}
