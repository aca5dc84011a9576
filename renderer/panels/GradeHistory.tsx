import { useQuery } from "@tanstack/react-query";
import { findGrade, type Framework } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import { chainWords } from "#shared/review/ledger-lines.ts";
import { useApi } from "#renderer/api/client.ts";
import { gradeMoves } from "#renderer/panels/grade-moves.ts";
import styles from "#renderer/panels/JudgementPanel.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useReviewState } from "#renderer/review/use-review.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { counted, whenChanged } from "#renderer/ui/words.ts";

/** Who moved this grade, from what to what, why, on what evidence and before or after review; newest first. */
export function GradeHistory({ framework, areaId }: { framework: Framework; areaId: AreaId }) {
  const { queries } = useApi();
  const { store } = useSession();
  const reportId = useSessionState((state) => state.report.id);
  const judgement = useSessionState((state) => state.judgements.find((each) => each.areaId === areaId));
  const review = useReviewState();
  const { data, error } = useQuery({
    ...queries.reports.gradeHistory.queryOptions({ input: { reportId, areaId } }),
    // Part of the key only so that a new judgement asks again.
    queryKey: [
      ...queries.reports.gradeHistory.queryKey({ input: { reportId, areaId } }),
      judgement?.gradeId,
      judgement?.rationale,
    ],
    placeholderData: (previous) => previous,
  });
  const word = (gradeId: GradeId | null): string => findGrade(framework, gradeId)?.label ?? "not graded";
  if (error) return <FaultNotice error={error} />;
  const moves = data && review && gradeMoves(data, review.ledger, areaId);
  return (
    <section aria-label="History of this grade">
      <h3 className={panel.heading}>History</h3>
      {review?.broken && (
        <p className={styles.broken} role="alert">
          {chainWords(review.ledger.length, review.broken)}
        </p>
      )}
      {moves?.length === 0 && <p className={panel.quiet}>As it came with the report; not changed since.</p>}
      <ol className={styles.history}>
        {moves?.map((move) => (
          <li key={move.key} className={styles.change_line}>
            <span>
              {move.from === move.to ? (
                <>Reason recorded</>
              ) : (
                <>
                  {word(move.from)} → <b>{word(move.to)}</b>
                </>
              )}
            </span>
            {move.reason !== "" && <span className={panel.quiet}>{move.reason}</span>}
            {move.entry && <span className={panel.quiet}>{evidenceWords(move.entry.evidence)}</span>}
            <span className={styles.when}>
              {whenChanged(move.at)}
              {move.by && ` · ${move.by}`}
              {move.entry &&
                ` · ${move.entry.afterReview ? "after" : "before"} review · line ${move.entry.number}`}
            </span>
          </li>
        ))}
      </ol>
      <Button look="plain" onPress={() => store.setState({ internal: "ledger" })}>
        The whole ledger…
      </Button>
    </section>
  );
}

const MOST = 6;

function evidenceWords(references: readonly string[]): string {
  if (references.length === 0) return "No evidence was tied to the area.";
  const more = references.length - MOST;
  return `On ${references.slice(0, MOST).join(", ")}${more > 0 ? ` and ${counted(more, "more item")}` : ""}`;
}
