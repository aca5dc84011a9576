import { type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import type { movedGrades } from "#renderer/factual-accuracy/moved-grades.ts";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";

interface Props {
  readonly framework: Framework;
  readonly moved: ReturnType<typeof movedGrades>;
}

/** Areas whose grade moved since the issue, from what to what, as the end of a sentence. */
export const MovedList = ({ framework, moved }: Props) =>
  moved.map(({ area, from, to }) => (
    <span key={area.id} className={styles.moved}>
      {shortTitleOf(area)}, from <GradeChip framework={framework} gradeId={from} /> to{" "}
      <GradeChip framework={framework} gradeId={to} />
    </span>
  ));
