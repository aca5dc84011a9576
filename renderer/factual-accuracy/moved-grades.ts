import type { Framework } from "#shared/domain/framework.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";

/** The areas whose grade is another than it was, in the framework’s order. */
export const movedGrades = (
  framework: Framework,
  before: readonly Judgement[],
  after: readonly Judgement[],
) =>
  framework.areas.flatMap((area) => {
    const [from, to] = [gradeOf({ judgements: before }, area.id), gradeOf({ judgements: after }, area.id)];
    return from === to ? [] : [{ area, from, to }];
  });
