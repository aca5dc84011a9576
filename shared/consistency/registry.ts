import { isOn } from "#shared/consistency/rule-choice.ts";
import type { Rule } from "#shared/consistency/rule.ts";
import { disclosureSmallCount } from "#shared/consistency/rules/disclosure-small-count.ts";
import { evidenceNotInMethod } from "#shared/consistency/rules/evidence-not-in-method.ts";
import { evidenceSampleSizesDiffer } from "#shared/consistency/rules/evidence-sample-sizes-differ.ts";
import { evidenceSingleSource } from "#shared/consistency/rules/evidence-single-source.ts";
import { figureAgeBandsOverlap } from "#shared/consistency/rules/figure-age-bands-overlap.ts";
import { figureComparatorNotGiven } from "#shared/consistency/rules/figure-comparator-not-given.ts";
import { figureGradedWithoutFigure } from "#shared/consistency/rules/figure-graded-without-figure.ts";
import { figureListShareDoesNotRecompute } from "#shared/consistency/rules/figure-list-share-does-not-recompute.ts";
import { figureOutOfStepWithRegister } from "#shared/consistency/rules/figure-out-of-step-with-register.ts";
import { figurePartsDoNotSum } from "#shared/consistency/rules/figure-parts-do-not-sum.ts";
import { figurePercentageDoesNotRecompute } from "#shared/consistency/rules/figure-percentage-does-not-recompute.ts";
import { figureQuantifierDisagrees } from "#shared/consistency/rules/figure-quantifier-disagrees.ts";
import { figureSameQuantityDiffers } from "#shared/consistency/rules/figure-same-quantity-differs.ts";
import { figureTrendWordsDisagree } from "#shared/consistency/rules/figure-trend-words-disagree.ts";
import { figureWithoutBaseOrDate } from "#shared/consistency/rules/figure-without-base-or-date.ts";
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
import { layoutResidue } from "#shared/consistency/rules/layout-residue.ts";
import { layoutRowWithoutHeading } from "#shared/consistency/rules/layout-row-without-heading.ts";
import { layoutStructure } from "#shared/consistency/rules/layout-structure.ts";
import { nameAbbreviationUndefined } from "#shared/consistency/rules/name-abbreviation-undefined.ts";
import { nameOrganisationVaries } from "#shared/consistency/rules/name-organisation-varies.ts";
import { narrativeContradictsItself } from "#shared/consistency/rules/narrative-contradicts-itself.ts";
import { quoteRealWordSlip } from "#shared/consistency/rules/quote-real-word-slip.ts";
import { quoteUnbalanced } from "#shared/consistency/rules/quote-unbalanced.ts";
import { quoteWithoutEvidence } from "#shared/consistency/rules/quote-without-evidence.ts";
import { recommendationNoOneNamed } from "#shared/consistency/rules/recommendation-no-one-named.ts";
import { recommendationNotParallel } from "#shared/consistency/rules/recommendation-not-parallel.ts";
import { recommendationNotTestable } from "#shared/consistency/rules/recommendation-not-testable.ts";
import { recommendationRepeatNotMarked } from "#shared/consistency/rules/recommendation-repeat-not-marked.ts";
import { recommendationTimescale } from "#shared/consistency/rules/recommendation-timescale-missing-or-out-of-order.ts";
import { recommendationTwoActions } from "#shared/consistency/rules/recommendation-two-actions.ts";
import { recommendationUrgencyInQuestion } from "#shared/consistency/rules/recommendation-urgency-in-question.ts";
import { recommendationWeaknessWithoutOne } from "#shared/consistency/rules/recommendation-weakness-without-one.ts";
import { recommendationWithoutNarrative } from "#shared/consistency/rules/recommendation-without-narrative.ts";
import { timeDateAfterInspection } from "#shared/consistency/rules/time-date-after-inspection.ts";
import { timeEffectTooSoon } from "#shared/consistency/rules/time-effect-too-soon.ts";
import { timeMonthWithoutYear } from "#shared/consistency/rules/time-month-without-year.ts";
import { timeRelativeWithoutDate } from "#shared/consistency/rules/time-relative-without-date.ts";
import { wordingNumberDisagreement } from "#shared/consistency/rules/wording-number-disagreement.ts";
import { wordingOffScaleGradingWord } from "#shared/consistency/rules/wording-off-scale-grading-word.ts";
import { wordingQuantifierUndefined } from "#shared/consistency/rules/wording-quantifier-undefined.ts";
import { wordingScaleWordAsOrdinaryEnglish } from "#shared/consistency/rules/wording-scale-word-as-ordinary-english.ts";
import { wordingSpellingVaries } from "#shared/consistency/rules/wording-spelling-varies.ts";

/** All rules, by id. */
export const rules: readonly Rule[] = [
  disclosureSmallCount,
  evidenceNotInMethod,
  evidenceSampleSizesDiffer,
  evidenceSingleSource,
  figureAgeBandsOverlap,
  figureComparatorNotGiven,
  figureGradedWithoutFigure,
  figureListShareDoesNotRecompute,
  figureOutOfStepWithRegister,
  figurePartsDoNotSum,
  figurePercentageDoesNotRecompute,
  figureQuantifierDisagrees,
  figureSameQuantityDiffers,
  figureTrendWordsDisagree,
  figureWithoutBaseOrDate,
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
  layoutResidue,
  layoutRowWithoutHeading,
  layoutStructure,
  nameAbbreviationUndefined,
  nameOrganisationVaries,
  narrativeContradictsItself,
  quoteRealWordSlip,
  quoteUnbalanced,
  quoteWithoutEvidence,
  recommendationNoOneNamed,
  recommendationNotParallel,
  recommendationNotTestable,
  recommendationRepeatNotMarked,
  recommendationTimescale,
  recommendationTwoActions,
  recommendationUrgencyInQuestion,
  recommendationWeaknessWithoutOne,
  recommendationWithoutNarrative,
  timeDateAfterInspection,
  timeEffectTooSoon,
  timeMonthWithoutYear,
  timeRelativeWithoutDate,
  wordingNumberDisagreement,
  wordingOffScaleGradingWord,
  wordingQuantifierUndefined,
  wordingScaleWordAsOrdinaryEnglish,
  wordingSpellingVaries,
];

/** What is asked unless somebody chooses otherwise. */
export const rulesByDefault: readonly Rule[] = rules.filter((rule) => isOn(rule));
