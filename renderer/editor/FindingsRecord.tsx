import { ancestorsOf, type Area, type Framework } from "#shared/domain/framework.ts";
import { gradeOf } from "#shared/domain/report.ts";
import styles from "#renderer/editor/editor.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";

/** The record of main findings, drawn from the judgements: it cannot disagree with them. */
export function FindingsRecord() {
  const framework = useSessionState((state) => state.framework);
  const judgements = useSessionState((state) => state.judgements);
  if (!framework) return <p className={styles.absent}>The record of findings needs a framework.</p>;
  const judged = framework.areas.filter(
    (area) => area.kind === "graded" && gradeOf({ judgements }, area.id) !== null,
  );
  if (judged.length === 0)
    return <p className={styles.absent}>Grades appear here as they are given in the Judgement panel.</p>;
  return (
    <table className={styles.table} data-record aria-label={framework.recordOfFindings.title}>
      <tbody>
        {groupedByRoot(framework, judged).map(({ root, areas }) => (
          <GroupRows key={root.id} framework={framework} root={root} areas={areas} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRows({ framework, root, areas }: { framework: Framework; root: Area; areas: readonly Area[] }) {
  const judgements = useSessionState((state) => state.judgements);
  return (
    <>
      {root.kind === "group" && (
        <tr>
          <th colSpan={2} scope="rowgroup">
            {root.title}
          </th>
        </tr>
      )}
      {areas.map((area) => (
        <tr key={area.id}>
          <td>{area.title}</td>
          <td>
            <GradeChip framework={framework} gradeId={gradeOf({ judgements }, area.id)} />
          </td>
        </tr>
      ))}
    </>
  );
}

function groupedByRoot(framework: Framework, areas: readonly Area[]): { root: Area; areas: Area[] }[] {
  const groups = new Map<Area, Area[]>();
  for (const area of areas) {
    const root = ancestorsOf(framework, area)[0] ?? area;
    groups.set(root, [...(groups.get(root) ?? []), area]);
  }
  return [...groups].map(([root, members]) => ({ root, areas: members }));
}
