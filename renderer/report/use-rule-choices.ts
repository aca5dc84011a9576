import { useCallback } from "react";
import { parseChoices, type RuleChoices, RULES_SETTING } from "#shared/consistency/rule-choice.ts";
import { useSettings } from "#renderer/api/use-settings.ts";
import { useSession } from "#renderer/report/session.ts";

/** Which rules somebody switched on or off in this library, and a way to switch. */
export function useRuleChoices(): {
  readonly choices: RuleChoices;
  readonly choose: (choices: RuleChoices) => void;
} {
  const session = useSession();
  const { read, write } = useSettings();
  const choose = useCallback(
    (choices: RuleChoices): void => {
      write(RULES_SETTING, JSON.stringify(choices));
      session.chooseRules(choices);
    },
    [session, write],
  );
  return { choices: parseChoices(read(RULES_SETTING)), choose };
}
