import { listBlocks } from "#electron/core/store/blocks.ts";
import type { WriteDb } from "#electron/core/store/database.ts";
import { listEvidence } from "#electron/core/store/evidence.ts";
import { printing, recordGrade } from "#electron/core/store/grades.ts";
import { judgementsAt, listJudgements, withOrigin, writeJudgement } from "#electron/core/store/judgements.ts";
import type { Writer } from "#electron/core/store/ledger.ts";
import { applyChange } from "#electron/core/store/reports.ts";
import { nameOfVersion, readVersion } from "#electron/core/store/versions.ts";
import { diffBlocks } from "#shared/document/operations.ts";
import { bearingsAmong, type Block } from "#shared/domain/block.ts";
import type { Framework } from "#shared/domain/framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { gradeOf, type Judgement } from "#shared/domain/report.ts";

/**
 * Makes the text of a revision the newest one, by the same operations an author's edits are. Its grades come back only
 * when asked for, each noted with where it came from; otherwise headings print the grades that stand now.
 *
 * @returns the new revision
 * @throws Fault not-found, conflict
 */
export function restoreVersion(
  db: WriteDb,
  framework: Framework | null,
  reportId: ReportId,
  baseRevision: number,
  wanted: { readonly revision: number; readonly grades: boolean },
  writer: Writer,
): number {
  const old = readVersion(db, reportId, wanted.revision);
  const now = listJudgements(db, reportId);
  const then = wanted.grades ? judgementsAt(db, reportId, wanted.revision) : now;
  const present = new Set(listEvidence(db, reportId).map(({ id }) => id));
  const blocks = old.blocks.map((block): Block => {
    const evidenceIds = block.evidenceIds.filter((id) => present.has(id));
    const tied = { ...block, evidenceIds, bearings: bearingsAmong(evidenceIds, block.bearings) };
    const areaId = tied.areaIds[0];
    return framework && areaId && tied.kind === "heading"
      ? printing(tied, framework, gradeOf({ judgements: then }, areaId))
      : tied;
  });
  const operations = diffBlocks(listBlocks(db, reportId), blocks);
  const origin = `Restored from ${nameOfVersion(db, reportId, wanted.revision)}.`;
  return applyChange(db, reportId, baseRevision, "restore", operations, writer, (revision) => {
    for (const [ordinal, judgement] of then.entries()) {
      const current = now.find(({ areaId }) => areaId === judgement.areaId);
      if (!current || sameJudgement(current, judgement)) continue;
      writeJudgement(db, reportId, judgement, ordinal);
      const moved = { areaId: judgement.areaId, from: current.gradeId, to: judgement.gradeId };
      const rationale = withOrigin(origin, judgement.rationale);
      recordGrade(db, reportId, revision, { ...moved, rationale }, writer);
    }
  });
}

const sameJudgement = (a: Judgement, b: Judgement): boolean =>
  a.gradeId === b.gradeId && a.rationale === b.rationale;
