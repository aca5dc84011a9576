import { useState } from "react";
import type { Backing as BackingFacts, BackingStatement } from "#shared/consistency/backing.ts";
import type { Area, Framework, Grade } from "#shared/domain/framework.ts";
import styles from "#renderer/panels/Backing.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { PlumbLine } from "#renderer/panels/PlumbLine.tsx";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { basisOf, unansweredIn } from "#renderer/panels/backing-words.ts";

/** Shown before “Show all”: what argues against a grade comes first. */
const FEW_AGAINST = 4;
const FEW_FOR = 2;

interface Props {
  readonly framework: Framework;
  readonly area: Area;
  readonly grade: Grade | null;
}

/** Whether the narrative carries the grade: what speaks for it, what against, and what it rests on. */
export function Backing({ framework, area, grade }: Props) {
  const backing = useSessionState((state) => state.backing.get(area.id));
  const checked = useSessionState((state) => state.checked);
  if (!checked) return null;
  return (
    <section aria-label="Backing">
      <h3 className={panel.heading}>Does the narrative carry the grade?</h3>
      {!backing || backing.words === 0 ? (
        <p className={panel.say}>Nothing is written under this area yet.</p>
      ) : (
        <>
          {grade && <PlumbLine framework={framework} grade={grade} backing={backing} />}
          <p className={panel.say}>{backing.summary}</p>
          <Bars backing={backing} />
          <p className={styles.basis}>{basisOf(backing)}</p>
          {backing.unanswered.length > 0 && (
            <p className={styles.unanswered}>{unansweredIn(backing.unanswered)}</p>
          )}
          <Statements backing={backing} />
        </>
      )}
    </section>
  );
}

function Bars({ backing }: { backing: BackingFacts }) {
  const { strengths, weaknesses } = backing;
  const most = Math.max(3, strengths, weaknesses, backing.evidence.length);
  const bar = (label: string, count: number) => (
    <>
      <span>{label}</span>
      <span className={styles.bar} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.round((100 * count) / most)}%` }} />
      </span>
      <span className={styles.number}>{count}</span>
    </>
  );
  return (
    <div className={styles.bars}>
      {bar("Strengths", strengths)}
      {bar("Weaknesses", weaknesses)}
      {bar("Evidence", backing.evidence.length)}
    </div>
  );
}

/** The sentences themselves; pressing one goes to it. */
function Statements({ backing }: { backing: BackingFacts }) {
  const session = useSession();
  const [all, setAll] = useState(false);
  const against = all ? backing.opposes : backing.opposes.slice(0, FEW_AGAINST);
  const forGrade = all ? backing.supports : backing.supports.slice(0, FEW_FOR);
  const total = backing.opposes.length + backing.supports.length;
  const line = (statement: BackingStatement) => (
    <li key={`${statement.blockId}${statement.span[0]}`}>
      <button
        type="button"
        className={styles.quote}
        onClick={() => session.editor?.reveal(statement.blockId, statement.span, true)}
      >
        <span className={styles.side}>
          {statement.polarity === "strength" ? "Strength" : "Weakness"}
          {statement.paragraph !== null && ` · ${statement.paragraph}`}
          {backing.unanswered.includes(statement) && <span className={styles.mark}>no recommendation</span>}
        </span>
        <span className={styles.words}>{statement.quote}</span>
      </button>
    </li>
  );
  return (
    <>
      <ul className={styles.quotes}>
        {against.map(line)}
        {forGrade.map(line)}
      </ul>
      {against.length + forGrade.length < total && (
        <Button look="plain" className={styles.more!} onPress={() => setAll(true)}>
          {`Show all ${total} statements`}
        </Button>
      )}
    </>
  );
}
