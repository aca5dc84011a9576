import { useMemo, useState } from "react";
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from "react-aria-components";
import { findGrade, type Framework, rootOf, shortTitleOf } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { toText } from "#renderer/evidence/evidence-commands.ts";
import { AreaSheet } from "#renderer/matrix/AreaSheet.tsx";
import {
  arrangeRows,
  COLUMN_NAMES,
  FILTER_NAMES,
  MATRIX_COLUMNS,
  type MatrixColumn,
  type MatrixFilter,
  type MatrixRow,
  matrixRows,
  readsOtherwise,
} from "#renderer/matrix/matrix-rows.ts";
import styles from "#renderer/matrix/MatrixPage.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSession, useSessionState } from "#renderer/report/session.ts";
import { useSignOffs } from "#renderer/review/use-sign-offs.ts";
import { Button } from "#renderer/ui/Button.tsx";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";
import over from "#renderer/ui/OverText.module.css";
import { Segments } from "#renderer/ui/Segments.tsx";
import { counted, shortDate } from "#renderer/ui/words.ts";

/** Every graded area with what its grade stands on, and one of them in full beside the table. */
export function MatrixPage() {
  const session = useSession();
  const framework = useSessionState((state) => state.framework);
  return (
    <main className={`${over.page} ${styles.page}`} aria-label="Grades">
      {framework ? (
        <Matrix framework={framework} />
      ) : (
        <div className={`${over.bar} ${styles.out}`}>
          <Button onPress={() => toText(session)}>Back to the text</Button>
          <p className={panel.say}>No framework was recognised in this report, so there are no grades.</p>
        </div>
      )}
    </main>
  );
}

function Matrix({ framework }: { readonly framework: Framework }) {
  const session = useSession();
  const judgements = useSessionState((state) => state.judgements);
  const backing = useSessionState((state) => state.backing);
  const findings = useSessionState((state) => state.findings);
  const [filter, setFilter] = useState<MatrixFilter>("all");
  const [sort, setSort] = useState<SortDescriptor>({ column: "area", direction: "ascending" });
  const [selected, setSelected] = useState<AreaId | null>(session.store.getState().areaId);
  const signed = useSignOffs();
  const rows = useMemo(
    () => matrixRows({ framework, judgements, backing, findings, signOffs: signed }),
    [framework, judgements, backing, findings, signed],
  );
  const shown = arrangeRows(
    rows,
    filter,
    sort.column as MatrixColumn,
    sort.direction === "descending",
    framework,
  );
  const open = rows.find(({ area }) => area.id === selected) ?? null;
  return (
    <>
      <div className={`${over.bar} ${styles.out}`}>
        <Button onPress={() => toText(session)}>Back to the text</Button>
        <Segments label="Which areas" value={filter} words={FILTER_NAMES} onChange={setFilter} />
        <span className={styles.count}>{counted(shown.length, "area")}</span>
        <span className={styles.grow} />
        <Button onPress={() => window.print()}>Print…</Button>
      </div>
      <div className={styles.body}>
        <div className={styles.tablePane} data-region="matrix">
          <Table
            aria-label="Grade matrix"
            className={styles.table!}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={selected ? [selected] : []}
            onSelectionChange={(keys) =>
              setSelected(keys === "all" ? null : (([...keys][0] as AreaId | undefined) ?? null))
            }
            sortDescriptor={sort}
            onSortChange={setSort}
          >
            <TableHeader>
              {MATRIX_COLUMNS.map((id) => (
                <Column key={id} id={id} allowsSorting isRowHeader={id === "area"} data-column={id}>
                  {({ sortDirection }) => (
                    <>
                      {COLUMN_NAMES[id]}
                      {sortDirection && <span aria-hidden> {sortDirection === "ascending" ? "▲" : "▼"}</span>}
                    </>
                  )}
                </Column>
              ))}
            </TableHeader>
            <TableBody
              dependencies={[rows]}
              renderEmptyState={() => <p className={styles.none}>No area is like that.</p>}
            >
              {shown.map((row, at) => {
                const root = treeOf(framework, row);
                const above = shown[at - 1];
                return (
                  <MatrixLine
                    key={row.area.id}
                    row={row}
                    framework={framework}
                    root={above && treeOf(framework, above) === root ? null : root}
                  />
                );
              })}
            </TableBody>
          </Table>
        </div>
        <aside className={styles.sheet} aria-label="The area in full">
          {open ? (
            <AreaSheet framework={framework} row={open} />
          ) : (
            <p className={panel.quiet}>
              Choose an area to read its narrative, what speaks for and against its grade, and its ledger.
            </p>
          )}
        </aside>
      </div>
    </>
  );
}

interface LineProps {
  readonly row: MatrixRow;
  readonly framework: Framework;
  /** The tree the area stands in, where the line above stands in another. */
  readonly root: string | null;
}

function MatrixLine({ row, framework, root }: LineProps) {
  const { area, facts, signOff } = row;
  const { readsLike, supports, opposes, evidence, kinds, singleSource, errors } = facts;
  const reads = findGrade(framework, readsLike?.gradeId ?? null);
  return (
    <Row id={area.id}>
      <Cell textValue={area.title}>
        {root && <span className={styles.root}>{root}</span>}
        <span title={area.title}>{shortTitleOf(area)}</span>
      </Cell>
      <Cell>
        <GradeChip framework={framework} gradeId={facts.gradeId} />
      </Cell>
      <Cell {...(readsOtherwise(row) && { "data-otherwise": "" })}>
        {reads && readsLike ? (
          <>
            {reads.label} <span className={styles.soft}>{inHundred(readsLike.chance)}%</span>
          </>
        ) : (
          <span className={styles.soft}>too little text</span>
        )}
      </Cell>
      <Cell>
        {supports} : {opposes}
      </Cell>
      <Cell>
        {evidence === 0 ? <span className={styles.soft}>none</span> : `${evidence}, ${kinds.length}`}
      </Cell>
      <Cell>
        {singleSource === null ? <span className={styles.soft}>–</span> : `${inHundred(singleSource)}%`}
      </Cell>
      <Cell>
        {facts.recommendations}, {facts.unanswered}
      </Cell>
      <Cell>
        {facts.findings === 0 ? <span className={styles.soft}>none</span> : facts.findings}
        {errors > 0 && <span className={styles.error}>, {counted(errors, "error")}</span>}
      </Cell>
      <Cell>
        {signOff === null ? (
          <span className={styles.soft}>no</span>
        ) : signOff.holds ? (
          <span className={styles.signed}>
            ✓ {signOff.by}
            <br />
            {shortDate(signOff.at)}
          </span>
        ) : (
          <span className={styles.lapsed}>
            changed since
            <br />
            {shortDate(signOff.at)}
          </span>
        )}
      </Cell>
    </Row>
  );
}

/** Null in a framework whose areas stand in no tree. */
const treeOf = (framework: Framework, { area }: MatrixRow): string | null => {
  const root = rootOf(framework, area);
  return root === area ? null : root.title;
};

const inHundred = (share: number): number => Math.round(share * 100);
