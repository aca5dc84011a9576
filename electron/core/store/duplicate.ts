import { copyAttachments } from "#electron/core/store/attachments.ts";
import type { WriteDb } from "#electron/core/store/database.ts";
import { appendGradeChange } from "#electron/core/store/judgements.ts";
import { type Change, getReport, insertReport, NO_SOURCE } from "#electron/core/store/reports.ts";
import type { Bearings } from "#shared/domain/block.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { Report, ReportDraft } from "#shared/domain/report.ts";

/**
 * A second report with the same text, grades and evidence. Blocks, evidence and figures have ids of their own, and whatever
 * referred to one of them refers to its copy.
 *
 * @throws Fault `not-found`
 */
export function duplicateReport(
  db: WriteDb,
  reportId: ReportId,
  newId: () => string,
  change: Change,
): { reportId: ReportId; title: string } {
  const original = getReport(db, reportId);
  const { evidence, figures, ...draft } = withNewIds(original, newId);
  const copyId = newId() as ReportId;
  const title = titleOfCopy(draft.title);
  db.transaction(() => {
    insertReport(db, copyId, { ...draft, title }, NO_SOURCE, change, { kind: "copy", evidence, figures });
    evidence.forEach(({ id }, index) => copyAttachments(db, original.evidence[index]!.id, id));
    // So that the reasons are in the copy's own history too.
    for (const { areaId, gradeId, rationale } of draft.judgements)
      if (gradeId !== null || rationale !== "")
        appendGradeChange(db, copyId, { areaId, revision: 1, from: null, to: gradeId, rationale, ...change });
  })();
  return { reportId: copyId, title };
}

type Copied = ReportDraft & Pick<Report, "evidence" | "figures">;

/** Ids are unique, so wherever one stands as a whole value it is that block or item; words are left alone. */
function withNewIds(report: Report, newId: () => string): Copied {
  const { title, provider, frameworkId, inspectionDate, judgements, blocks, evidence, figures } = report;
  const renewed = new Map<string, string>(
    [...blocks, ...evidence, ...figures].map(({ id }) => [id, newId()]),
  );
  const copied = JSON.stringify(
    { title, provider, frameworkId, inspectionDate, judgements, blocks, evidence, figures },
    (key, value: unknown) =>
      key === "bearings"
        ? Object.fromEntries(
            Object.entries(value as Bearings).map(([id, bearing]) => [renewed.get(id) ?? id, bearing]),
          )
        : typeof value === "string" && key !== "text"
          ? (renewed.get(value) ?? value)
          : value,
  );
  return JSON.parse(copied) as Copied;
}

const LONGEST_TITLE = 500;

const titleOfCopy = (title: string): string => `${title.slice(0, LONGEST_TITLE - " (copy)".length)} (copy)`;
