import type { BlockKind } from "#shared/domain/block.ts";
import type { Finding, Severity } from "#shared/consistency/finding.ts";
import styles from "#renderer/panels/FindingsPanel.module.css";
import { goToFinding } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";

export const SEVERITY_WORDS: Record<Severity, string> = {
  error: "Error",
  warning: "Warning",
  advice: "Advice",
};

/** What is wrong, the words, the place. Pressing it shows the words in the text, selected. */
export function FindingCard({ finding }: { finding: Finding }) {
  const session = useSession();
  const current = useSessionState((state) => state.findingAt === finding.fingerprint);
  const kind = useSessionState(
    (state) => state.structure.find((block) => block.id === finding.blockId)?.kind,
  );
  return (
    <button
      type="button"
      className={styles.finding}
      data-severity={finding.severity}
      aria-current={current ? "true" : undefined}
      onClick={() => goToFinding(session, finding)}
    >
      <span className={styles.kind}>
        <span className={styles.severity}>
          {SEVERITY_WORDS[finding.severity]} · {placeOf(finding, kind)}
        </span>
        <span>{finding.rule.split("/")[0]}</span>
      </span>
      <span className={styles.message}>{finding.message}</span>
      {finding.span && finding.quote !== "" && <span className={styles.quote}>“{finding.quote}”</span>}
    </button>
  );
}

function placeOf(finding: Finding, kind: BlockKind | undefined): string {
  if (finding.paragraph !== null) return `paragraph ${finding.paragraph}`;
  if (finding.blockId !== null) return kind === "heading" ? "heading" : "text without a number";
  return finding.areaId === null ? "whole report" : "area";
}
