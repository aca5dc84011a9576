import type { Rule } from "#shared/consistency/rule.ts";
import { figurePartsDoNotSum } from "#shared/consistency/rules/figure-parts-do-not-sum.ts";
import { figureSameQuantityDiffers } from "#shared/consistency/rules/figure-same-quantity-differs.ts";
import { gradeContradictedByStatement } from "#shared/consistency/rules/grade-contradicted-by-statement.ts";
import { gradeFormatNotUniform } from "#shared/consistency/rules/grade-format-not-uniform.ts";
import { gradeHeadingDiffersFromTable } from "#shared/consistency/rules/grade-heading-differs-from-table.ts";
import { gradeHeadingWordingDiffersFromTable } from "#shared/consistency/rules/grade-heading-wording-differs-from-table.ts";
import { gradeNotStated } from "#shared/consistency/rules/grade-not-stated.ts";
import { gradeWithoutNarrative } from "#shared/consistency/rules/grade-without-narrative.ts";
import { layoutResidue } from "#shared/consistency/rules/layout-residue.ts";
import { layoutStructure } from "#shared/consistency/rules/layout-structure.ts";
import { nameAbbreviationUndefined } from "#shared/consistency/rules/name-abbreviation-undefined.ts";
import { nameOrganisationVaries } from "#shared/consistency/rules/name-organisation-varies.ts";
import { narrativeContradictsItself } from "#shared/consistency/rules/narrative-contradicts-itself.ts";
import { quoteUnbalanced } from "#shared/consistency/rules/quote-unbalanced.ts";
import { recommendationNoOneNamed } from "#shared/consistency/rules/recommendation-no-one-named.ts";
import { recommendationNotParallel } from "#shared/consistency/rules/recommendation-not-parallel.ts";
import { recommendationRepeatNotMarked } from "#shared/consistency/rules/recommendation-repeat-not-marked.ts";
import { recommendationTimescale } from "#shared/consistency/rules/recommendation-timescale-missing-or-out-of-order.ts";
import { recommendationTwoActions } from "#shared/consistency/rules/recommendation-two-actions.ts";
import { recommendationUrgencyInQuestion } from "#shared/consistency/rules/recommendation-urgency-in-question.ts";
import { recommendationWeaknessWithoutOne } from "#shared/consistency/rules/recommendation-weakness-without-one.ts";
import { recommendationWithoutNarrative } from "#shared/consistency/rules/recommendation-without-narrative.ts";
import { wordingSpellingVaries } from "#shared/consistency/rules/wording-spelling-varies.ts";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  figurePartsDoNotSum,
  figureSameQuantityDiffers,
  gradeContradictedByStatement,
  gradeFormatNotUniform,
  gradeHeadingDiffersFromTable,
  gradeHeadingWordingDiffersFromTable,
  gradeNotStated,
  gradeWithoutNarrative,
  layoutResidue,
  layoutStructure,
  nameAbbreviationUndefined,
  nameOrganisationVaries,
  narrativeContradictsItself,
  quoteUnbalanced,
  recommendationNoOneNamed,
  recommendationNotParallel,
  recommendationRepeatNotMarked,
  recommendationTimescale,
  recommendationTwoActions,
  recommendationUrgencyInQuestion,
  recommendationWeaknessWithoutOne,
  recommendationWithoutNarrative,
  wordingSpellingVaries,
];

/** What is asked unless somebody chooses otherwise. */
export const rulesByDefault: readonly Rule[] = rules.filter((rule) => rule.offByDefault !== true);
