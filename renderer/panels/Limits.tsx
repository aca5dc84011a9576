import { limitsOf, type Limit } from "#shared/consistency/limits.ts";
import { type Area, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import { limitSaid, STATE_WORDS, STRENGTH_WORDS } from "#renderer/panels/limit-words.ts";
import styles from "#renderer/panels/JudgementPanel.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { goToArea } from "#renderer/report/places.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";

/** The framework’s limiting rules that bear on this area, and how each stands now. */
export function Limits({ framework, area }: { framework: Framework; area: Area }) {
  const judgements = useSessionState((state) => state.judgements);
  const limits = limitsOf(framework, area.id, judgements);
  if (framework.rules.length === 0) return null;
  return (
    <section aria-label="Limiting rules">
      <h3 className={panel.heading}>Limiting rules</h3>
      {limits.length === 0 ? (
        <p className={panel.quiet}>No limiting rule of this framework bears on this area.</p>
      ) : (
        <ul className={styles.limits}>
          {limits.map((limit) => (
            <li
              key={`${limit.rule.id}|${limit.limited.id}`}
              className={styles.limit}
              data-state={limit.state}
            >
              <LimitLine framework={framework} area={area} limit={limit} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LimitLine({ framework, area, limit }: { framework: Framework; area: Area; limit: Limit }) {
  const session = useSession();
  const { rule, limited, state } = limit;
  const rationale = useSessionState(
    ({ judgements }) => judgements.find(({ areaId }) => areaId === limited.id)?.rationale ?? "",
  );
  return (
    <>
      <p>
        <span className={styles.state}>{STATE_WORDS[state]}</span>
        <span className={styles.when}> · {STRENGTH_WORDS[rule.strength]}</span>
      </p>
      <p>{rule.text}</p>
      <p className={styles.said}>{limitSaid(framework, limit)}</p>
      {state === "departed" && <p className={styles.said}>“{rationale}”</p>}
      <p className={styles.when}>Source: {rule.source}</p>
      {limited.id !== area.id && (
        <Button look="plain" className={styles.more!} onPress={() => goToArea(session, limited.id)}>
          {`Go to ${shortTitleOf(limited)}`}
        </Button>
      )}
    </>
  );
}
