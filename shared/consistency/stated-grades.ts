import type { GradeStatement } from "#shared/consistency/analysis/grade-statements.ts";
import { lexiconOf, type Lexicon } from "#shared/consistency/analysis/lexicon.ts";
import { gather } from "#shared/consistency/gather.ts";
import { perFramework } from "#shared/consistency/per-framework.ts";
import type { BlockView, Snapshot } from "#shared/consistency/snapshot.ts";
import type { AreaId, BlockId, GradeId } from "#shared/domain/ids.ts";

/** A grade statement with the area it speaks of, once the paragraph’s ties are taken into account. */
export interface PlacedStatement {
  readonly areaId: AreaId;
  readonly view: BlockView;
  readonly statement: GradeStatement;
  /**
   * `sure`: the subject is the area and nothing else. `likely`: most of the area, or “the service” well into a
   * paragraph. `loose`: a narrower topic inside the area, or a phrase that only points there.
   */
  readonly certainty: "sure" | "likely" | "loose";
  readonly quote: string;
}

/** One place where the report states an area’s grade. Shape: docs/check-output.md, `areas[].stated[]`. */
export interface StatedGrade {
  readonly where: "cover" | "heading" | "paragraph";
  /** The paragraph’s printed number; null for cover and headings. */
  readonly number: number | null;
  readonly gradeId: GradeId;
  readonly quote: string;
  /** Null for the cover. */
  readonly blockId: BlockId | null;
}

const byAreaOf = new WeakMap<Snapshot, ReadonlyMap<AreaId, readonly PlacedStatement[]>>();

/** This inspection’s grade statements by area, in report order. Quotations and recommendations state no grades. */
export function statementsByArea(snapshot: Snapshot): ReadonlyMap<AreaId, readonly PlacedStatement[]> {
  const known = byAreaOf.get(snapshot);
  if (known) return known;
  const placed = [...gather(snapshot, placerFor(snapshot.framework))].map(({ fact }) => fact);
  const byArea = Map.groupBy(placed, ({ areaId }) => areaId);
  byAreaOf.set(snapshot, byArea);
  return byArea;
}

/** One placer a framework, so that what it says of a block is kept as long as the block stays the same. */
const placerFor = perFramework((framework) => {
  const lexicon = lexiconOf(framework);
  return (view: BlockView): readonly PlacedStatement[] => placedIn(view, lexicon);
});

/** This inspection’s statements of one block, with their areas. */
export function placedIn(view: BlockView, lexicon: Lexicon): PlacedStatement[] {
  if (view.block.kind !== "paragraph" && view.block.kind !== "bullet") return [];
  return view.analysis.statements.flatMap((statement) => {
    if (statement.voice !== "this-inspection") return [];
    const place = placeOf(lexicon, view, statement);
    if (!place) return [];
    const { start, end } = statement.span;
    return [{ ...place, view, statement, quote: view.text.slice(start, end) }];
  });
}

function placeOf(
  lexicon: Lexicon,
  view: BlockView,
  statement: GradeStatement,
): Pick<PlacedStatement, "areaId" | "certainty"> | null {
  const { scope } = statement;
  if (scope.kind === "other") return null;
  if (scope.kind === "tree") {
    const areaId = lexicon.overallOf.get(scope.treeId);
    return areaId === undefined ? null : { areaId, certainty: "sure" };
  }
  if (scope.kind === "generic") {
    const areaId = view.areaIds[0];
    if (areaId === undefined) return null;
    const opens = statement.sentence.start === view.analysis.sentences[0]?.start;
    return { areaId, certainty: opens && view.areaIds.length === 1 ? "sure" : "likely" };
  }
  const tied = scope.areaIds.find((areaId) => view.areaIds.includes(areaId));
  const trees = new Set(view.areaIds.map((areaId) => lexicon.treeOf.get(areaId) ?? null));
  const near = scope.areaIds.filter((areaId) => trees.has(lexicon.treeOf.get(areaId) ?? null));
  const areaId =
    tied ?? (near.length === 1 ? near[0] : scope.areaIds.length === 1 ? scope.areaIds[0] : undefined);
  if (areaId === undefined) return null;
  if (scope.fit === "same") return { areaId, certainty: "sure" };
  if (scope.fit === "part") return { areaId, certainty: "likely" };
  // A narrower topic, or a mere pointer, counts only where the paragraph is about the area.
  return tied === undefined ? null : { areaId, certainty: "loose" };
}

/** A statement that commits itself: not “not yet good”, not “mostly good”. */
export const isFirm = (placedStatement: PlacedStatement): boolean =>
  placedStatement.statement.polarity === "affirmed" &&
  (!placedStatement.statement.hedged || placedStatement.statement.form !== "predicate");

/** Every place where the report itself states an area’s grade: cover first, then in report order. */
export function statedGrades(snapshot: Snapshot): Map<AreaId, StatedGrade[]> {
  const statements = statementsByArea(snapshot);
  const stated = new Map<AreaId, StatedGrade[]>();
  for (const area of snapshot.areas) {
    const list: StatedGrade[] = [];
    if (area.grade) {
      const row = area.judgement?.rowText ?? area.area.title;
      list.push({
        where: "cover",
        number: null,
        gradeId: area.grade.id,
        quote: `${row} ${area.grade.label}`,
        blockId: null,
      });
    }
    for (const heading of area.headings) {
      if (!heading.printedGrade) continue;
      const { gradeId, wording } = heading.printedGrade;
      const text = snapshot.blockById.get(heading.id)?.text ?? "";
      list.push({
        where: "heading",
        number: null,
        gradeId,
        quote: `${text} ${wording}`.trim(),
        blockId: heading.id,
      });
    }
    for (const { statement, view, quote, ...rest } of statements.get(area.id) ?? []) {
      if (!isFirm({ statement, view, quote, ...rest })) continue;
      list.push({
        where: "paragraph",
        number: view.paragraph,
        gradeId: statement.gradeId,
        quote,
        blockId: view.id,
      });
    }
    if (list.length > 0) stated.set(area.id, list);
  }
  return stated;
}
