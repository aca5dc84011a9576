import { useMemo, useState } from "react";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import { findGrade, shortTitleOf, judgementAreas } from "#shared/domain/framework.ts";
import { AreaId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { traceOf } from "#shared/evidence/thread/trace.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { ItemLink } from "#renderer/thread/ItemLink.tsx";
import { REASON_WORDS } from "#renderer/thread/thread.ts";
import type { GoTo } from "#renderer/thread/go-to.ts";
import styles from "#renderer/thread/ThreadDialog.module.css";
import { TracePicture } from "#renderer/thread/TracePicture.tsx";
import { Field } from "#renderer/ui/Field.tsx";

interface Props {
  readonly onGoTo: GoTo;
  readonly onFollow: () => void;
}

/** One area from its evidence to its grade, drawn, with the same in a table beside it. */
export function PictureView({ onGoTo, onFollow }: Props) {
  const framework = useSessionState((state) => state.framework);
  const blocks = useSessionState((state) => state.blocks);
  const evidence = useSessionState((state) => state.evidence);
  const judgements = useSessionState((state) => state.judgements);
  const inHand = useSessionState((state) => state.areaId);
  const [chosen, setChosen] = useState(inHand);
  const areas = judgementAreas(framework);
  const area = areas.find(({ id }) => id === chosen) ?? areas[0];
  const trace = useMemo(() => (area ? traceOf(blocks, evidence, area.id) : null), [blocks, evidence, area]);
  if (!framework || !area || !trace)
    return <p className={panel.say}>No framework was recognised in this report, so there are no grades.</p>;
  const grade = findGrade(framework, gradeOf({ judgements }, area.id));
  const gradeWords = grade ? `${grade.number} ${grade.label}` : "Not graded";
  return (
    <div className={styles.picture}>
      <div className={styles.choice}>
        <Field label="Area">
          {(id) => (
            <select
              id={id}
              className={panel.field}
              value={area.id}
              onChange={(event) => setChosen(AreaId.parse(event.target.value))}
            >
              {framework.areas
                .filter(({ parent }) => parent === null)
                .map((root) => (
                  <optgroup key={root.id} label={root.title}>
                    {areas
                      .filter(({ id: each }) => each === root.id || each.startsWith(`${root.id}.`))
                      .map((each) => (
                        <option key={each.id} value={each.id}>
                          {each.title}
                        </option>
                      ))}
                  </optgroup>
                ))}
            </select>
          )}
        </Field>
        <p className={panel.quiet}>Arrow keys walk along the links; Enter goes there.</p>
      </div>
      {trace.paragraphs.length === 0 ? (
        <p className={panel.say}>Nothing is written under this area yet, so its grade hangs on nothing.</p>
      ) : (
        <div className={`${styles.split} ${styles.drawn}`}>
          <div className={styles.scroll}>
            <TracePicture
              key={area.id}
              trace={trace}
              area={shortTitleOf(area)}
              grade={gradeWords}
              onGoTo={onGoTo}
              onFollow={onFollow}
            />
          </div>
          <div className={styles.beside}>
            <Table className={styles.table!} aria-label={`From evidence to grade: ${area.title}`}>
              <TableHeader>
                <Column isRowHeader>Evidence</Column>
                <Column>Kind</Column>
                <Column>Why</Column>
                <Column>Paragraph</Column>
              </TableHeader>
              <TableBody renderEmptyState={() => "No evidence is tied to its narrative."}>
                {trace.links.map(({ evidenceId, blockId, reason }) => {
                  const item = trace.evidence.find(({ id }) => id === evidenceId)!;
                  const paragraph = trace.paragraphs.find((each) => each.blockId === blockId)!;
                  return (
                    <Row key={`${evidenceId} ${blockId}`} id={`${evidenceId} ${blockId}`}>
                      <Cell>
                        <ItemLink item={item} onFollow={onFollow} />
                      </Cell>
                      <Cell>{KIND_WORDS[item.kind]}</Cell>
                      <Cell>{REASON_WORDS[reason]}</Cell>
                      <Cell>{paragraph.number ?? "text"}</Cell>
                    </Row>
                  );
                })}
              </TableBody>
            </Table>
            <p className={panel.quiet}>{`${area.title}: ${gradeWords}.`}</p>
          </div>
        </div>
      )}
    </div>
  );
}
