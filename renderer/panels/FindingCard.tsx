import { memo, useEffect, useRef, useState } from "react";
import { Disclosure, DisclosurePanel } from "react-aria-components";
import type { Finding, Severity } from "#shared/consistency/finding.ts";
import type { BlockKind } from "#shared/domain/block.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import { ReasonForm } from "#renderer/panels/ReasonForm.tsx";
import styles from "#renderer/panels/FindingCard.module.css";
import { blockOf } from "#renderer/report/block-text.ts";
import { fixFinding, goToFinding } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useAnswers } from "#renderer/report/triage.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { whenChanged } from "#renderer/ui/words.ts";

const SEVERITY_WORDS: Record<Severity, string> = { error: "Error", warning: "Warning", advice: "Advice" };

/** What is wrong, the words, the place; and what to do with it. Pressing it shows the words in the text, selected. */
export const FindingCard = memo(function FindingCard({ finding }: { readonly finding: Finding }) {
  const session = useSession();
  const card = useRef<HTMLElement>(null);
  const current = useSessionState((state) => state.findingAt === finding.fingerprint);
  useEffect(() => {
    if (current) card.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const kind = useSessionState((state) => blockOf(state.structure, finding.blockId)?.kind);
  const answer = useSessionState((state) => state.triage.answers.get(finding.fingerprint)) ?? null;
  const lapsed = useSessionState((state) => state.triage.lapsed.get(finding.fingerprint)) ?? null;
  return (
    <article
      ref={card}
      className={styles.card}
      data-severity={finding.question ? "question" : finding.severity}
      data-answered={answer?.state}
      aria-current={current ? "true" : undefined}
    >
      <button type="button" className={styles.face} onClick={() => goToFinding(session, finding)}>
        <span className={styles.kind}>
          <span className={styles.severity}>
            {finding.question ? "Question" : SEVERITY_WORDS[finding.severity]} · {placeOf(finding, kind)}
          </span>
          <span>{finding.rule.split("/")[0]}</span>
        </span>
        <span className={styles.message}>{finding.message}</span>
        {finding.span && !finding.message.includes(finding.quote) && (
          <span className={styles.quote}>“{finding.quote}”</span>
        )}
      </button>
      {current && <Why rule={finding.rule} />}
      {lapsed && (
        <p className={styles.answer}>
          {lapsed.state === "dismissed" ? "Dismissed" : "Answered"} before the words changed
          {lapsed.reason && <>: “{lapsed.reason}”</>}
        </p>
      )}
      {answer && <Answer answer={answer} />}
      <Actions finding={finding} answer={answer} />
    </article>
  );
});

/** What the rule is for, out of the way until it is wanted. */
function Why({ rule: id }: { readonly rule: string }) {
  const rule = useSessionState((state) => state.rules.find((each) => each.id === id));
  if (!rule) return null;
  return (
    <Disclosure className={styles.why!}>
      <Button slot="trigger" look="plain">
        Why?
      </Button>
      <DisclosurePanel className={styles.because!}>
        <p className={styles.title}>{rule.title}</p>
        <p>{rule.why}</p>
        <p>{rule.remedy}</p>
      </DisclosurePanel>
    </Disclosure>
  );
}

const ANSWER_WORDS: Record<Disposition["state"], string> = {
  accepted: "Accepted",
  dismissed: "Dismissed",
  answered: "Looked into",
};

function Answer({ answer }: { readonly answer: Disposition }) {
  return (
    <p className={styles.answer}>
      {ANSWER_WORDS[answer.state]}
      {answer.by && ` by ${answer.by}`}, {whenChanged(answer.at)}
      {answer.reason && <>: “{answer.reason}”</>}
    </p>
  );
}

function Actions({ finding, answer }: { readonly finding: Finding; readonly answer: Disposition | null }) {
  const session = useSession();
  const { answer: give, reopen } = useAnswers();
  const [asking, setAsking] = useState<"dismissed" | "answered" | null>(null);
  if (asking)
    return (
      <ReasonForm
        label={
          asking === "dismissed" ? "Why this is not a fault here" : "What you found, if it is worth keeping"
        }
        verb={asking === "dismissed" ? "Dismiss" : "Mark as looked into"}
        required={asking === "dismissed"}
        onClose={() => setAsking(null)}
        onGive={(reason) => give(finding, asking, reason)}
      />
    );
  if (answer)
    return (
      <div className={styles.actions}>
        <Button look="plain" onPress={() => void reopen(finding.fingerprint)}>
          {answer.state === "accepted" ? "Take back" : "Reopen"}
        </Button>
      </div>
    );
  if (finding.question)
    return (
      <div className={styles.actions}>
        <Button look="plain" onPress={() => setAsking("answered")}>
          Looked into…
        </Button>
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
      <Button look="plain" onPress={() => setAsking("dismissed")}>
        Dismiss…
      </Button>
    </div>
  );
}

function placeOf(finding: Finding, kind: BlockKind | undefined): string {
  if (finding.paragraph !== null) return `paragraph ${finding.paragraph}`;
  if (finding.blockId !== null) return kind === "heading" ? "heading" : "text without a number";
  return finding.areaId === null ? "whole report" : "area";
}
