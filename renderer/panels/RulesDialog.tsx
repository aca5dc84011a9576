import { isOn } from "#shared/consistency/rule-choice.ts";
import styles from "#renderer/panels/RulesDialog.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { useRuleChoices } from "#renderer/report/use-rule-choices.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { Tick } from "#renderer/ui/Tick.tsx";
import { ModalDialog } from "#renderer/ui/ModalDialog.tsx";

interface Props {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Every rule with its reason, to be switched on or off for this library. */
export function RulesDialog({ isOpen, onOpenChange }: Props) {
  return (
    <ModalDialog title="Rules" size="wide" isOpen={isOpen} onOpenChange={onOpenChange}>
      <Rules onClose={() => onOpenChange(false)} />
    </ModalDialog>
  );
}

function Rules({ onClose }: { readonly onClose: () => void }) {
  const rules = useSessionState((state) => state.rules);
  const { choices, choose } = useRuleChoices();
  const families = [...new Set(rules.map(({ id }) => id.split("/")[0]!))];
  return (
    <>
      <p className={panel.quiet}>
        What is asked of every report in this library. Rules that are wrong too often on published reports
        come switched off.
      </p>
      <div className={styles.rules}>
        {families.map((family) => (
          <section key={family} aria-label={family}>
            <h3 className={styles.family}>{family}</h3>
            {rules
              .filter(({ id }) => id.startsWith(`${family}/`))
              .map((rule) => (
                <Tick
                  key={rule.id}
                  className={styles.rule!}
                  isSelected={isOn(rule, choices)}
                  onChange={(on) => choose({ ...choices, [rule.id]: on })}
                >
                  <span className={styles.title}>{rule.title}</span>
                  <span className={styles.kind}>{rule.mode === "prompt" ? "question" : rule.severity}</span>
                  <span className={styles.why}>{rule.why}</span>
                </Tick>
              ))}
          </section>
        ))}
      </div>
      <div className={panel.row}>
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
        <Button isDisabled={Object.keys(choices).length === 0} onPress={() => choose({})}>
          Back to the defaults
        </Button>
      </div>
    </>
  );
}
