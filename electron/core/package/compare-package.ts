import type { CoreContext } from "#electron/core/context.ts";
import { type Base, holdAgainst, sameLine } from "#electron/core/package/hold-against.ts";
import { fingerprintOfKey, type OpenedPackage } from "#electron/core/package/seal.ts";
import { listComments, removedComments } from "#electron/core/store/comments.ts";
import { listDispositions } from "#electron/core/store/dispositions.ts";
import { listLedger } from "#electron/core/store/ledger.ts";
import { findKnownKey } from "#electron/core/store/packages.ts";
import { reviewState } from "#electron/core/store/review.ts";
import type { PackagePreview, ReturnedGrade } from "#shared/api/packages.ts";
import { bearingsAmong, type Block } from "#shared/domain/block.ts";
import type { Disposition } from "#shared/domain/disposition.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import { gradeOf, type Report } from "#shared/domain/report.ts";
import type { Assignment, PackageContent } from "#shared/domain/review-package.ts";
import { mergedAssignment } from "#shared/merge/assignment.ts";
import { sameValue } from "#shared/same-value.ts";

/** What taking a package in would do. @throws Fault as `holdAgainst` */
export function comparePackage(
  context: Pick<CoreContext, "library" | "frameworks">,
  ownLibrary: string,
  opened: OpenedPackage,
): PackagePreview {
  const { content, publicKey } = opened;
  const { read } = context.library;
  const held = holdAgainst(context, ownLibrary, opened);
  const preview = {
    id: content.id,
    reportId: content.reportId,
    title: content.report.title,
    from: content.from,
    sentAt: content.sentAt,
    fingerprint: fingerprintOfKey(publicKey),
    known: findKnownKey(read, content.state.libraryId) !== null,
    stage: content.report.stage,
    withheld: content.withheld.length,
  };
  if (held.kind === "new")
    return {
      ...preview,
      kind: "new",
      returned: null,
      grades: [],
      answers: content.dispositions.map((theirs) => ({ theirs, ours: null })),
      assignment: null,
      comments: content.comments.length,
      evidence: content.report.evidence.length,
      ledgerLines: content.ledger.length,
    };
  const { report, base } = held;
  const ledger = listLedger(read, report.id);
  const said = new Set([
    ...listComments(read, report.id).map(({ id }) => id),
    ...removedComments(read, report.id),
  ]);
  return {
    ...preview,
    kind: held.kind,
    returned: {
      sent: { revision: base.revision, at: base.at },
      revision: report.revision,
      base: [...base.blocks],
      theirs: theirBlocks(content, report),
      ours: report.blocks,
      groups: [],
      remarks: [],
      authors: [],
      comments: [],
    },
    grades: gradesBetween(base, content, report),
    answers: newAnswers(content.dispositions, listDispositions(read, report.id)),
    assignment: assignmentBetween(base, content, reviewState(read, report.id)),
    comments: content.comments.filter(({ id }) => !said.has(id)).length,
    evidence: newEvidence(content, report).length,
    ledgerLines: content.ledger.filter((line) => !ledger.some((ours) => sameLine(ours, line))).length,
  };
}

/** Items that were written down at the other desk. */
export function newEvidence({ report, withheld }: PackageContent, { evidence }: Report): Evidence[] {
  const here = new Set(evidence.map(({ id }) => id));
  return report.evidence.filter(({ id }) => !here.has(id) && !withheld.includes(id));
}

/** Their text, without ties to what was removed here since, and with the grades that headings print here: those are decided on. */
function theirBlocks(content: PackageContent, ours: Report): Block[] {
  const here = new Map(ours.blocks.map((block) => [block.id, block]));
  const present = new Set([...ours.evidence, ...newEvidence(content, ours)].map(({ id }) => id));
  return content.report.blocks.map((block) => {
    const evidenceIds = block.evidenceIds.filter((id) => present.has(id));
    const tied = { ...block, evidenceIds, bearings: bearingsAmong(evidenceIds, block.bearings) };
    const own = here.get(block.id);
    return tied.kind === "heading" && own?.kind === "heading"
      ? { ...tied, printedGrade: own.printedGrade }
      : tied;
  });
}

const gradesBetween = (base: Base, { report }: PackageContent, ours: Report): ReturnedGrade[] =>
  report.judgements.flatMap(({ areaId, gradeId: theirs, rationale }) => {
    const [was, is] = [gradeOf(base, areaId), gradeOf(ours, areaId)];
    if (theirs === was || theirs === is) return [];
    return [{ areaId, ours: is, theirs, reason: rationale, clash: is !== was }];
  });

/** Null where nothing else is said of it there than here. */
function assignmentBetween(
  base: Base,
  { report: { assignedTo, dueOn } }: PackageContent,
  ours: Assignment,
): PackagePreview["assignment"] {
  if (assignedTo === ours.assignedTo && dueOn === ours.dueOn) return null;
  const theirs = { assignedTo, dueOn };
  const becomes = mergedAssignment(base.assignment, theirs, ours);
  // It was only changed here.
  if (
    becomes.assignedTo === ours.assignedTo &&
    becomes.dueOn === ours.dueOn &&
    sameValue(base.assignment, theirs)
  )
    return null;
  return { theirs, becomes };
}

/** Answers that are not here, each beside the one that was given here. */
function newAnswers(theirs: readonly Disposition[], ours: readonly Disposition[]): PackagePreview["answers"] {
  const here = new Map(ours.map((each) => [each.fingerprint, each]));
  return theirs.flatMap((answer) => {
    const own = here.get(answer.fingerprint) ?? null;
    return own && own.at === answer.at && own.by === answer.by ? [] : [{ theirs: answer, ours: own }];
  });
}
