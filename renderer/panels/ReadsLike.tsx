import { useState } from "react";
import type { Alignment, Pull } from "#shared/consistency/alignment/reads-like.ts";
import type { Area, Framework, Grade } from "#shared/domain/framework.ts";
import backingStyles from "#renderer/panels/Backing.module.css";
import panel from "#renderer/panels/Panel.module.css";
import styles from "#renderer/panels/ReadsLike.module.css";
import { abstention, howToTakeIt, inHundred, readsLikeSentence } from "#renderer/panels/reads-like-words.ts";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";

/** Each way, before “Show all”. */
const FEW = 3;

interface Props {
  readonly framework: Framework;
  readonly area: Area;
  readonly grade: Grade | null;
}

/** Which grade published narratives like this one were given, and the sentences that make it so. */
export function ReadsLike({ framework, area, grade }: Props) {
  const backing = useSessionState((state) => state.backing.get(area.id));
  if (!backing || backing.words === 0) return null;
  const { readsLike } = backing;
  return (
    <section aria-label="Reads like">
      <h3 className={panel.heading}>What does the narrative read like?</h3>
      {readsLike ? (
        <>
          <p className={panel.say}>{readsLikeSentence(readsLike, framework, grade)}</p>
          <Chances alignment={readsLike} framework={framework} grade={grade} />
          <p className={backingStyles.basis}>{howToTakeIt(readsLike, backing.triedHere)}</p>
          <Pulls because={readsLike.because} />
        </>
      ) : (
        <p className={panel.quiet}>{abstention(backing, framework)}</p>
      )}
    </section>
  );
}

/** The scale from worst to best, as the plumb line has it. */
function Chances({
  alignment,
  framework,
  grade,
}: {
  readonly alignment: Alignment;
  readonly framework: Framework;
  readonly grade: Grade | null;
}) {
  return (
    <ul className={styles.chances} aria-label="Chances in 100">
      {framework.grades.map(({ id, label }) => {
        const chance = inHundred(alignment.probabilities.get(id) ?? 0);
        return (
          <li key={id} className={styles.chance} data-likeliest={id === alignment.readsLike || undefined}>
            <span>
              {label}
              {id === grade?.id && <span className={styles.given}> (given)</span>}
            </span>
            <span className={backingStyles.bar} aria-hidden>
              <span className={backingStyles.fill} style={{ width: `${chance}%` }} />
            </span>
            <span className={backingStyles.number}>{chance}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** Pressing a sentence goes to it. */
function Pulls({ because }: { readonly because: readonly Pull[] }) {
  const session = useSession();
  const [all, setAll] = useState(false);
  const most = all ? because.length : FEW;
  const ways = [
    { words: "Pulling up", pulls: because.filter(({ pull }) => pull > 0) },
    { words: "Pulling down", pulls: because.filter(({ pull }) => pull < 0) },
  ];
  return (
    <>
      {ways.map(
        ({ words, pulls }) =>
          pulls.length > 0 && (
            <div key={words}>
              <h4 className={styles.way}>{words}</h4>
              <ul className={styles.pulls} aria-label={words}>
                {pulls.slice(0, most).map(({ blockId, paragraph, quote, span }) => (
                  <li key={`${blockId}${span[0]}`}>
                    <button
                      type="button"
                      className={styles.pull}
                      onClick={() => session.editor?.reveal(blockId, span, true)}
                    >
                      <span className={styles.place}>{paragraph === null ? "–" : paragraph}</span>
                      <span className={backingStyles.words}>{quote}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      {!all && ways.some(({ pulls }) => pulls.length > FEW) && (
        <Button look="plain" className={backingStyles.more!} onPress={() => setAll(true)}>
          {`Show all ${because.length} sentences`}
        </Button>
      )}
    </>
  );
}
