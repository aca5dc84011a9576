import { memo, useEffect, useRef } from "react";
import { Disclosure, DisclosurePanel } from "react-aria-components";
import type { Finding, Severity } from "#shared/consistency/finding.ts";
import type { BlockKind } from "#shared/domain/block.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import { Asked } from "#renderer/panels/Asked.tsx";
import { FindingActions } from "#renderer/panels/FindingActions.tsx";
import styles from "#renderer/panels/FindingCard.module.css";
import { blockOf } from "#shared/document/block-text.ts";
import { goToFinding } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
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
      <Asked fingerprint={finding.fingerprint} />
      <FindingActions finding={finding} answer={answer} current={current} />
    </article>
  );
});

/** What the rule is for, or where the framework’s question comes from, out of the way until it is wanted. */
function Why({ rule: id }: { readonly rule: string }) {
  const rule = useSessionState((state) => state.rules.find((each) => each.id === id));
  const source = useSessionState(
    ({ framework }) => framework?.questions.find((each) => `framework/${each.id}` === id)?.source,
  );
  if (!rule && !source) return null;
  return (
    <Disclosure className={styles.why!}>
      <Button slot="trigger" look="plain">
        Why?
      </Button>
      <DisclosurePanel className={styles.because!}>
        {rule && (
          <>
            <p className={styles.title}>{rule.title}</p>
            <p>{rule.why}</p>
            <p>{rule.remedy}</p>
          </>
        )}
        {source && (
          <>
            <p className={styles.title}>Asked by the framework</p>
            <p>{source}</p>
          </>
        )}
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

function placeOf(finding: Finding, kind: BlockKind | undefined): string {
  if (finding.paragraph !== null) return `paragraph ${finding.paragraph}`;
  if (finding.blockId !== null) return kind === "heading" ? "heading" : "text without a number";
  return finding.areaId === null ? "whole report" : "area";
}
