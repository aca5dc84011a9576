import { createHash } from "node:crypto";
import type { CoreContext } from "#electron/core/context.ts";
import { deskKeys } from "#electron/core/package/desk-keys.ts";
import { type Lock, sealPackage } from "#electron/core/package/seal.ts";
import { readAttachment } from "#electron/core/store/attachments.ts";
import { listComments } from "#electron/core/store/comments.ts";
import { readDesk } from "#electron/core/store/desk.ts";
import { listDispositions } from "#electron/core/store/dispositions.ts";
import { lastTaken } from "#electron/core/store/packages.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { reviewState } from "#electron/core/store/review.ts";
import type { Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { Judgement } from "#shared/domain/report.ts";
import { type PackageContent, type PackedEvidence, WITHHELD_TITLE } from "#shared/domain/review-package.ts";

/** The SHA-256 of what a report says and how it grades. Reasons are left out: the log cannot give back all old ones. */
export function stateHash(blocks: readonly Block[], judgements: readonly Judgement[]): string {
  const grades = judgements.map(({ areaId, gradeId }) => `${areaId} ${gradeId}`).toSorted();
  return createHash("sha256")
    .update(JSON.stringify([blocks, grades]))
    .digest("hex");
}

const GOES: Record<PackedEvidence, readonly Evidence["sensitivity"][]> = {
  none: [],
  quotable: ["quotable"],
  paraphrase: ["quotable", "paraphrase"],
};

/** An item of which only that it exists goes along, so that no tie is lost and counts of kinds hold. */
const withheld = (item: Evidence): Evidence => ({
  ...item,
  title: WITHHELD_TITLE,
  date: null,
  source: "",
  notes: "",
  attachments: [],
});

/** The report as a package for another desk. Notes to oneself stay. */
export async function packReport(
  { library, newId }: Pick<CoreContext, "library" | "newId">,
  reportId: ReportId,
  evidence: PackedEvidence,
  lock: Lock,
): Promise<Uint8Array> {
  const report = getReport(library.read, reportId);
  const { libraryId, privateKey } = await deskKeys(library.write);
  const { assignedTo, dueOn, ledger } = reviewState(library.read, reportId);
  const whole = report.evidence.filter(({ sensitivity }) => GOES[evidence].includes(sensitivity));
  const files = whole.flatMap((item) =>
    item.attachments.map(({ hash }) => {
      const { bytes } = readAttachment(library.read, item.id, hash);
      return [hash, Buffer.from(bytes).toString("base64")] as const;
    }),
  );
  const { title, provider, frameworkId, inspectionDate, judgements, blocks, stage, figures } = report;
  const content: PackageContent = {
    format: "plumbline-review-package",
    version: 1,
    id: newId(),
    from: readDesk(library.read),
    sentAt: new Date().toISOString(),
    reportId,
    state: { libraryId, revision: report.revision, hash: stateHash(blocks, judgements) },
    knows: lastTaken(library.read, reportId),
    report: {
      title,
      provider,
      frameworkId,
      inspectionDate,
      judgements,
      blocks,
      stage,
      figures,
      assignedTo,
      dueOn,
      evidence: report.evidence.map((item) => (whole.includes(item) ? item : withheld(item))),
    },
    withheld: report.evidence.filter((item) => !whole.includes(item)).map(({ id }) => id),
    files: Object.fromEntries(files),
    comments: listComments(library.read, reportId).filter(({ isPrivate }) => !isPrivate),
    dispositions: listDispositions(library.read, reportId),
    ledger,
  };
  return sealPackage(content, privateKey, lock);
}
