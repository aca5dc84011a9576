import type { CoreContext } from "#electron/core/context.ts";
import { getFramework } from "#electron/core/context.ts";
import { stateHash } from "#electron/core/package/pack.ts";
import { altered, type OpenedPackage } from "#electron/core/package/seal.ts";
import { breakOf, listLedger } from "#electron/core/store/ledger.ts";
import { revisionMadeAt } from "#electron/core/store/operation-log.ts";
import { findKnownKey, isTaken, listTaken } from "#electron/core/store/packages.ts";
import { findReport } from "#electron/core/store/reports.ts";
import { readVersion } from "#electron/core/store/versions.ts";
import type { Block } from "#shared/domain/block.ts";
import type { LedgerEntry } from "#shared/domain/ledger.ts";
import type { Judgement, Report } from "#shared/domain/report.ts";
import type { PackageContent } from "#shared/domain/review-package.ts";
import { sameValue } from "#shared/same-value.ts";
import { Fault } from "#shared/fault.ts";

/** The state both desks started from, as far as they know. */
export interface Base {
  readonly blocks: readonly Block[];
  readonly judgements: readonly Judgement[];
  readonly revision: number;
  readonly at: string;
}

export type Held =
  | { readonly kind: "new" }
  | { readonly kind: "again" | "merge"; readonly report: Report; readonly base: Base };

/**
 * Whether a package fits this library: whose it is, whether it is whole, and what it is to be compared with.
 *
 * @throws Fault damaged, conflict, bad-input, bad-framework, not-found; the library is untouched
 */
export function holdAgainst(
  context: Pick<CoreContext, "library" | "frameworks">,
  ownLibrary: string,
  { content, publicKey }: OpenedPackage,
): Held {
  const { read } = context.library;
  if (content.state.libraryId === ownLibrary)
    throw new Fault(
      "bad-input",
      "This package was made at this desk.",
      "It is for the other desk; what comes back from there is opened here.",
    );
  const known = findKnownKey(read, content.state.libraryId);
  if (known !== null && known !== publicKey)
    throw altered(
      `It says that it comes from the desk of ${content.from.name}, but is signed with another key than before.`,
    );
  refuseUnwhole(content);
  if (content.report.frameworkId !== null) getFramework(context, content.report.frameworkId);
  const report = findReport(read, content.reportId);
  const mine = content.knows.find(({ libraryId }) => libraryId === ownLibrary);
  if (!report) {
    if (!mine) return { kind: "new" };
    throw new Fault(
      "not-found",
      "This package answers a report that is no longer in this library.",
      "Open it in the library it was sent from.",
    );
  }
  const base = baseOf(context, report, content, mine);
  return { kind: isTaken(read, content.id) ? "again" : "merge", report, base };
}

/** What a package says of itself has to fit what is in it. */
function refuseUnwhole({ state, report, files, ledger, withheld }: PackageContent): void {
  const { blocks, evidence, judgements } = report;
  if (stateHash(blocks, judgements) !== state.hash) throw altered("Its text is not the one that was sent.");
  const broken = breakOf(ledger);
  if (broken !== null)
    throw altered(`Line ${broken.number} of its ledger does not follow from the one before.`);
  const ids = new Set(evidence.map(({ id }) => id));
  if (new Set(blocks.map(({ id }) => id)).size < blocks.length || ids.size < evidence.length)
    throw altered("Two of its parts have one name.");
  if (blocks.some(({ evidenceIds }) => evidenceIds.some((id) => !ids.has(id))))
    throw altered("A paragraph in it is tied to evidence that is not there.");
  const attached = evidence.flatMap(({ attachments }) => attachments);
  const wanted = new Set<string>(attached.map(({ hash }) => hash));
  if (wanted.size !== Object.keys(files).length || [...wanted].some((hash) => !(hash in files)))
    throw altered("Its files are not those its evidence names.");
  if (attached.some(({ name }) => /[/\\\p{Cc}]|^\.+$/u.test(name)))
    throw altered("A file in it has a name that is no file’s name.");
  if (withheld.some((id) => !ids.has(id))) throw altered("It withholds what it does not name.");
}

function baseOf(
  { library: { read } }: Pick<CoreContext, "library">,
  report: Report,
  content: PackageContent,
  mine: PackageContent["knows"][number] | undefined,
): Base {
  const last = listTaken(read, report.id, content.state.libraryId).at(-1);
  if (!mine && !last)
    throw new Fault(
      "conflict",
      "A report of this identity is here already, and this package does not answer it.",
      "Open it in the library it was meant for.",
    );
  if (last && last.id !== content.id && last.state.revision >= content.state.revision)
    throw new Fault(
      "conflict",
      "This package is older than one from the same desk that was taken already.",
      "Ask for a new one, made from the report as it stands there now.",
    );
  const sent = mine && sentState(read, report, mine);
  if (mine && !sent) throw altered("The version it says it answers was never sent from here.");
  if (sent) {
    const lines = listLedger(read, report.id).filter(({ revision }) => revision <= sent.revision);
    if (lines.some((line) => !content.ledger.some((theirs) => sameLine(line, theirs))))
      throw altered("Its ledger lacks what was in it when it was sent.");
  }
  // What they sent last contains what was sent to them before, unless they have taken a later one since.
  if (last && (!sent || sent.revision < last.ourRevision))
    return {
      ...last.text,
      revision: last.ourRevision,
      at: revisionMadeAt(read, report.id, last.ourRevision),
    };
  return sent!;
}

/** The state of ours that they have merged; undefined when it never was one. */
function sentState(
  read: CoreContext["library"]["read"],
  report: Report,
  { revision, hash }: PackageContent["knows"][number],
): Base | undefined {
  if (revision > report.revision) return undefined;
  const { blocks, judgements } = readVersion(read, report.id, revision);
  if (stateHash(blocks, judgements) !== hash) return undefined;
  return { blocks, judgements, revision, at: revisionMadeAt(read, report.id, revision) };
}

/** Whether two ledgers tell one thing; their chains may put it in different places. */
export const sameLine = (a: LedgerEntry, b: LedgerEntry): boolean =>
  a.by === b.by && a.role === b.role && a.at === b.at && sameValue(a.fact, b.fact);
