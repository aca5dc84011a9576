import { useCallback, useMemo } from "react";
import { findArea, type Framework, nameOfArea, shortTitleOf } from "#shared/domain/framework.ts";
import { gradeTone } from "#shared/domain/grade-tone.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import type { GradeProfile } from "#shared/portfolio/summary.ts";
import { Chart, inRoom, type Plot, roomFor } from "#renderer/portfolio/Chart.tsx";
import { byGroup, type Chosen, type Own } from "#renderer/portfolio/own.ts";
import styles from "#renderer/portfolio/PortfolioPage.module.css";
import { Button } from "#renderer/ui/Button.tsx";
import { GradeChip } from "#renderer/ui/GradeMark.tsx";

const tones = (framework: Framework): string[] =>
  framework.grades.map(({ id }) => `var(--g${gradeTone(framework, id)})`);

interface Bar {
  /** What the bar is kept by: an area’s id, or a year. */
  readonly row: string;
  readonly grade: string;
  readonly count: number;
}

interface Stack {
  readonly framework: Framework;
  readonly bars: readonly Bar[];
  /** What each row is called. */
  readonly nameOf: (row: string) => string;
  /** Headings, each with the rows it stands above; one that is null is not written. */
  readonly groups: ReadonlyMap<string | null, readonly string[]>;
}

/** Below this share of a bar there is room for its number only. */
const ROOM_FOR_A_WORD = 0.22;

/** Bars of one hundred per cent, with their grades and numbers in them. */
function stacked(plot: Plot, width: number, { framework, bars, nameOf, groups }: Stack) {
  const labels = framework.grades.map(({ label }) => label);
  const totals = new Map<string, number>();
  for (const { row, count } of bars) totals.set(row, (totals.get(row) ?? 0) + count);
  const headings = [...groups.keys()].filter((group) => group !== null);
  const domain = [...groups].flatMap(([group, rows]) => (group === null ? rows : [group, ...rows]));
  const most = width * 0.5;
  const font = { label: null, tickSize: 0, ...inRoom(most) };
  return plot.plot({
    width,
    marginLeft: roomFor(
      domain.map((row) => nameOf(row)),
      most,
    ),
    marginRight: 8,
    marginBottom: 6,
    marginTop: 10,
    height: 16 + 26 * domain.length,
    x: { label: null, ticks: [], domain: [0, 1] },
    y: { axis: null, domain },
    color: { domain: labels, range: tones(framework), legend: false },
    style: { background: "transparent", color: "var(--ink)", font: "13px var(--font)" },
    marks: [
      plot.axisY(
        domain.filter((row) => totals.has(row)),
        { ...font, tickFormat: nameOf },
      ),
      plot.axisY(headings, { ...font, fontWeight: 600 }),
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
          text: ({ row, grade, count }: Bar) =>
            count / totals.get(row)! >= ROOM_FOR_A_WORD ? `${grade} ${count}` : String(count),
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
      {framework.grades.map(({ id }) => (
        <li key={id}>
          <GradeChip framework={framework} gradeId={id} />
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
  const groups = useMemo(() => byGroup(framework, profiles), [framework, profiles]);
  const stack = useMemo(
    (): Stack => ({
      framework,
      bars: profiles.flatMap(({ areaId, counts }) =>
        counts.map(({ label, count }): Bar => ({ row: areaId, grade: label, count })),
      ),
      nameOf: (row) => {
        const area = findArea(framework, row as AreaId);
        return area ? shortTitleOf(area) : row;
      },
      groups: new Map([...groups].map(([group, areas]) => [group, areas.map(({ areaId }) => areaId)])),
    }),
    [framework, profiles, groups],
  );
  const draw = useCallback((plot: Plot, width: number) => stacked(plot, width, stack), [stack]);
  return (
    <div className={styles.wide}>
      <Chart
        title="Grades by area"
        summary={`Grades given, by area: ${profiles.map(({ areaId, counts }) => `${nameOfArea(framework, areaId)}: ${counts.map(({ label, count }) => `${label} ${count}`).join(", ")}`).join("; ")}`}
        draw={draw}
        columns={["Area", ...framework.grades.map(({ label }) => label)]}
        rows={[...groups].flatMap(([group, areas]) =>
          areas.map(({ areaId, counts }) => ({
            group,
            cells: [
              stack.nameOf(areaId),
              ...counts.map(({ gradeId, label, count }) =>
                count === 0 ? (
                  0
                ) : (
                  <Button
                    key={gradeId}
                    look="plain"
                    aria-label={`${count}: ${nameOfArea(framework, areaId)}, ${label}`}
                    onPress={() => onChoose({ areaId, gradeId })}
                  >
                    {count}
                  </Button>
                ),
              ),
            ],
          })),
        )}
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
  const stack = useMemo(
    (): Stack => ({
      framework,
      bars: years.flatMap(([year, counts]) =>
        framework.grades.map(({ id, label }): Bar => ({
          row: year,
          grade: label,
          count: counts.get(id) ?? 0,
        })),
      ),
      nameOf: (year) => year,
      groups: new Map([[null, years.map(([year]) => year)]]),
    }),
    [years, framework],
  );
  const draw = useCallback((plot: Plot, width: number) => stacked(plot, width, stack), [stack]);
  return (
    <div className={styles.wide}>
      <Chart
        title={`Over time: ${nameOfArea(framework, areaId)}`}
        summary={`Grades by year: ${years.map(([year, counts]) => `${year}: ${framework.grades.map(({ id, label }) => `${label} ${counts.get(id) ?? 0}`).join(", ")}`).join("; ")}`}
        draw={draw}
        columns={["Year", ...framework.grades.map(({ label }) => label)]}
        rows={years.map(([year, counts]) => ({
          cells: [year, ...framework.grades.map(({ id }) => counts.get(id) ?? 0)],
        }))}
      />
      <Legend framework={framework} />
    </div>
  );
}
