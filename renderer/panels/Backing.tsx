import type { Area, Grade } from "#shared/domain/framework.ts";
import type { AreaBacking, BackingQuote } from "#renderer/check/protocol.ts";
import styles from "#renderer/panels/Backing.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { gradeTone } from "#renderer/ui/grade-tone.ts";
import { counted } from "#renderer/ui/words.ts";

/** Whether the narrative carries the grade: what speaks for it, what against, and what it rests on. */
export function Backing({ area, grade }: { area: Area; grade: Grade | null }) {
  const session = useSession();
  const framework = useSessionState((state) => state.framework);
  const backing = useSessionState((state) => state.backing.get(area.id));
  const checked = useSessionState((state) => state.checked);
  if (!framework || !checked) return null;
  const show = ({ blockId, span }: BackingQuote): void => session.editor?.reveal(blockId, span, true);
  return (
    <section aria-label="Backing">
      <h3 className={panel.heading}>Does the narrative carry the grade?</h3>
      {!backing || backing.words === 0 ? (
        <p className={panel.say}>Nothing is written under this area yet.</p>
      ) : (
        <>
          <p className={panel.say}>{verdict(backing, grade)}</p>
          <div className={styles.bars}>
            {grade && (
              <>
                <Bar
                  label="For the grade"
                  count={backing.supporting.length}
                  of={backing}
                  tone={String(gradeTone(framework, grade.id))}
                />
                <Bar label="Against" count={backing.opposing.length} of={backing} tone="against" />
              </>
            )}
            <Bar label="Evidence" count={backing.evidence} of={backing} tone="plain" />
          </div>
          <ul className={styles.quotes}>
            {[
              ...backing.opposing.map((quote) => ({ quote, side: "Against" })),
              ...backing.supporting.map((quote) => ({ quote, side: "For" })),
            ].map(({ quote, side }, index) => (
              <li key={index}>
                <button type="button" className={styles.quote} onClick={() => show(quote)}>
                  <span className={styles.side}>
                    {side}
                    {quote.paragraph !== null && ` · ${quote.paragraph}`}
                  </span>
                  <span className={styles.words}>“{quote.quote}”</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Bar(props: { label: string; count: number; of: AreaBacking; tone: string }) {
  const { supporting, opposing, evidence } = props.of;
  const most = Math.max(3, supporting.length, opposing.length, evidence);
  return (
    <>
      <span>{props.label}</span>
      <span className={styles.bar} aria-hidden>
        <span
          className={styles.fill}
          data-tone={props.tone}
          style={{ width: `${Math.round((100 * props.count) / most)}%` }}
        />
      </span>
      <span className={styles.number}>{props.count}</span>
    </>
  );
}

/** The same as the bars, in a sentence. */
export function verdict(backing: AreaBacking, grade: Grade | null): string {
  const words = `${counted(backing.words, "word")} of narrative`;
  if (!grade) return `${words}; no grade is given yet.`;
  const { supporting, opposing } = backing;
  const total = supporting.length + opposing.length;
  if (total === 0) return `${words}, and no sentence that leans to one side or the other.`;
  if (opposing.length === 0) return `${counted(total, "statement")}, all of them for ${grade.label}.`;
  if (supporting.length === 0)
    return `${counted(total, "statement")}, ${total === 1 ? "and it points" : "all of them pointing"} away from ${grade.label}.`;
  return `${opposing.length} of ${counted(total, "statement")} ${opposing.length === 1 ? "points" : "point"} away from ${grade.label}.`;
}
