import { useMemo, useState } from "react";
import type { FormFile } from "#shared/api/factual-accuracy.ts";
import {
  FACTUAL_KIND_WORDS,
  type FactualCheck,
  type NewFactualComment,
} from "#shared/domain/factual-check.ts";
import { inReportOrder, type IssuedCopy, placeNames } from "#shared/factual-accuracy/place-comment.ts";
import { readMargin, readTable } from "#shared/factual-accuracy/read-table.ts";
import { listed } from "#shared/listed.ts";
import steps from "#renderer/evidence-import/EvidenceImport.module.css";
import styles from "#renderer/factual-accuracy/FactualAccuracyPage.module.css";
import type { TableMappings } from "#renderer/factual-accuracy/check-view.ts";
import panel from "#renderer/panels/Panel.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { counted } from "#renderer/ui/words.ts";

interface Props {
  readonly check: FactualCheck;
  readonly copy: IssuedCopy;
  readonly form: FormFile;
  readonly mappings: TableMappings;
  readonly onColumns: () => void;
  readonly onTake: (comments: readonly NewFactualComment[]) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Every row with its place, before anything comes in. */
export function CommentPreview({ check, copy, form, mappings, onColumns, onTake, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const read = useMemo(() => readForm(form, mappings, copy), [form, mappings, copy]);
  const here = useMemo(() => new Set(check.comments.flatMap(({ key }) => key ?? [])), [check.comments]);
  const fresh = inReportOrder(
    read.comments.filter(({ key }) => key === null || !here.has(key)),
    copy,
  );
  const already = read.comments.length - fresh.length;
  const unplaced = fresh.filter(({ blockIds }) => blockIds.length === 0).length;
  const take = async (): Promise<void> => {
    setBusy(true);
    const taken = await onTake(fresh);
    setBusy(false);
    if (taken) onClose();
  };
  const places = unplaced === 1 ? "it its paragraph" : "each its paragraph";
  const says = [
    counted(fresh.length, "comment") + " to take",
    unplaced > 0 && `${unplaced} of them not placed: give ${places} afterwards`,
    already > 0 && `${counted(already, "row")} here already`,
  ].filter((part) => part !== false);
  return (
    <>
      <div className={steps.body}>
        <output>
          {read.comments.length === 0
            ? "No row of this file is a comment: nowhere is it said what is wrong."
            : fresh.length === 0
              ? `${counted(already, "row")}, all here already.`
              : `${says.join("; ")}.`}
        </output>
        {form.otherRevision && (
          <p className={styles.note} role="note">
            The file says it was made from another version than the one that was issued. Look at the places.
          </p>
        )}
        {form.tracked > 0 && (
          <p className={styles.note} role="note">
            {counted(form.tracked, "paragraph")} of the file {form.tracked === 1 ? "was" : "were"} changed
            with changes being tracked. That is no comment; “Compare a returned Word file…” shows what was
            changed.
          </p>
        )}
        {fresh.length > 0 && (
          <table className={steps.table} aria-label="Comments in the file">
            <thead>
              <tr>
                <th scope="col">Place</th>
                <th scope="col">What they say</th>
                <th scope="col">Kind</th>
              </tr>
            </thead>
            <tbody>
              {fresh.map((comment, index) => (
                <tr key={index}>
                  <th scope="row" className={styles.previewPlace}>
                    {placeNames(comment.blockIds, copy)}
                    {comment.note !== "" && <span className={styles.small}>{comment.note}</span>}
                    {comment.blockIds.length === 0 && comment.place !== "" && (
                      <span className={styles.small}>They wrote “{comment.place}”.</span>
                    )}
                  </th>
                  <td className={steps.message}>
                    {comment.text || comment.shows}
                    {comment.quote !== "" && <span className={styles.small}>on “{comment.quote}”</span>}
                  </td>
                  <td className={styles.previewKind}>
                    {FACTUAL_KIND_WORDS[comment.kind]}
                    {comment.kindBy === "proposed" && <span className={styles.small}>proposed</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {read.leftOut.length > 0 && (
          <section aria-label="Rows that are no comment">
            <h3 className={panel.heading}>{counted(read.leftOut.length, "row")} without a comment</h3>
            <ul className={steps.about}>
              {read.leftOut.map(({ table, row, words }) => (
                <li key={`${table} ${row}`}>
                  {table}, row {row}: {words}
                </li>
              ))}
            </ul>
          </section>
        )}
        {read.notRead.length > 0 && (
          <p className={panel.quiet}>
            {listed(read.notRead)} {read.notRead.length === 1 ? "has" : "have"} no headings of a form and{" "}
            {read.notRead.length === 1 ? "is" : "are"} not read.
            {read.empty > 0 &&
              ` ${counted(read.empty, "row")} of the form ${read.empty === 1 ? "is" : "are"} empty.`}
          </p>
        )}
        {read.notRead.length === 0 && read.empty > 0 && (
          <p className={panel.quiet}>{counted(read.empty, "row")} of the form not filled in.</p>
        )}
      </div>
      <div className={panel.row}>
        {fresh.length > 0 ? (
          <>
            <Button look="primary" isDisabled={busy} onPress={() => void take()}>
              {busy ? "Taking…" : `Take ${counted(fresh.length, "comment")}`}
            </Button>
            <Button onPress={onClose}>Cancel</Button>
          </>
        ) : (
          <Button look="primary" onPress={onClose}>
            Close
          </Button>
        )}
        {form.tables.length > 0 && <Button onPress={onColumns}>Say what the columns hold…</Button>}
      </div>
    </>
  );
}

function readForm({ tables, margin }: FormFile, mappings: TableMappings, copy: IssuedCopy) {
  const read = tables.flatMap((table, index) => {
    const mapping = mappings[index];
    return mapping ? [{ name: table.name, ...readTable(table, mapping, copy) }] : [];
  });
  const inTables = read.flatMap(({ comments }) => comments);
  return {
    // What is in two tables, or in a table and in the margin, is one comment.
    comments: withoutRepeats([...inTables, ...readMargin(margin, copy)]),
    leftOut: read.flatMap(({ name, leftOut }) => leftOut.map((row) => ({ table: name, ...row }))),
    empty: read.reduce((sum, { empty }) => sum + empty, 0),
    notRead: tables.flatMap(({ name }, index) => (mappings[index] ? [] : [name])),
  };
}

function withoutRepeats(comments: readonly NewFactualComment[]): NewFactualComment[] {
  const seen = new Set<string>();
  return comments.filter(({ key }) => key === null || (!seen.has(key) && seen.add(key)));
}
