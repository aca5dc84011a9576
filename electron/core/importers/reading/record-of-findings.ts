import type { GradedName, GradeReader } from "#electron/core/importers/reading/grades.ts";
import { numberOf } from "#electron/core/importers/reading/marks.ts";
import { pickArea, treeOf, type Names } from "#electron/core/importers/reading/names.ts";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import { plainWording } from "#electron/core/importers/reading/wording.ts";
import type { Area, Framework } from "#shared/domain/framework.ts";
import type { AreaId, GradeId } from "#shared/domain/ids.ts";
import type { Judgement } from "#shared/domain/report.ts";

/** The table of grades: on the cover, or at the end under its own title. */
export interface RecordOfFindings {
  readonly judgements: Judgement[];
  /** Blocks from `first` up to but not including `end` are the table; equal when there is none. */
  readonly first: number;
  readonly end: number;
  /** Blocks outside the table that only say a grade: “Children’s services in Walsall require improvement”. */
  readonly apart: ReadonlySet<number>;
}

interface Row {
  readonly name: string;
  readonly areas: readonly Area[];
  readonly gradeId: GradeId;
  readonly first: number;
  readonly end: number;
}

/** So many rows in a run are a table; fewer are headings with their grades. */
const ENOUGH_ROWS = 3;
/** Blocks that may stand between two rows: group names, the cells of a heading row. */
const MOST_BETWEEN = 4;
/** A longer block, in letters, or a numbered one, is narrative and ends the table. */
const LONGEST_BETWEEN = 120;
/** A row's name is never printed in more pieces. */
const MOST_PIECES = 4;
const NONE: RecordOfFindings = { judgements: [], first: 0, end: 0, apart: new Set() };

export function readRecord(
  blocks: readonly SourceBlock[],
  framework: Framework,
  names: Names,
  grades: GradeReader,
): RecordOfFindings {
  const rows = gradedRows(blocks, names, grades);
  const table = longestRun(rows, blocks);
  const [firstRow] = table;
  const lastRow = table.at(-1);
  if (!firstRow || !lastRow || table.length < ENOUGH_ROWS) return NONE;
  const first = withHeadingRow(blocks, firstRow.first, framework);
  const beside = rows.filter((row) => !table.includes(row) && isBesideTable(blocks, row, firstRow));
  return {
    judgements: judgementsOf([...table, ...beside], blocks, framework, names),
    first,
    end: lastRow.end,
    apart: new Set(beside.flatMap((row) => range(row.first, row.end))),
  };
}

/** Everywhere a known name has a grade behind it, in one block or in several that follow each other. */
function gradedRows(blocks: readonly SourceBlock[], names: Names, grades: GradeReader): Row[] {
  const rows: Row[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const row = rowAt(blocks, index, names, grades);
    if (!row) continue;
    rows.push(row);
    index = row.end - 1;
  }
  return rows;
}

function rowAt(blocks: readonly SourceBlock[], first: number, names: Names, grades: GradeReader): Row | null {
  const whole = grades.behindName(blocks[first]?.text ?? "");
  const own = whole ? areasOf(whole, names) : [];
  if (whole && own.length > 0)
    return { name: whole.name, areas: own, gradeId: whole.gradeId, first, end: first + 1 };
  for (const way of grades.within(blocks[first]?.text ?? "")) {
    const areas = names.areasNamed(way.name);
    if (areas.length > 0) return { name: way.name, areas, gradeId: way.gradeId, first, end: first + 1 };
  }
  let name = "";
  for (let end = first + 1; end <= first + MOST_PIECES; end++) {
    const piece = blocks[end - 1];
    const next = blocks[end];
    if (!piece || !next || (end > first + 1 && piece.role === "item")) return null;
    name = `${name} ${piece.text}`.trim();
    const grade = grades.alone(next.text);
    if (!grade) continue;
    const areas = areasOf({ name }, names);
    return areas.length > 0 ? { name, areas, gradeId: grade.gradeId, first, end: end + 1 } : null;
  }
  return null;
}

/** “Children’s services in Walsall” is “Children’s services”. */
const areasOf = (graded: Pick<GradedName, "name">, names: Names): Area[] => {
  const areas = names.areasNamed(graded.name);
  return areas.length > 0 ? areas : names.areasNamed(graded.name.replace(/\s+in\s+[^,]{2,60}$/, ""));
};

function longestRun(rows: readonly Row[], blocks: readonly SourceBlock[]): Row[] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1)?.at(-1);
    const between = last ? blocks.slice(last.end, row.first) : [];
    const near =
      between.length <= MOST_BETWEEN &&
      between.every(({ text }) => text.length <= LONGEST_BETWEEN && numberOf(text) === null);
    if (last && near && !isRepeated(row, runs.at(-1) ?? [])) runs.at(-1)?.push(row);
    else runs.push([row]);
  }
  const whole = runs.filter((run) => run.length >= ENOUGH_ROWS);
  return whole.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** A table names an area once; what names it again is the heading of its narrative. */
const isRepeated = ({ areas }: Row, run: readonly Row[]): boolean =>
  run.filter((row) => row.areas.some((area) => areas.includes(area))).length >= areas.length;

/** Takes in the title and the heading row above the table: “Record of main findings”, “Judgement | Grade”. */
function withHeadingRow(blocks: readonly SourceBlock[], first: number, framework: Framework): number {
  const title = plainWording(framework.recordOfFindings.title);
  let start = first;
  for (let index = first - 1; index >= Math.max(0, first - MOST_BETWEEN); index--) {
    const text = plainWording(blocks[index]?.text ?? "");
    const group = framework.areas.some((area) => area.kind === "group" && plainWording(area.title) === text);
    if (
      /^(?:(?:key )?judge?ments?(?: area)?(?: grade)?|(?:judge?ment )?grades?|area)$/.test(text) ||
      text.startsWith(title)
    )
      start = index;
    else if (!group) break;
  }
  return start;
}

/** On the page of the table, before it or straight behind it, and in a block of its own. */
const isBesideTable = (blocks: readonly SourceBlock[], row: Row, table: Row): boolean =>
  (blocks[table.first]?.page ?? 0) > 0 &&
  blocks[row.first]?.page === blocks[table.first]?.page &&
  row.end === row.first + 1;

function judgementsOf(
  rows: readonly Row[],
  blocks: readonly SourceBlock[],
  framework: Framework,
  names: Names,
): Judgement[] {
  const found = new Map<AreaId, Judgement>();
  for (const row of rows) {
    const tree = treeAbove(blocks, row.first, framework, names);
    const area = pickArea(framework, row.areas, tree, new Set(found.keys()));
    if (!area || found.has(area.id)) continue;
    found.set(area.id, { areaId: area.id, gradeId: row.gradeId, rationale: "", rowText: row.name });
  }
  return framework.areas.flatMap((area) => found.get(area.id) ?? []);
}

/** The tree whose name stands nearest above the row. */
function treeAbove(
  blocks: readonly SourceBlock[],
  row: number,
  framework: Framework,
  names: Names,
): AreaId | null {
  for (let index = row - 1; index >= 0; index--) {
    const group = names
      .areasNamed(blocks[index]?.text ?? "")
      .find((area) => area.kind === "group" && area.parent === null);
    if (group) return treeOf(framework, group);
  }
  return null;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
