import { Disclosure, DisclosurePanel } from "react-aria-components";
import type { Framework, Grade } from "#shared/domain/framework.ts";
import styles from "#renderer/panels/JudgementPanel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";

/** What the grade given means, and on demand what each grade of the scale means, best first. */
export function Descriptors({ framework, grade }: { framework: Framework; grade: Grade | null }) {
  if (framework.grades.every(({ meaning }) => meaning === "")) return null;
  return (
    <Disclosure>
      {grade?.meaning && <p className={styles.meaning}>{grade.meaning}</p>}
      <Button slot="trigger" look="plain" className={styles.more!}>
        What each grade means
      </Button>
      <DisclosurePanel>
        <dl className={styles.meanings} aria-label="What each grade means">
          {framework.grades.toReversed().map((each) => (
            <div key={each.id} className={styles.each} aria-current={each === grade ? "true" : undefined}>
              <dt>
                <GradeChip framework={framework} gradeId={each.id} />
                {each === grade && <span className={styles.when}> given here</span>}
              </dt>
              <dd>{each.meaning || "The pack says nothing of this grade."}</dd>
            </div>
          ))}
        </dl>
      </DisclosurePanel>
    </Disclosure>
  );
}
