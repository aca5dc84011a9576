import { createHash } from "node:crypto";
import type { CoreContext } from "#electron/core/context.ts";
import { comparePackage, newEvidence } from "#electron/core/package/compare-package.ts";
import { holdAgainst, sameLine } from "#electron/core/package/hold-against.ts";
import { fingerprintOfKey, type OpenedPackage } from "#electron/core/package/seal.ts";
import { attach } from "#electron/core/store/attachments.ts";
import {
  insertComment,
  listComments,
  removedComments,
  restoreComment,
  updateComment,
} from "#electron/core/store/comments.ts";
import type { WriteDb } from "#electron/core/store/database.ts";
import { putDisposition } from "#electron/core/store/dispositions.ts";
import { nextReference, putEvidence, takenReferences } from "#electron/core/store/evidence.ts";
import { writeFigure } from "#electron/core/store/figures.ts";
import { rewrittenHeadings, takeGrade } from "#electron/core/store/grades.ts";
import { appendToLedger, insertLedgerEntry, listLedger } from "#electron/core/store/ledger.ts";
import { findKnownKey, insertKnownKey, insertTaken } from "#electron/core/store/packages.ts";
import { applyChange, type Change, getReport, insertReport } from "#electron/core/store/reports.ts";
import { assignReview, setStage } from "#electron/core/store/review.ts";
import { applyOperations, type BlockOperation } from "#shared/document/operations.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { AreaId, ReportId } from "#shared/domain/ids.ts";
import type { LedgerEntry } from "#shared/domain/ledger.ts";
import { gradeOf, type Report } from "#shared/domain/report.ts";
import type { PackageContent } from "#shared/domain/review-package.ts";
import { reportBasis } from "#shared/review/basis.ts";
import { findFramework } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";

export interface Chosen {
  readonly trust: boolean;
  readonly baseRevision: number | null;
  readonly operations: readonly BlockOperation[];
  readonly grades: readonly AreaId[];
}

/**
 * Takes in what was chosen of a package: all of it in one transaction, or nothing.
 *
 * @throws Fault as `holdAgainst`; bad-input while its desk is not trusted; conflict
 */
export function takePackage(
  context: Pick<CoreContext, "library" | "frameworks" | "change">,
  ownLibrary: string,
  opened: OpenedPackage,
  chosen: Chosen,
): { reportId: ReportId; revision: number; savedAt: string } {
  const db = context.library.write;
  const { content, publicKey } = opened;
  const { reportId, state } = content;
  const held = holdAgainst(context, ownLibrary, opened);
  if (held.kind === "again")
    return { reportId, revision: held.report.revision, savedAt: held.report.changedAt };
  const known = findKnownKey(db, state.libraryId) !== null;
  if (!known && !chosen.trust)
    throw new Fault(
      "bad-input",
      `The desk of ${content.from.name} is not known here yet.`,
      `Compare the fingerprint with them by telephone: ${fingerprintOfKey(publicKey)}. Then say that it is theirs.`,
    );
  const change = context.change();
  const { blocks, judgements, assignedTo, dueOn } = content.report;
  const text = { blocks, judgements, assignment: { assignedTo, dueOn }, sentAt: content.sentAt };
  return db.transaction(() => {
    if (!known) insertKnownKey(db, state.libraryId, publicKey, content.from.name, change.at);
    const revision =
      held.kind === "new"
        ? addReport(db, content, change)
        : mergeReport(context, ownLibrary, opened, held.report, chosen, change);
    insertTaken(db, reportId, { id: content.id, state, ourRevision: revision, text }, change);
    return { reportId, revision, savedAt: change.at };
  })();
}

function addReport(db: WriteDb, content: PackageContent, change: Change): number {
  const { reportId, report } = content;
  const { stage, figures, evidence, assignedTo, dueOn, ...draft } = report;
  const source = { name: "", sha256: createHash("sha256").update(content.id).digest("hex") };
  insertReport(db, reportId, draft, source, change, { kind: "package", evidence, figures });
  for (const item of evidence) attachFiles(db, content, item, change);
  setStage(db, reportId, stage);
  assignReview(db, reportId, { assignedTo, dueOn });
  for (const comment of rootsFirst(content.comments)) insertComment(db, reportId, comment);
  for (const { by, at, ...given } of content.dispositions) putDisposition(db, reportId, given, { by, at });
  for (const line of content.ledger) insertLedgerEntry(db, reportId, line);
  return 1;
}

