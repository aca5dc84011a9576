import { findGrade, type Framework } from "#shared/domain/framework.ts";
import type { GradeId } from "#shared/domain/ids.ts";
import { gradeTone } from "#shared/domain/grade-tone.ts";
import styles from "#renderer/ui/GradeMark.module.css";

interface Props {
  readonly framework: Framework;
  readonly gradeId: GradeId | null;
}

/** The grade's number in its square; the word is there for whoever does not see it. */
export function GradeSquare({ framework, gradeId }: Props) {
  const grade = findGrade(framework, gradeId);
  if (!grade)
    return (
      <span className={`${styles.square} ${styles.none}`}>
        <span aria-hidden>–</span>
        <span className="visually-hidden">not graded</span>
      </span>
    );
  return (
    <span className={styles.square} data-tone={gradeTone(framework, grade.id)} title={grade.label}>
      {grade.number}
      <span className="visually-hidden"> {grade.label}</span>
    </span>
  );
}

/** Number and word. */
export function GradeChip({ framework, gradeId }: Props) {
  const grade = findGrade(framework, gradeId);
  if (!grade) return <span className={`${styles.chip} ${styles.none}`}>Not graded</span>;
  return (
    <span className={styles.chip} data-tone={gradeTone(framework, grade.id)}>
      <span className={styles.number}>{grade.number}</span> {grade.label}
    </span>
  );
}
