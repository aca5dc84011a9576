import { meaningOf } from "#shared/consistency/analysis/lexicon.ts";
import { wordsOf } from "#shared/consistency/analysis/words.ts";
import { findArea, rankOf, type Area, type Framework, type LimitingRule } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";

/** A recorded reason has at least so many words. */
export const ENOUGH_WORDS = 5;

/**
 * How a limiting rule stands for one area. `held`: whatever is graded agrees with it. `broken`: the area is graded
 * above it. `departed`: broken, and the rationale says why. `open`: a grade it hangs on is not given yet.
 */
export type LimitState = "held" | "broken" | "departed" | "open";

export interface Limit {
  readonly rule: LimitingRule;
  /** The area whose grade is limited. */
  readonly limited: Area;
  readonly state: LimitState;
  /** The areas that are as low as the rule asks. */
  readonly limiting: readonly Area[];
  /** Those that have no grade yet. */
  readonly ungraded: readonly Area[];
}

type RankOf = (areaId: AreaId) => number | null;

/** The areas by which a rule limits one below its grade; null where it holds. */
export function limitingOf(
  framework: Framework,
  rule: LimitingRule,
  areaId: AreaId,
  rank: RankOf,
): AreaId[] | null {
  const [own, highest, low] = [
    rank(areaId),
    rankOf(framework, rule.thenGrade),
    rankOf(framework, rule.ifGrade),
  ];
  if (!rule.thenAreas.includes(areaId) || own === null || highest === null || low === null) return null;
  const limiting = rule.ifAreas.filter((id) => (rank(id) ?? Infinity) <= low);
  return own > highest && limiting.length >= rule.atLeast ? limiting : null;
}

/** The rationale gives a reason that has to do with one of the limiting areas. */
export function isRecorded(rationale: string, limiting: readonly Area[]): boolean {
  const words = wordsOf(rationale);
  if (words.length < ENOUGH_WORDS) return false;
  const said = meaningOf(words);
  return limiting.some(({ title, headings, topics }) =>
    [title, ...headings, ...topics].some((wording) =>
      meaningOf(wordsOf(wording)).some((root) => said.includes(root)),
    ),
  );
}

/** Every limiting rule that bears on an area: those that limit its grade, then those by which it limits others. */
export function limitsOf(framework: Framework, areaId: AreaId, judgements: readonly Judgement[]): Limit[] {
  const rank: RankOf = (id) => rankOf(framework, gradeOf({ judgements }, id));
  const areas = (ids: readonly AreaId[]): Area[] => ids.flatMap((id) => findArea(framework, id) ?? []);
  const read = (rule: LimitingRule, limited: Area): Limit => {
    const low = rankOf(framework, rule.ifGrade) ?? -1;
    const limiting = areas(rule.ifAreas.filter((id) => (rank(id) ?? Infinity) <= low));
    const ungraded = areas([limited.id, ...rule.ifAreas].filter((id) => rank(id) === null));
    const rationale = judgements.find((each) => each.areaId === limited.id)?.rationale ?? "";
    const state = (): LimitState => {
      if (limitingOf(framework, rule, limited.id, rank))
        return isRecorded(rationale, limiting) ? "departed" : "broken";
      const own = rank(limited.id);
      if (own !== null && own <= (rankOf(framework, rule.thenGrade) ?? -1)) return "held";
      const possible = limiting.length + ungraded.filter(({ id }) => id !== limited.id).length;
      return possible >= rule.atLeast ? "open" : "held";
    };
    return { rule, limited, state: state(), limiting, ungraded };
  };
  const own = framework.rules.filter(({ thenAreas }) => thenAreas.includes(areaId));
  const others = framework.rules.filter(
    ({ ifAreas, thenAreas }) => ifAreas.includes(areaId) && !thenAreas.includes(areaId),
  );
  return [
    ...own.flatMap((rule) => areas([areaId]).map((area) => read(rule, area))),
    ...others.flatMap((rule) => areas(rule.thenAreas).map((area) => read(rule, area))),
  ];
}
