import { useMemo, useState } from "react";
import { Button as Press, Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import { EVIDENCE_KINDS, type Evidence } from "#shared/domain/evidence.ts";
import { ancestorsOf, shortTitleOf } from "#shared/domain/framework.ts";
import { type AreaCoverage, coverageOf } from "#shared/evidence/thread/coverage.ts";
import { KIND_WORDS } from "#shared/evidence/words.ts";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { ItemLink } from "#renderer/thread/ItemLink.tsx";
import styles from "#renderer/thread/ThreadDialog.module.css";

interface Chosen {
  readonly row: AreaCoverage;
  readonly kind: Evidence["kind"];
}

/** Areas against kinds of evidence: how many items, and where one kind is all there is. */
export function CoverageView({ onFollow }: { readonly onFollow: () => void }) {
  const framework = useSessionState((state) => state.framework);
  const blocks = useSessionState((state) => state.structure);
  const evidence = useSessionState((state) => state.evidence);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const rows = useMemo(
    () => (framework ? coverageOf(framework, blocks, evidence) : []),
    [framework, blocks, evidence],
  );
  if (!framework)
    return (
      <p className={panel.say}>No framework was recognised in this report, so there are no areas to cover.</p>
    );
  const rootOf = (row: AreaCoverage | undefined): string | undefined =>
    row && ancestorsOf(framework, row.area)[0]?.title;
  return (
    <div className={styles.split}>
      <div className={styles.scroll}>
        <Table className={styles.table!} aria-label="Evidence by area and kind">
          <TableHeader>
            <Column isRowHeader>Area</Column>
            {EVIDENCE_KINDS.map((kind) => (
              <Column key={kind} className={styles.kind!}>
                {KIND_WORDS[kind]}
              </Column>
            ))}
            <Column className={styles.kind!}>All</Column>
          </TableHeader>
          <TableBody>
            {rows.map((row, at) => (
              <Row key={row.area.id} id={row.area.id}>
                <Cell className={styles.area!}>
                  <span className={rootOf(row) === rootOf(rows[at - 1]) ? "visually-hidden" : styles.root}>
                    {rootOf(row)}{" "}
                  </span>
                  {shortTitleOf(row.area)}
                </Cell>
                {EVIDENCE_KINDS.map((kind) => {
                  const items = row.cells.get(kind) ?? [];
                  const only = row.onlyKind === kind;
                  return (
                    <Cell
                      key={kind}
                      className={styles.count!}
                      textValue={`${items.length}`}
                      {...(only && { "data-only": "" })}
                    >
                      {items.length === 0 ? (
                        <span className={styles.none}>–</span>
                      ) : (
                        <Press
                          className={styles.number!}
                          aria-label={`${items.length}${only ? " only" : ""}: ${KIND_WORDS[kind]}, ${row.area.title}`}
                          onPress={() => setChosen({ row, kind })}
                        >
                          {items.length}
                          {only && <span className={styles.only}> only</span>}
                        </Press>
                      )}
                    </Cell>
                  );
                })}
                <Cell className={styles.count!}>
                  {row.items.length === 0 ? <span className={styles.bare}>none</span> : row.items.length}
                </Cell>
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      <section className={styles.beside} aria-label="Items" aria-live="polite">
        {chosen ? (
          <>
            <h3 className={panel.heading}>{`${chosen.row.area.title}: ${KIND_WORDS[chosen.kind]}`}</h3>
            <ul className={styles.places}>
              {chosen.row.cells.get(chosen.kind)?.map((item) => (
                <li key={item.id}>
                  <ItemLink item={item} onFollow={onFollow} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className={panel.quiet}>
            Press a number to see its items. An item counts for the areas it is said to speak to, and for
            those whose narrative rests on it. “Only” marks an area with evidence of one kind alone.
          </p>
        )}
      </section>
    </div>
  );
}
