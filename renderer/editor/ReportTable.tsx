import { textOf, type Inline } from "#shared/domain/block.ts";
import styles from "#renderer/editor/editor.module.css";

interface Props {
  readonly rows: readonly (readonly string[])[];
  readonly header: boolean;
  readonly caption: readonly Inline[];
}

/** A table as it came: read, not typed into. */
export function ReportTable({ rows, header, caption }: Props) {
  const body = header ? rows.slice(1) : rows;
  const words = textOf({ inlines: [...caption] });
  return (
    <table className={styles.table}>
      {words !== "" && <caption>{words}</caption>}
      {header && rows[0] && (
        <thead>
          <tr>
            {rows[0].map((cell, at) => (
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {body.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => (
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