function mergeReport(
  context: Pick<CoreContext, "library" | "frameworks">,
  ownLibrary: string,
  opened: OpenedPackage,
  ours: Report,
  { baseRevision, operations, grades }: Chosen,
  change: Change,
): number {
  const db = context.library.write;
  const { content } = opened;
  const preview = comparePackage(context, ownLibrary, opened);
  const reportId = ours.id;
  addEvidence(db, content, ours, change);
  const figures = new Set(ours.figures.map(({ id }) => id));
  for (const figure of content.report.figures) if (!figures.has(figure.id)) writeFigure(db, reportId, figure);
  const framework = findFramework(context.frameworks, ours.frameworkId);
  const taken = preview.grades.filter(({ areaId }) => framework && grades.includes(areaId));
  const text = applyOperations(ours.blocks, operations);
  const headings = taken.flatMap(
    ({ areaId, theirs }) => rewrittenHeadings(text, framework!, areaId, theirs).operations,
  );
  return applyChange(
    db,
    reportId,
    baseRevision ?? ours.revision,
    "package",
    [...operations, ...headings],
    change,
    (revision) => {
      mergeComments(db, reportId, content.comments);
      // The newest answer stands; what it overrules stays in the record.
      for (const { theirs, ours: own } of preview.answers) {
        const { by, at, ...given } = theirs;
        putDisposition(db, reportId, given, { by, at });
        if (own && own.at > at) {
          const { by: owner, at: time, ...kept } = own;
          putDisposition(db, reportId, kept, { by: owner, at: time });
        }
      }
      for (const grade of taken) takeGrade(db, framework!, reportId, revision, grade, change);
      if (preview.assignment) assignReview(db, reportId, preview.assignment.becomes);
      mergeLedger(db, content, reportId, revision);
    },
  );
}

/** New items come in under the next reference where theirs is another item’s here. */
function addEvidence(db: WriteDb, content: PackageContent, ours: Report, change: Change): void {
  const taken = takenReferences(db, ours.id);
  for (const item of newEvidence(content, ours)) {
    const reference = taken.has(item.reference) ? nextReference(db, ours.id) : item.reference;
    taken.add(reference);
    putEvidence(db, ours.id, { ...item, reference });
    attachFiles(db, content, item, change);
  }
}

function attachFiles(db: WriteDb, content: PackageContent, item: Evidence, change: Change): void {
  for (const { hash, name, mediaType } of item.attachments)
    attach(db, item.id, { name, mediaType, bytes: Buffer.from(content.files[hash]!, "base64") }, change);
}

const rootsFirst = (comments: readonly Comment[]): Comment[] =>
  comments.toSorted((a, b) => Number(a.answers !== null) - Number(b.answers !== null));

/**
 * What was said there is added; what was settled on either side is settled. What was removed here stays so, unless somebody
 * answered it there.
 */
function mergeComments(db: WriteDb, reportId: ReportId, theirs: readonly Comment[]): void {
  const here = new Map(listComments(db, reportId).map((comment) => [comment.id, comment]));
  const removed = removedComments(db, reportId);
  const answered = new Set(theirs.flatMap(({ id, answers }) => (removed.has(id) ? [] : (answers ?? []))));
  for (const comment of rootsFirst(theirs)) {
    if (removed.has(comment.id) && !answered.has(comment.id)) continue;
    const own = removed.has(comment.id) ? restoreComment(db, reportId, comment.id) : here.get(comment.id);
    if (!own) insertComment(db, reportId, comment);
    else
      updateComment(db, {
        ...own,
        resolved: own.resolved ?? comment.resolved,
        assignedTo: own.assignedTo || comment.assignedTo,
        suggestion: own.suggestion?.settled ? own.suggestion : comment.suggestion,
      });
  }
}

/**
 * Adds what was decided there, under the names and times it was decided. A grade that was left is not told as moved, one
 * that was moved alike at both desks is told of both; a report is approved only if what was approved is what it says.
 */
function mergeLedger(db: WriteDb, content: PackageContent, reportId: ReportId, revision: number): void {
  const ours = listLedger(db, reportId);
  const isNew = (line: LedgerEntry): boolean => !ours.some((own) => sameLine(own, line));
  const now = getReport(db, reportId);
  const basis = reportBasis(now);
  let { stage } = now;
  for (const { fact, by, role, at } of content.ledger.filter(isNew)) {
    if (fact.kind === "grade" && gradeOf(now, fact.areaId) !== gradeOf(content.report, fact.areaId)) continue;
    if (fact.kind === "stage") {
      const stale = fact.to === "approved" && basis !== reportBasis(content.report);
      if (fact.from !== stage || stale) continue;
      stage = fact.to;
    }
    appendToLedger(db, reportId, revision, fact, { by, role, at });
  }
  setStage(db, reportId, stage);
}
