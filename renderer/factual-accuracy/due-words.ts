import type { FactualCheck } from "#shared/domain/factual-check.ts";
import { workingDaysBetween } from "#shared/factual-accuracy/working-days.ts";
import { counted, longDate } from "#renderer/ui/words.ts";

/** Until when comments are due, and how far that is. @param today ISO date */
export function dueWords(
  { dueOn, comments }: Pick<FactualCheck, "dueOn" | "comments">,
  today: string,
): { readonly words: string; readonly overdue: boolean } {
  const day = longDate(dueOn);
  if (today <= dueOn) {
    const left = workingDaysBetween(today, dueOn);
    return {
      words:
        today === dueOn
          ? `Comments are due today, ${day}.`
          : `Comments are due by ${day}, in ${counted(left, "working day")}.`,
      overdue: false,
    };
  }
  const late = workingDaysBetween(dueOn, today);
  const since = late === 0 ? "" : `, ${counted(late, "working day")} ago`;
  return comments.length === 0
    ? { words: `Overdue: comments were due by ${day}${since}, and none are in.`, overdue: true }
    : {
        words: `Comments were due by ${day}${since}.`,
        overdue: comments.some(({ status }) => status === "open"),
      };
}
