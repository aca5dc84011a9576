import type { BackingStatement } from "#shared/consistency/backing.ts";
import { type Block, paragraphNumbers, textOf } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import { toPlace } from "#renderer/evidence/evidence-commands.ts";
import type { MatrixRow } from "#renderer/matrix/matrix-rows.ts";
import styles from "#renderer/matrix/AreaSheet.module.css";
import { GradeHistory } from "#renderer/panels/GradeHistory.tsx";
import { Limits } from "#renderer/panels/Limits.tsx";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";

interface Props {
  readonly framework: Framework;
  readonly row: MatrixRow;
}

/** One area as a reviewer reads it: narrative with its stance marked, evidence, limiting rules, and who moved its grade. */
export function AreaSheet({ framework, row: { area, facts } }: Props) {
  const backing = useSessionState((state) => state.backing.get(area.id));
  const rationale = useSessionState(
    ({ judgements }) => judgements.find(({ areaId }) => areaId === area.id)?.rationale ?? "",
  );
  const statements = backing ? [...backing.supports, ...backing.opposes] : [];
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>{area.title}</h2>
        <GradeChip framework={framework} gradeId={facts.gradeId} />
      </header>
      {backing && <p className={panel.say}>{backing.summary}</p>}
      {rationale !== "" && <p className={panel.quiet}>Why this grade: {rationale}</p>}
      <Narrative areaId={area.id} statements={statements} />
      <section aria-label="Evidence">
        <h3 className={panel.heading}>Evidence</h3>
        {backing && backing.evidence.length > 0 ? (
          <ul className={styles.evidence}>
            {backing.evidence.map(({ id, reference, title, kind }) => (
              <li key={id}>
                <span className={styles.reference}>{reference}</span> {title}{" "}
                <span className={styles.soft}>{KIND_WORDS[kind].toLowerCase()}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={panel.quiet}>No evidence is tied to this narrative.</p>
        )}
      </section>
      <Limits framework={framework} area={area} />
      <GradeHistory framework={framework} areaId={area.id} />
    </>
  );
}

function Narrative({
  areaId,
  statements,
}: {
  readonly areaId: AreaId;
  readonly statements: readonly BackingStatement[];
}) {
  const session = useSession();
  const blocks = useSessionState((state) => state.blocks);
  const numbers = paragraphNumbers(blocks);
  const narrative = blocks.filter(
    (block) => block.kind !== "heading" && block.areaIds.includes(areaId) && textOf(block).trim() !== "",
  );
  return (
    <section aria-label="Narrative">
      <h3 className={panel.heading}>
        Narrative <span className={styles.key}>+ strength</span>{" "}
        <span className={styles.key}>− weakness</span>
      </h3>
      {narrative.length === 0 && <p className={panel.quiet}>No paragraph is tied to this area.</p>}
      <ul className={styles.narrative}>
        {narrative.map((block) => (
          <li key={block.id}>
            <Button look="plain" className={styles.number!} onPress={() => toPlace(session, block.id)}>
              {numbers.get(block.id) ?? "–"}
              <span className="visually-hidden">: go there</span>
            </Button>
            <p>{marked(block, statements)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The words with each sentence that judges marked by which way it points, in a sign as well as in colour. */
function marked(block: Block, statements: readonly BackingStatement[]) {
  const text = textOf(block);
  const own = statements
    .filter(({ blockId, span, quote }) => blockId === block.id && text.slice(...span) === quote)
    .toSorted((a, b) => a.span[0] - b.span[0]);
  let at = 0;
  const parts = own.flatMap(({ span: [from, to], polarity }) => {
    const before = text.slice(at, from);
    at = to;
    return [
      before,
      <mark key={from} className={styles.stance} data-polarity={polarity}>
        <span aria-hidden>{polarity === "strength" ? "+ " : "− "}</span>
        <span className="visually-hidden">{polarity}: </span>
        {text.slice(from, to)}
      </mark>,
    ];
  });
  return [...parts, text.slice(at)];
}
