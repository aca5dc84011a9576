import type { Limit, LimitState } from "#shared/consistency/limits.ts";
import {
  findGrade,
  type Area,
  type Framework,
  type LimitingRule,
  shortTitleOf,
} from "#shared/domain/framework.ts";
import { listed } from "#shared/listed.ts";

export const STATE_WORDS: Record<LimitState, string> = {
  held: "Held",
  broken: "Broken",
  departed: "Departed from, with a reason",
  open: "Not yet testable",
};

export const STRENGTH_WORDS: Record<LimitingRule["strength"], string> = {
  always: "Always holds",
  ceiling: "A ceiling",
  likely: "Usually holds",
  advisory: "Advice from published reports",
};

const nameOf = (area: Area): string => `“${shortTitleOf(area)}”`;

/** What stands against a rule, or would: one or two sentences for the judgement panel. */
export function limitSaid(framework: Framework, limit: Limit): string {
  const { rule, limited, state, limiting, ungraded } = limit;
  const label = (id: LimitingRule["ifGrade"]): string => findGrade(framework, id)?.label ?? id;
  const low = label(rule.ifGrade);
  const most = label(rule.thenGrade);
  const named = listed(limiting.map(nameOf));
  if (state === "broken")
    return `${nameOf(limited)} is above ${most} while ${named} ${limiting.length === 1 ? "is" : "are"} ${low} or lower. Correct a grade, or say in the rationale of ${nameOf(limited)} why it departs.`;
  if (state === "departed")
    return `${nameOf(limited)} is above ${most} while ${named} ${limiting.length === 1 ? "is" : "are"} ${low} or lower; its rationale records why.`;
  const areas = rule.ifAreas.flatMap((id) => framework.areas.find((area) => area.id === id) ?? []);
  const when =
    rule.atLeast > 1
      ? `${rule.atLeast} of ${listed(areas.map(nameOf))} are`
      : `${listed(areas.map(nameOf), "or")} is`;
  const breaks = `${nameOf(limited)} above ${most} while ${when} ${low} or lower would break it.`;
  return state === "open" ? `Waits for ${listed(ungraded.map(nameOf))} to be graded. ${breaks}` : breaks;
}
