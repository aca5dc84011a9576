import type { Rule } from "#shared/consistency/rule.ts";
import { figurePartsDoNotSum } from "#shared/consistency/rules/figure-parts-do-not-sum.ts";
import { figureSameQuantityDiffers } from "#shared/consistency/rules/figure-same-quantity-differs.ts";
import { gradeContradictedByStatement } from "#shared/consistency/rules/grade-contradicted-by-statement.ts";
import { gradeContrastNotSaid } from "#shared/consistency/rules/grade-contrast-not-said.ts";
import { gradeFormatNotUniform } from "#shared/consistency/rules/grade-format-not-uniform.ts";
import { gradeHeadingDiffersFromTable } from "#shared/consistency/rules/grade-heading-differs-from-table.ts";
import { gradeHeadingWordingDiffersFromTable } from "#shared/consistency/rules/grade-heading-wording-differs-from-table.ts";
import { gradeLimitNotHeld } from "#shared/consistency/rules/grade-limit-not-held.ts";
import { gradeNarrativeMostlyNegative } from "#shared/consistency/rules/grade-narrative-mostly-negative.ts";
import { gradeNotStated } from "#shared/consistency/rules/grade-not-stated.ts";
import { gradeParentUnlikeChildren } from "#shared/consistency/rules/grade-parent-unlike-children.ts";
import { gradeReadsFarOtherwise } from "#shared/consistency/rules/grade-reads-far-otherwise.ts";
import { gradeReadsOtherwise } from "#shared/consistency/rules/grade-reads-otherwise.ts";
import { gradeStrengthWithoutBalance } from "#shared/consistency/rules/grade-strength-without-balance.ts";
import { gradeTopicOutsideFramework } from "#shared/consistency/rules/grade-topic-outside-framework.ts";
import { gradeWithoutNarrative } from "#shared/consistency/rules/grade-without-narrative.ts";
import { layoutRowWithoutHeading } from "#shared/consistency/rules/layout-row-without-heading.ts";
import { nameAbbreviationUndefined } from "#shared/consistency/rules/name-abbreviation-undefined.ts";
import { quoteUnbalanced } from "#shared/consistency/rules/quote-unbalanced.ts";
import { recommendationTimescale } from "#shared/consistency/rules/recommendation-timescale-missing-or-out-of-order.ts";
import { recommendationWithoutNarrative } from "#shared/consistency/rules/recommendation-without-narrative.ts";
import { wordingNumberDisagreement } from "#shared/consistency/rules/wording-number-disagreement.ts";
import { wordingOffScaleGradingWord } from "#shared/consistency/rules/wording-off-scale-grading-word.ts";
import { wordingScaleWordAsOrdinaryEnglish } from "#shared/consistency/rules/wording-scale-word-as-ordinary-english.ts";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  figurePartsDoNotSum,
  figureSameQuantityDiffers,
  gradeContradictedByStatement,
  gradeContrastNotSaid,
  gradeFormatNotUniform,
  gradeHeadingDiffersFromTable,
  gradeHeadingWordingDiffersFromTable,
  gradeLimitNotHeld,
  gradeNarrativeMostlyNegative,
  gradeNotStated,
  gradeParentUnlikeChildren,
  gradeReadsFarOtherwise,
  gradeReadsOtherwise,
  gradeStrengthWithoutBalance,
  gradeTopicOutsideFramework,
  gradeWithoutNarrative,
  layoutRowWithoutHeading,
  nameAbbreviationUndefined,
  quoteUnbalanced,
  recommendationTimescale,
  recommendationWithoutNarrative,
  wordingNumberDisagreement,
  wordingOffScaleGradingWord,
  wordingScaleWordAsOrdinaryEnglish,
];
