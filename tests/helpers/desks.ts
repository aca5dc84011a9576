import type { App } from "#electron/core/app.ts";
import type { PackagePreview } from "#shared/api/packages.ts";
import type { Role } from "#shared/domain/ledger.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import type { PackedEvidence } from "#shared/domain/review-package.ts";
import { appInMemory } from "#tests/helpers/app.ts";

/** Somebody with a library of their own. */
export interface TestDesk {
  readonly app: App;
  readonly client: Awaited<ReturnType<typeof appInMemory>>["client"];
}

export async function deskOf(name: string, role: Role): Promise<TestDesk> {
  const { app, client } = await appInMemory();
  await client.review.setDesk({ name, role });
  return { app, client };
}

export const fileOf = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], "report.plumbline");

/** The report as a package for the address of the other desk. */
export async function packed(
  from: TestDesk,
  to: TestDesk,
  reportId: ReportId,
  evidence: PackedEvidence = "quotable",
): Promise<Uint8Array<ArrayBuffer>> {
  const { recipient } = await to.client.packages.desk();
  for await (const event of await from.client.packages.make({ reportId, evidence, lock: { recipient } }))
    if (event.kind === "done") return new Uint8Array(Buffer.from(event.content, "base64"));
  throw new Error("No package was made");
}

export const opened = (desk: TestDesk, bytes: Uint8Array<ArrayBuffer>): Promise<PackagePreview> =>
  desk.client.packages.open({ file: fileOf(bytes), passphrase: null });
