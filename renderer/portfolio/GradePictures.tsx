import { useCallback, useMemo } from "react";
import { findArea, type Framework, shortTitleOf } from "#shared/domain/framework.ts";
import { gradeTone } from "#shared/domain/grade-tone.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import type { GradeProfile } from "#shared/portfolio/summary.ts";
import { Chart, type Plot } from "#renderer/portfolio/Chart.tsx";
import type { Chosen, Own } from "#renderer/portfolio/own.ts";
import styles from "#renderer/portfolio/PortfolioPage.module.css";
import { Button } from "#renderer/ui/Button.tsx";

const tones = (framework: Framework): string[] =>
  framework.grades.map(({ id }) => `var(--g${gradeTone(framework, id)})`);

interface Bar {
  readonly row: string;
  readonly grade: string;
  readonly count: number;
}

/** Bars of one hundred per cent, with their numbers in them. */
function stacked(plot: Plot, width: number, framework: Framework, bars: readonly Bar[], marginLeft: number) {
  const labels = framework.grades.map(({ label }) => label);
  return plot.plot({
    width,
    marginLeft,
    marginRight: 8,
    marginBottom: 6,
    marginTop: 10,
    height: 16 + 26 * new Set(bars.map(({ row }) => row)).size,
    x: { label: null, ticks: [], domain: [0, 1] },
    y: { label: null, tickSize: 0, domain: [...new Set(bars.map(({ row }) => row))] },
    color: { domain: labels, range: tones(framework), legend: false },
    style: { background: "transparent", color: "var(--ink)", font: "13px var(--font)" },
    marks: [
      plot.barX(
        bars,
        plot.stackX({ offset: "normalize", x: "count", y: "row", fill: "grade", order: labels, inset: 0.5 }),
      ),
      plot.text(
        bars.filter(({ count }) => count > 0),
        plot.stackX({
          offset: "normalize",
          x: "count",
          y: "row",
          z: "grade",
          order: labels,
          text: "count",
          fill: () => "var(--paper)",
          fontWeight: 600,
        }),
      ),
    ],
  });
}

function Legend({ framework }: { readonly framework: Framework }) {
  return (
    <ul className={styles.legend} aria-hidden>
      {framework.grades.map(({ id, label }) => (
        <li key={id} data-tone={gradeTone(framework, id)}>
          {label}
        </li>
      ))}
    </ul>
  );
}

export function Profiles({
  profiles,
  framework,
  onChoose,
}: {
  readonly profiles: readonly GradeProfile[];
  readonly framework: Framework;
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const nameOf = useCallback(
    (areaId: AreaId, title: string): string => {
      const area = findArea(framework, areaId);
      return area ? shortTitleOf(area) : title;
    },
    [framework],
  );
  const bars = useMemo(
    () =>
      profiles.flatMap(({ areaId, title, counts }) =>
        counts.map(({ label, count }): Bar => ({ row: nameOf(areaId, title), grade: label, count })),
      ),
    [profiles, nameOf],
  );
  const draw = useCallback(
    (plot: Plot, width: number) => stacked(plot, width, framework, bars, 190),
    [framework, bars],
  );
  return (
    <div className={styles.wide}>
      <Chart
        title="Grades by area"
        summary={`Grades given, by area: ${profiles.map(({ title, counts }) => `${title}: ${counts.map(({ label, count }) => `${label} ${count}`).join(", ")}`).join("; ")}`}
        draw={draw}
        columns={["Area", ...framework.grades.map(({ label }) => label)]}
        rows={profiles.map(({ areaId, title, counts }) => [
          nameOf(areaId, title),
          ...counts.map(({ gradeId, label, count }) =>
            count === 0 ? (
              0
            ) : (
              <Button
                key={gradeId}
                look="plain"
                aria-label={`${count}: ${title}, ${label}`}
                onPress={() => onChoose({ areaId, gradeId })}
              >
                {count}
              </Button>
            ),
          ),
        ])}
      />
      <Legend framework={framework} />
    </div>
  );
}

export function OverTime({
  rows,
  areaId,
  framework,
}: {
  readonly rows: readonly Own[];
  readonly areaId: AreaId;
  readonly framework: Framework;
}) {
  const years = useMemo(() => {
    const found = new Map<string, Map<GradeId, number>>();
    for (const { summary, facts } of rows) {
      const gradeId = facts.areas.find((each) => each.areaId === areaId)?.gradeId;
      if (!gradeId || !summary.inspectionDate) continue;
      const year = summary.inspectionDate.slice(0, 4);
      const counts = found.get(year) ?? new Map<GradeId, number>();
      counts.set(gradeId, (counts.get(gradeId) ?? 0) + 1);
      found.set(year, counts);
    }
    return [...found].toSorted(([a], [b]) => a.localeCompare(b));
  }, [rows, areaId]);
  const bars = useMemo(
    () =>
      years.flatMap(([year, counts]) =>
        framework.grades.map(({ id, label }): Bar => ({
          row: year,
          grade: label,
          count: counts.get(id) ?? 0,
        })),
      ),
    [years, framework],
  );
  const draw = useCallback(
    (plot: Plot, width: number) => stacked(plot, width, framework, bars, 56),
    [framework, bars],
  );
  return (
    <div className={styles.wide}>
      <Chart
        title={`Over time: ${findArea(framework, areaId)?.title ?? areaId}`}
        summary={`Grades by year: ${years.map(([year, counts]) => `${year}: ${framework.grades.map(({ id, label }) => `${label} ${counts.get(id) ?? 0}`).join(", ")}`).join("; ")}`}
        draw={draw}
        columns={["Year", ...framework.grades.map(({ label }) => label)]}
        rows={years.map(([year, counts]) => [year, ...framework.grades.map(({ id }) => counts.get(id) ?? 0)])}
      />
      <Legend framework={framework} />
    </div>
  );
}
