import { Radio, RadioGroup } from "react-aria-components";
import type { Framework } from "#shared/domain/framework.ts";
import { GradeId } from "#shared/domain/ids.ts";
import { useSettledGrade } from "#renderer/panels/use-settled-grade.ts";
import { gradeTone } from "#shared/domain/grade-tone.ts";
import styles from "#renderer/panels/GradeRadios.module.css";

interface Props {
  readonly framework: Framework;
  readonly gradeId: GradeId | null;
  readonly areaTitle: string;
  readonly onChange: (gradeId: GradeId) => void;
}

/** The scale from best to worst as printed, each point with its number and its word. */
export function GradeRadios({ framework, gradeId, areaTitle, onChange }: Props) {
  const [shown, choose, give] = useSettledGrade(gradeId, onChange);
  return (
    <RadioGroup
      className={styles.radios!}
      aria-label={`Grade of ${areaTitle}`}
      orientation="horizontal"
      value={shown}
      onChange={(value) => choose(GradeId.parse(value))}
      onBlur={give}
    >
      {framework.grades.toReversed().map((grade) => (
        <Radio
          key={grade.id}
          value={grade.id}
          className={styles.radio!}
          data-tone={gradeTone(framework, grade.id)}
          aria-label={`${grade.number} ${grade.label}`}
        >
          <span className={styles.number}>{grade.number}</span> {grade.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
