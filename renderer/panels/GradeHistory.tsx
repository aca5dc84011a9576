import { useQuery } from "@tanstack/react-query";
import { findGrade, type Framework } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import { useApi } from "#renderer/api/client.ts";
import styles from "#renderer/panels/JudgementPanel.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { FaultNotice } from "#renderer/ui/FaultNotice.tsx";
import { whenChanged } from "#renderer/ui/words.ts";

/** Who moved this grade, from what to what, and why; newest first. */
export function GradeHistory({ framework, areaId }: { framework: Framework; areaId: AreaId }) {
  const { queries } = useApi();
  const reportId = useSessionState((state) => state.report.id);
  const judgement = useSessionState((state) => state.judgements.find((each) => each.areaId === areaId));
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
  return (
    <section aria-label="History of this grade">
      <h3 className={panel.heading}>History</h3>
      {data?.length === 0 && <p className={panel.quiet}>As it came with the report; not changed since.</p>}
      <ol className={styles.history}>
        {data?.map((change) => (
          <li key={change.revision} className={styles.change_line}>
            <span>
              {change.from === change.to ? (
                <>Reason recorded</>
              ) : (
                <>
                  {word(change.from)} → <b>{word(change.to)}</b>
                </>
              )}
            </span>
            {change.rationale !== "" && <span className={panel.quiet}>{change.rationale}</span>}
            <span className={styles.when}>
              {whenChanged(change.at)}
              {change.by && ` · ${change.by}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
