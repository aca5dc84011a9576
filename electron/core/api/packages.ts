import { done } from "#electron/core/api/file-event.ts";
import { os, tellingFaults } from "#electron/core/api/procedures.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { exportName } from "#electron/core/exporters/export-name.ts";
import { comparePackage } from "#electron/core/package/compare-package.ts";
import { deskKeys } from "#electron/core/package/desk-keys.ts";
import { packReport } from "#electron/core/package/pack.ts";
import { fingerprintOfKey, type Lock, openPackage, type OpenedPackage } from "#electron/core/package/seal.ts";
import { takePackage } from "#electron/core/package/take-package.ts";
import { getReport } from "#electron/core/store/reports.ts";
import type { NamedBytes } from "#shared/api/bytes.ts";
import type { ExportEvent } from "#shared/api/exports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { PackedEvidence } from "#shared/domain/review-package.ts";

export const packages = {
  desk: os.packages.desk.handler(async ({ context }) => {
    const { recipient, publicKey } = await deskKeys(context.library.write);
    return { recipient, fingerprint: fingerprintOfKey(publicKey) };
  }),
  make: os.packages.make.handler(({ input, context }) => tellingFaults(make(context, input))),
  open: os.packages.open.handler(async ({ input, context }) => {
    const { libraryId, opened } = await open(context, input);
    return comparePackage(context, libraryId, opened);
  }),
  take: os.packages.take.handler(async ({ input: { file, passphrase, ...chosen }, context }) => {
    const { libraryId, opened } = await open(context, { file, passphrase });
    return takePackage(context, libraryId, opened, chosen);
  }),
};

async function* make(
  context: CoreContext,
  {
    reportId,
    evidence,
    lock,
  }: { readonly reportId: ReportId; readonly evidence: PackedEvidence; readonly lock: Lock },
): AsyncGenerator<ExportEvent> {
  yield { kind: "step", step: "Packing the report", done: 0.2 };
  const bytes = await packReport(context, reportId, evidence, lock);
  const name = exportName(getReport(context.library.read, reportId), ".plumbline");
  yield done(name, "application/octet-stream", bytes);
}

async function open(
  context: CoreContext,
  { file, passphrase }: { readonly file: NamedBytes; readonly passphrase: string | null },
): Promise<{ libraryId: string; opened: OpenedPackage }> {
  const { libraryId, identity } = await deskKeys(context.library.write);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openPackage(bytes, passphrase === null ? { identity } : { passphrase });
  return { libraryId, opened };
}
