import { listBlocks } from "#electron/core/store/blocks.ts";
import type { WriteDb } from "#electron/core/store/database.ts";
import { listEvidence } from "#electron/core/store/evidence.ts";
import { appendGradeChange, findJudgement, writeJudgement } from "#electron/core/store/judgements.ts";
import { appendToLedger, listLedger, type Writer } from "#electron/core/store/ledger.ts";
import { applyChange, type Change } from "#electron/core/store/reports.ts";
import type { ReturnedGrade } from "#shared/api/packages.ts";
import type { BlockOperation } from "#shared/document/operations.ts";
import type { Block, BlockOf } from "#shared/domain/block.ts";
import { findGrade, type Framework, type Grade } from "#shared/domain/framework.ts";
import type { AreaId, BlockId, GradeId, ReportId } from "#shared/domain/ids.ts";
import type { Judgement, JudgementChange } from "#shared/domain/report.ts";
import { wasReviewed } from "#shared/review/standing.ts";

/**
 * Gives the area a grade, rewrites the grade its headings print, and notes who changed what and why:
 * one revision, one transaction.
 */
export function setGrade(
  db: WriteDb,
  framework: Framework,
  reportId: ReportId,
  baseRevision: number,
  given: { readonly areaId: AreaId; readonly gradeId: GradeId | null; readonly rationale: string },
  writer: Writer,
): { revision: number; judgement: Judgement; changedBlocks: Block[] } {
  const old = findJudgement(db, reportId, given.areaId);
  const judgement: Judgement = { ...given, rowText: old?.rowText ?? null };
  const { operations, changedBlocks } = rewrittenHeadings(
    listBlocks(db, reportId),
    framework,
    given.areaId,
    given.gradeId,
  );
  const revision = applyChange(db, reportId, baseRevision, "grade", operations, writer, (next) => {
    writeJudgement(
      db,
      reportId,
      judgement,
      framework.areas.findIndex((area) => area.id === given.areaId),
    );
    const moved = { areaId: given.areaId, from: old?.gradeId ?? null, to: given.gradeId };
    recordGrade(db, reportId, next, { ...moved, rationale: given.rationale }, writer);
  });
  return { revision, judgement, changedBlocks };
}

/** Notes who moved a grade and why: in the history of its area and, where it became another, in the ledger. */
export function recordGrade(
  db: WriteDb,
  reportId: ReportId,
  revision: number,
  moved: Pick<JudgementChange, "areaId" | "from" | "to" | "rationale">,
  writer: Writer,
): void {
  const { areaId, from, to, rationale } = moved;
  appendGradeChange(db, reportId, { ...moved, revision, by: writer.by, at: writer.at });
  if (from === to) return;
  const cited = new Set(
    listBlocks(db, reportId)
      .filter((block) => block.areaIds.includes(areaId))
      .flatMap(({ evidenceIds }) => evidenceIds),
  );
  const evidence = listEvidence(db, reportId).filter(({ id }) => cited.has(id));
  appendToLedger(
    db,
    reportId,
    revision,
    {
      kind: "grade",
      areaId,
      from,
      to,
      reason: rationale,
      evidence: evidence.map(({ reference }) => reference),
      afterReview: wasReviewed(listLedger(db, reportId)),
    },
    writer,
  );
}

/**
 * Gives the area the grade it has at another desk, with the reason it was given there. The line of the ledger comes from
 * there too.
 */
export function takeGrade(
  db: WriteDb,
  framework: Framework,
  reportId: ReportId,
  revision: number,
  { areaId, theirs, reason }: ReturnedGrade,
  { by, at }: Change,
): void {
  const old = findJudgement(db, reportId, areaId);
  const judgement = { areaId, gradeId: theirs, rationale: reason, rowText: old?.rowText ?? null };
  const ordinal = framework.areas.findIndex(({ id }) => id === areaId);
  writeJudgement(db, reportId, judgement, ordinal);
  const moved = { areaId, from: old?.gradeId ?? null, to: theirs, rationale: reason };
  appendGradeChange(db, reportId, { ...moved, revision, by, at });
}

/** A heading that printed its grade prints the new one, so that no stale grade is left to be exported. */
export function rewrittenHeadings(
  blocks: readonly Block[],
  framework: Framework,
  areaId: AreaId,
  gradeId: GradeId | null,
): { operations: BlockOperation[]; changedBlocks: Block[] } {
  const operations: BlockOperation[] = [];
  const changedBlocks: Block[] = [];
  let afterId: BlockId | null = null;
  for (const block of blocks) {
    if (block.kind === "heading" && block.printedGrade && block.areaIds[0] === areaId) {
      const changed = printing(block, framework, gradeId);
      operations.push({ op: "put", block: changed, afterId });
      changedBlocks.push(changed);
    }
    afterId = block.id;
  }
  return { operations, changedBlocks };
}

/** The heading with the grade it prints, if it prints one, made this one. */
export function printing(
  heading: BlockOf<"heading">,
  framework: Framework,
  gradeId: GradeId | null,
): BlockOf<"heading"> {
  if (!heading.printedGrade || heading.printedGrade.gradeId === gradeId) return heading;
  const grade = findGrade(framework, gradeId);
  return {
    ...heading,
    printedGrade: grade && { gradeId: grade.id, wording: worded(heading.printedGrade, framework, grade) },
  };
}

/** As the heading worded its grade before: “Grade 4 (Inadequate)” becomes “Grade 2 (Good)”, “inadequate” “good”. */
function worded(
  printed: { readonly gradeId: GradeId; readonly wording: string },
  framework: Framework,
  grade: Grade,
): string {
  const old = findGrade(framework, printed.gradeId);
  if (!old) return grade.label;
  const at = printed.wording.toLowerCase().indexOf(old.label.toLowerCase());
  if (at < 0) return grade.label;
  const end = at + old.label.length;
  const found = printed.wording.slice(at, end);
  const label = found === found.toLowerCase() ? grade.label.toLowerCase() : grade.label;
  const numbered = (part: string): string => part.replace(String(old.number), String(grade.number));
  return numbered(printed.wording.slice(0, at)) + label + numbered(printed.wording.slice(end));
}
