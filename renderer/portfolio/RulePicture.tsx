import { useCallback, useMemo } from "react";
import { ruleFrequencies } from "#shared/portfolio/summary.ts";
import { Chart, type Plot } from "#renderer/portfolio/Chart.tsx";
import type { Own } from "#renderer/portfolio/own.ts";
import styles from "#renderer/portfolio/PortfolioPage.module.css";

const MOST_RULES = 15;

/** What was found most, whatever was done about it. */
export function Rules({ rows }: { readonly rows: readonly Own[] }) {
  const rules = useMemo(() => ruleFrequencies(rows).slice(0, MOST_RULES), [rows]);
  const draw = useCallback(
    (plot: Plot, width: number) =>
      plot.plot({
        width,
        marginLeft: 250,
        marginRight: 40,
        marginBottom: 6,
        marginTop: 10,
        height: 16 + 24 * rules.length,
        x: { label: null, ticks: [] },
        y: { label: null, tickSize: 0, domain: rules.map(({ rule }) => rule) },
        style: { background: "transparent", color: "var(--ink)", font: "13px var(--font)" },
        marks: [
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
        rows={rules.map(({ rule, findings, reports }) => [rule, findings, reports])}
      />
    </div>
  );
}
