import { type Framework, rootOf, shortTitleOf } from "#shared/domain/framework.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";
import styles from "#renderer/compare/ComparePage.module.css";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";

interface Props {
  readonly framework: Framework;
  readonly before: readonly Judgement[];
  readonly after: readonly Judgement[];
}

/** The grades that differ; nothing when none does. */
export function GradeChanges({ framework, before, after }: Props) {
  const grade = (judgements: readonly Judgement[], area: Framework["areas"][number]) =>
    gradeOf({ judgements }, area.id);
  const changed = framework.areas.filter(
    (area) => area.kind === "graded" && grade(before, area) !== grade(after, area),
  );
  if (changed.length === 0) return null;
  return (
    <table className={styles.grades} aria-label="Grades that differ">
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((area) => {
          const root = rootOf(framework, area);
          return (
            <tr key={area.id}>
              <th scope="row">
                {root !== area && <span className={styles.root}>{shortTitleOf(root)} · </span>}
                {shortTitleOf(area)}
              </th>
              <td>
                <GradeChip framework={framework} gradeId={grade(before, area)} />
              </td>
              <td>
                <GradeChip framework={framework} gradeId={grade(after, area)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
