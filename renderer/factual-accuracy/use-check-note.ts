import { countAnswers } from "#shared/domain/factual-check.ts";
import { dueWords } from "#renderer/factual-accuracy/due-words.ts";
import { useChecks } from "#renderer/factual-accuracy/use-checks.ts";
import { isoToday } from "#renderer/ui/words.ts";

/** How the factual accuracy check of the open report stands, in a few words; null where there was none. */
export function useCheckNote(): string | null {
  const check = useChecks().checks?.[0];
  if (!check) return null;
  const { all, open } = countAnswers(check.comments);
  const answered = all === 0 ? "No comments yet" : `${all - open} of ${all} answered`;
  return check.closed ? "Closed" : `${answered}. ${dueWords(check, isoToday()).words}`;
}
