import type { Backing } from "#shared/consistency/backing.ts";
import type { Finding } from "#shared/consistency/finding.ts";
import { type Area, type Framework, judgementAreas, rankOf } from "#shared/domain/framework.ts";
import type { AreaId } from "#shared/domain/ids.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";
import { type AreaFacts, areaFacts } from "#shared/portfolio/report-facts.ts";
import type { SignOff } from "#shared/review/standing.ts";

/** A row of the grade matrix. */
export interface MatrixRow {
  readonly area: Area;
  readonly facts: AreaFacts;
  /** The last sign-off; null for never. */
  readonly signOff: SignOff | null;
}

export const MATRIX_COLUMNS = [
  "area",
  "grade",
  "reads",
  "balance",
  "evidence",
  "single",
  "recommendations",
  "findings",
  "reviewed",
] as const;
export type MatrixColumn = (typeof MATRIX_COLUMNS)[number];

export const COLUMN_NAMES: Record<MatrixColumn, string> = {
  area: "Judgement area",
  grade: "Grade",
  reads: "Reads like",
  balance: "For : against",
  evidence: "Evidence, kinds",
  single: "On one source",
  recommendations: "Answers, unanswered",
  findings: "Findings",
  reviewed: "Reviewed",
};

/** Which rows are shown. */
export type MatrixFilter = "all" | "otherwise" | "findings" | "unreviewed";
export const FILTER_NAMES: Record<MatrixFilter, string> = {
  all: "Every area",
  otherwise: "Reads otherwise",
  findings: "With findings",
  unreviewed: "Not signed off",
};

interface Known {
  readonly framework: Framework;
  readonly judgements: readonly Judgement[];
  readonly backing: ReadonlyMap<AreaId, Backing>;
  /** Faults that still stand. */
  readonly findings: readonly Finding[];
  readonly signOffs: ReadonlyMap<AreaId, SignOff>;
}

/** Areas that are graded or treated, in the framework’s order. */
export function matrixRows({ framework, judgements, backing, findings, signOffs }: Known): MatrixRow[] {
  const byArea = Map.groupBy(findings, ({ areaId }) => areaId);
  return judgementAreas(framework).flatMap((area): MatrixRow[] => {
    const own = backing.get(area.id);
    const gradeId = gradeOf({ judgements }, area.id);
    if (!own || (gradeId === null && own.words === 0)) return [];
    const facts = areaFacts(area.id, gradeId, own, byArea.get(area.id) ?? []);
    return [{ area, facts, signOff: signOffs.get(area.id) ?? null }];
  });
}

export const readsOtherwise = ({ facts: { gradeId, readsLike } }: MatrixRow): boolean =>
  gradeId !== null && readsLike !== null && readsLike.gradeId !== gradeId;

const KEEPS: Record<MatrixFilter, (row: MatrixRow) => boolean> = {
  all: () => true,
  otherwise: readsOtherwise,
  findings: ({ facts }) => facts.findings > 0,
  unreviewed: ({ signOff }) => !signOff?.holds,
};

/** Rows that are shown, sorted; in the framework’s order where a column says the same of two. */
export function arrangeRows(
  rows: readonly MatrixRow[],
  filter: MatrixFilter,
  by: MatrixColumn,
  descending: boolean,
  framework: Framework,
): MatrixRow[] {
  const kept = rows.filter(KEEPS[filter]);
  if (by === "area") return descending ? kept.toReversed() : kept;
  const worth = worthOf(by, framework);
  return kept.toSorted((a, b) => (worth(a) - worth(b)) * (descending ? -1 : 1));
}

/** What a row is sorted by; what is not known comes first. */
function worthOf(by: Exclude<MatrixColumn, "area">, framework: Framework): (row: MatrixRow) => number {
  switch (by) {
    case "grade":
      return ({ facts }) => rankOf(framework, facts.gradeId) ?? -1;
    case "reads":
      return ({ facts }) => facts.readsLike?.ofGiven ?? -1;
    case "balance":
      return ({ facts: { supports, opposes } }) =>
        supports + opposes === 0 ? -1 : supports / (supports + opposes);
    case "evidence":
      return ({ facts }) => facts.kinds.length * 1000 + facts.evidence;
    case "single":
      return ({ facts }) => facts.singleSource ?? -1;
    case "recommendations":
      return ({ facts }) => facts.recommendations - facts.unanswered / 1000;
    case "findings":
      return ({ facts }) => facts.errors * 1000 + facts.findings;
    case "reviewed":
      return ({ signOff }) => (signOff === null ? -1 : signOff.holds ? 1 : 0);
  }
}
