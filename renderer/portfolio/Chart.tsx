import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import styles from "#renderer/portfolio/PortfolioPage.module.css";
import { Button } from "#renderer/ui/Button.tsx";

/** Loaded when the first picture is drawn. */
export type Plot = typeof import("@observablehq/plot");

interface Props {
  readonly title: string;
  /** The chart in one sentence, for who cannot see it. */
  readonly summary: string;
  /** Draws it, as wide as there is room. */
  readonly draw: (plot: Plot, width: number) => Element;
  /** Of the first column, whose cells head their rows, and of the numbers after it. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Row {
  readonly cells: readonly ReactNode[];
  /** Stands above the row as a heading, where it differs from that of the row before. */
  readonly group?: string | null;
}

/** About what a letter of the interface takes, in pixels; what is longer than its room is cut at its end. */
const LETTER = 6.6;
const GAP = 14;

/** The width of a margin that holds the longest of these words. @param most in pixels */
export const roomFor = (words: readonly string[], most: number): number =>
  Math.min(most, GAP + LETTER * Math.max(...words.map(({ length }) => length), 0));

/** Words beside an axis, kept within so many pixels of it. */
export const inRoom = (most: number) =>
  ({ lineWidth: (most - GAP) / 12, textOverflow: "ellipsis-end" }) as const;

/** A picture with the table of what it shows. */
export function Chart({ title, summary, draw, columns, rows }: Props) {
  const figure = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  useEffect(() => {
    const place = figure.current;
    if (!place || table) return;
    let gone = false;
    const show = async (): Promise<void> => {
      const plot = await import("@observablehq/plot");
      if (gone) return;
      const picture = draw(plot, place.clientWidth);
      // The page takes styles from its own files alone.
      for (const style of picture.querySelectorAll("style")) style.remove();
      // It is told as a whole, by the words around it.
      picture.setAttribute("aria-hidden", "true");
      place.replaceChildren(picture);
    };
    void show();
    const watch = new ResizeObserver(() => void show());
    watch.observe(place);
    return () => {
      gone = true;
      watch.disconnect();
    };
  }, [draw, table]);
  return (
    <section className={styles.chart} aria-label={title}>
      <div className={styles.chartHead}>
        <h2>{title}</h2>
        <Button look="plain" onPress={() => setTable(!table)}>
          {table ? "As a picture" : "As a table"}
        </Button>
      </div>
      {table ? (
        <div key="table" className={styles.scroll}>
          <table className={styles.table} aria-label={title}>
            <thead>
              <tr>
                {columns.map((column, index) => (
                  <th key={column} scope="col" className={index === 0 ? undefined : styles.number}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ cells, group }, index) => (
                <Fragment key={index}>
                  {group && group !== rows[index - 1]?.group && (
                    <tr>
                      <th scope="rowgroup" colSpan={columns.length} className={styles.group}>
                        {group}
                      </th>
                    </tr>
                  )}
                  <tr>
                    {cells.map((cell, column) =>
                      column === 0 ? (
                        <th key={column} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={column} className={styles.number}>
                          {cell}
                        </td>
                      ),
                    )}
                  </tr>
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        // What is drawn is no file, and the words of an <img> are all that is read of it.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        <div key="picture" ref={figure} className={styles.figure} role="img" aria-label={summary} />
      )}
    </section>
  );
}
