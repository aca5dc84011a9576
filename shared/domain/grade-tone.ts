import { rankOf, type Framework } from "#shared/domain/framework.ts";
import type { GradeId } from "#shared/domain/ids.ts";

/** One of four hues, best (1) to worst (4), whatever the length of the scale. */
export type GradeTone = 1 | 2 | 3 | 4;

export function gradeTone(framework: Framework, gradeId: GradeId): GradeTone {
  const rank = rankOf(framework, gradeId) ?? 0;
  const fromWorst = rank / Math.max(1, framework.grades.length - 1);
  return (4 - Math.round(fromWorst * 3)) as GradeTone;
}
