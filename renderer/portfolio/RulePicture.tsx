import { useCallback, useMemo } from "react";
import { ruleFrequencies } from "#shared/portfolio/summary.ts";
import { Chart, inRoom, type Plot, roomFor } from "#renderer/portfolio/Chart.tsx";
import type { Own } from "#renderer/portfolio/own.ts";
import styles from "#renderer/portfolio/PortfolioPage.module.css";

const MOST_RULES = 15;

/** What was found most, whatever was done about it. */
export function Rules({
  rows,
  titles,
}: {
  readonly rows: readonly Own[];
  readonly titles: Readonly<Record<string, string>>;
}) {
  const rules = useMemo(
    () =>
      ruleFrequencies(rows)
        .slice(0, MOST_RULES)
        .map((each) => ({ ...each, rule: titles[each.rule] ?? each.rule })),
    [rows, titles],
  );
  const draw = useCallback(
    (plot: Plot, width: number) =>
      plot.plot({
        width,
        marginLeft: roomFor(
          rules.map(({ rule }) => rule),
          width * 0.6,
        ),
        marginRight: 40,
        marginBottom: 6,
        marginTop: 10,
        height: 16 + 24 * rules.length,
        x: { label: null, ticks: [] },
        y: { axis: null, domain: rules.map(({ rule }) => rule) },
        style: { background: "transparent", color: "var(--ink)", font: "13px var(--font)" },
        marks: [
          plot.axisY({ label: null, tickSize: 0, ...inRoom(width * 0.6) }),
          plot.barX(rules, { x: "findings", y: "rule", fill: "var(--accent)", inset: 2 }),
          plot.text(rules, { x: "findings", y: "rule", text: "findings", textAnchor: "start", dx: 5 }),
        ],
      }),
    [rules],
  );
  return (
    <div className={styles.wide}>
      <Chart
        title="Found most"
        summary={`Findings by rule: ${rules.map(({ rule, findings }) => `${rule} ${findings}`).join(", ")}`}
        draw={draw}
        columns={["Rule", "Findings", "Reports"]}
        rows={rules.map(({ rule, findings, reports }) => ({ cells: [rule, findings, reports] }))}
      />
    </div>
  );
}
