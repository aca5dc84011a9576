import type { Rule, RuleFacts } from "#shared/consistency/rule.ts";

/** A rule as a person reads of it. */
export type RuleSummary = Pick<
  RuleFacts,
  "id" | "severity" | "mode" | "title" | "why" | "remedy" | "offByDefault"
>;

/** Rules that somebody has switched on or off, by id; the others are as they come. */
export type RuleChoices = Readonly<Record<string, boolean>>;

export const isOn = (rule: Pick<RuleFacts, "id" | "offByDefault">, choices: RuleChoices = {}): boolean =>
  choices[rule.id] ?? rule.offByDefault !== true;

export const summaryOf = ({ id, severity, mode, title, why, remedy, offByDefault }: Rule): RuleSummary => ({
  id,
  severity,
  mode,
  title,
  why,
  remedy,
  ...(offByDefault && { offByDefault }),
});

/** Where the choices are kept among the settings of a library. */
export const RULES_SETTING = "rules";

/** What a setting holds; anything unreadable chooses nothing. */
export function parseChoices(text: string | null | undefined): RuleChoices {
  if (text === null || text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, boolean] => typeof entry[1] === "boolean"),
    );
  } catch {
    return {};
  }
}
