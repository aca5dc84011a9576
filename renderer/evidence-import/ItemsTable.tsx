import { Cell, Column, Row, Table, TableBody, TableHeader } from "react-aria-components";
import type { EvidencePreview } from "#shared/api/evidence-import.ts";
import { DIRECTION_WORDS, KIND_WORDS, SENSITIVITY_WORDS } from "#shared/evidence/words.ts";
import { areaWords } from "#renderer/evidence/arrange.ts";
import styles from "#renderer/evidence-import/EvidenceImport.module.css";
import panel from "#renderer/panels/Panel.module.css";
import { useSessionState } from "#renderer/report/session.ts";
import { shortDate } from "#renderer/ui/words.ts";

/** The rows as the items they would be. */
export function ItemsTable({ preview: { items, count } }: { readonly preview: EvidencePreview }) {
  const framework = useSessionState((state) => state.framework);
  if (count === 0) return <p className={panel.quiet}>No row of this sheet can be an item.</p>;
  return (
    <>
      {count > items.length && (
        <p className={panel.quiet}>
          The first {items.length} of {count.toLocaleString("en-GB")}.
        </p>
      )}
      <Table className={styles.table!} aria-label="Items">
        <TableHeader>
          <Column className={styles.number!}>Row</Column>
          <Column>Reference</Column>
          <Column>Kind</Column>
          <Column>Date</Column>
          <Column isRowHeader>Title</Column>
          <Column>Source</Column>
          <Column className={styles.number!}>People</Column>
          <Column>Areas</Column>
          <Column>Direction</Column>
          <Column>Sensitivity</Column>
        </TableHeader>
        <TableBody>
          {items.map(({ row, reference, fields }) => (
            <Row key={row} id={row} className={styles.item!}>
              <Cell className={styles.number!}>{row}</Cell>
              <Cell className={styles.short!}>{reference ?? "next free"}</Cell>
              <Cell className={styles.short!}>{KIND_WORDS[fields.kind]}</Cell>
              <Cell className={styles.short!}>{fields.date ? shortDate(fields.date) : ""}</Cell>
              <Cell className={styles.message!}>{fields.title}</Cell>
              <Cell className={styles.message!}>{fields.source}</Cell>
              <Cell className={styles.number!}>{fields.people ?? ""}</Cell>
              <Cell className={styles.message!}>{areaWords(framework, fields.areaIds)}</Cell>
              <Cell>{DIRECTION_WORDS[fields.direction]}</Cell>
              <Cell>{SENSITIVITY_WORDS[fields.sensitivity]}</Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
