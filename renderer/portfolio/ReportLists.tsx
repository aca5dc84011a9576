import { useMemo, useState } from "react";
import { findGrade, type Framework, nameOfArea } from "#shared/domain/framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { readingOtherwise } from "#shared/portfolio/summary.ts";
import type { Chosen, Own } from "#renderer/portfolio/own.ts";
import styles from "#renderer/portfolio/PortfolioPage.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { shortDate } from "#renderer/ui/words.ts";

/** The reports behind a number of the table of grades. */
export function Reports({
  rows,
  chosen,
  framework,
  onOpen,
}: {
  readonly rows: readonly Own[];
  readonly chosen: Chosen | null;
  readonly framework: Framework;
  readonly onOpen: (reportId: ReportId) => void;
}) {
  if (!chosen) return null;
  const behind = rows.filter(({ facts }) =>
    facts.areas.some(({ areaId, gradeId }) => areaId === chosen.areaId && gradeId === chosen.gradeId),
  );
  const title = `${nameOfArea(framework, chosen.areaId)}: ${findGrade(framework, chosen.gradeId)?.label ?? ""}`;
  return (
    <section className={styles.wide} aria-label={`Reports: ${title}`} aria-live="polite">
      <h2>{title}</h2>
      <ul className={styles.list}>
        {behind.map(({ summary }) => (
          <li key={summary.id}>
            <Button look="plain" onPress={() => onOpen(summary.id)}>
              {summary.provider || summary.title}
            </Button>
            <span className={styles.soft}>
              {summary.inspectionDate === null ? "" : shortDate(summary.inspectionDate)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const MOST_LISTED = 12;

export function Otherwise({
  rows,
  framework,
  onOpen,
}: {
  readonly rows: readonly Own[];
  readonly framework: Framework;
  readonly onOpen: (reportId: ReportId) => void;
}) {
  const [all, setAll] = useState(false);
  const found = useMemo(() => readingOtherwise(rows, [framework]), [rows, framework]);
  return (
    <section className={styles.wide} aria-label="Narratives that read otherwise than their grade">
      <div className={styles.chartHead}>
        <h2>
          Reads otherwise than graded <span className={styles.soft}>{found.length}</span>
        </h2>
        {found.length > MOST_LISTED && (
          <Button look="plain" onPress={() => setAll(!all)}>
            {all ? "The least likely only" : "Show all"}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <p className={styles.soft}>Every narrative with enough text reads like its grade.</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Report</th>
                <th scope="col">Area</th>
                <th scope="col">Graded</th>
                <th scope="col">Reads like</th>
                <th scope="col" className={styles.number}>
                  Chance of its grade
                </th>
              </tr>
            </thead>
            <tbody>
              {found
                .slice(0, all ? undefined : MOST_LISTED)
                .map(({ report, areaId, given, reads, chance }) => (
                  <tr key={`${report.summary.id} ${areaId}`}>
                    <th scope="row">
                      <Button look="plain" onPress={() => onOpen(report.summary.id)}>
                        {report.summary.provider || report.summary.title}
                      </Button>
                    </th>
                    <td>{nameOfArea(framework, areaId)}</td>
                    <td>{given}</td>
                    <td>{reads}</td>
                    <td className={styles.number}>{Math.round(chance * 100)}%</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
