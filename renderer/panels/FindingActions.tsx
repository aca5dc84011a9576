import { useState } from "react";
import type { Finding } from "#shared/consistency/finding.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import styles from "#renderer/panels/FindingCard.module.css";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import { useAskLead } from "#renderer/panels/use-ask-lead.ts";
import { fixFinding } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { unansweredOf, useAnswers } from "#renderer/report/triage.ts";
import { useDesk } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";

interface Props {
  readonly finding: Finding;
  readonly answer: Disposition | null;
  /** Whether it is the finding in hand: then what is done with all of its rule is offered too. */
  readonly current: boolean;
}

type Form = "dismissed" | "answered" | "dismissed-all" | "ask";

/** What can be done with a finding. */
export function FindingActions({ finding, answer, current }: Props) {
  const session = useSession();
  const { answer: give, answerAll, reopen } = useAnswers();
  const ask = useAskLead();
  const isReviewer = useDesk()?.role === "reviewer";
  const ofRule = useSessionState((state) => unansweredOf(state.triage, finding.rule));
  const [form, setForm] = useState<Form | null>(null);
  if (form)
    return (
      <ReasonForm
        label={
          form === "dismissed-all" ? `Why none of these ${ofRule.length} is a fault here` : FORMS[form].label
        }
        verb={form === "dismissed-all" ? `Dismiss all ${ofRule.length}` : FORMS[form].verb}
        required={form !== "answered"}
        onClose={() => setForm(null)}
        onGive={(words) => {
          if (form === "ask") return ask(finding, words);
          return form === "dismissed-all"
            ? answerAll(ofRule, "dismissed", words)
            : give(finding, form, words);
        }}
      />
    );
  const asking = isReviewer && (
    <Button look="plain" onPress={() => setForm("ask")}>
      Ask the lead…
    </Button>
  );
  if (answer)
    return (
      <div className={styles.actions}>
        <Button look="plain" onPress={() => void reopen(finding.fingerprint)}>
          {answer.state === "accepted" ? "Take back" : "Reopen"}
        </Button>
        {asking}
      </div>
    );
  if (finding.question)
    return (
      <div className={styles.actions}>
        <Button look="plain" onPress={() => setForm("answered")}>
          Looked into…
        </Button>
        {asking}
      </div>
    );
  return (
    <div className={styles.actions}>
      {finding.fix !== null && (
        <Button look="plain" onPress={() => fixFinding(session, finding)}>
          {finding.fix === "" ? "Fix: take it out" : `Fix: “${finding.fix}”`}
        </Button>
      )}
      <Button look="plain" onPress={() => void give(finding, "accepted")}>
        Accept
      </Button>
      <Button look="plain" onPress={() => setForm("dismissed")}>
        Dismiss…
      </Button>
      {asking}
      {current && ofRule.length > 1 && (
        <>
          <Button look="plain" onPress={() => void answerAll(ofRule, "accepted")}>
            Accept all {ofRule.length} of this rule
          </Button>
          <Button look="plain" onPress={() => setForm("dismissed-all")}>
            Dismiss all {ofRule.length} of this rule…
          </Button>
        </>
      )}
    </div>
  );
}

const FORMS = {
  dismissed: { label: "Why this is not a fault here", verb: "Dismiss" },
  answered: { label: "What you found, if it is worth keeping", verb: "Mark as looked into" },
  ask: { label: "What you ask the lead about it", verb: "Ask" },
} as const;
