import type { Rule } from "#shared/consistency/rule.ts";
import { gradeContradictedByStatement } from "#shared/consistency/rules/grade-contradicted-by-statement.ts";
import { gradeHeadingDiffersFromTable } from "#shared/consistency/rules/grade-heading-differs-from-table.ts";
import { gradeNotStated } from "#shared/consistency/rules/grade-not-stated.ts";
import { gradeWithoutNarrative } from "#shared/consistency/rules/grade-without-narrative.ts";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  gradeContradictedByStatement,
  gradeHeadingDiffersFromTable,
  gradeNotStated,
  gradeWithoutNarrative,
];
