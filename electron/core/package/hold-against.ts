import type { CoreContext } from "#electron/core/context.ts";
import { getFramework } from "#electron/core/context.ts";
import { stateHash } from "#electron/core/package/pack.ts";
import { altered, type OpenedPackage } from "#electron/core/package/seal.ts";
import { breakOf, listLedger } from "#electron/core/store/ledger.ts";
import { revisionMadeAt } from "#electron/core/store/operation-log.ts";
import { findKnownKey, isTaken, listTaken, type TakenPackage } from "#electron/core/store/packages.ts";
import { findReport } from "#electron/core/store/reports.ts";
import { readVersion } from "#electron/core/store/versions.ts";
import { bearingsAmong, type Block } from "#shared/domain/block.ts";
import type { Evidence } from "#shared/domain/evidence.ts";
import type { LedgerEntry } from "#shared/domain/ledger.ts";
import { gradeOf, type Judgement, type Report } from "#shared/domain/report.ts";
import type { Assignment, PackageContent } from "#shared/domain/review-package.ts";
import { sameValue } from "#shared/same-value.ts";
import { Fault } from "#shared/fault.ts";

/** The state both desks started from, as far as they know. */
export interface Base {
  readonly blocks: readonly Block[];
  readonly judgements: readonly Judgement[];
  /** Null where it is not known. */
  readonly assignment: Assignment | null;
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

/** By its revision; by its time where only what stands beside the text was changed since, which makes no revision. */
const isNewer = ({ state, sentAt }: PackageContent, last: TakenPackage): boolean =>
  state.revision > last.state.revision ||
  (state.revision === last.state.revision && last.text.sentAt !== null && sentAt > last.text.sentAt);

/**
 * Whether a desk that merged what was sent may have left a line of it: a step that did not follow from where the report stood
 * there, or a grade that was not taken, so that it is another there still, or was moved alike by somebody there.
 *
 * @param lines all that were sent
 */
function mayLack(
  { report, ledger }: PackageContent,
  line: LedgerEntry,
  lines: readonly LedgerEntry[],
): boolean {
  const { fact } = line;
  if (fact.kind !== "grade") return fact.kind === "stage";
  const movesIt = (other: LedgerEntry): boolean =>
    other.fact.kind === "grade" && other.fact.areaId === fact.areaId;
  // All that moved one grade were taken or left together.
  return (
    lines.findLast(movesIt) !== line ||
    gradeOf(report, fact.areaId) !== fact.to ||
    ledger.some((theirs) => movesIt(theirs) && theirs.fact.kind === "grade" && theirs.fact.to === fact.to)
  );
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
  if (last && last.id !== content.id && !isNewer(content, last))
    throw new Fault(
      "conflict",
      "This package is older than one from the same desk that was taken already.",
      "Ask for a new one, made from the report as it stands there now.",
    );
  const sent = mine && sentState(read, report, mine, content.report.evidence);
  if (mine && !sent) throw altered("The version it says it answers was never sent from here.");
  if (sent) {
    const lines = listLedger(read, report.id).filter(({ revision }) => revision <= sent.revision);
    if (
      lines.some(
        (line) => !mayLack(content, line, lines) && !content.ledger.some((theirs) => sameLine(line, theirs)),
      )
    )
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

/**
 * The state of ours that they have merged; undefined when it never was one. Taking an item of evidence out of sight takes its
 * ties along without a revision, so the text is also looked at without ties to what is gone here, or was never sent.
 */
function sentState(
  read: CoreContext["library"]["read"],
  report: Report,
  { revision, hash, assignment }: PackageContent["knows"][number],
  there: readonly Evidence[],
): Base | undefined {
  if (revision > report.revision) return undefined;
  const { blocks, judgements } = readVersion(read, report.id, revision);
  const texts = [blocks, tiedTo(blocks, report.evidence), tiedTo(blocks, there)];
  const text = texts.find((each) => stateHash(each, judgements) === hash);
  return (
    text && { blocks: text, judgements, assignment, revision, at: revisionMadeAt(read, report.id, revision) }
  );
}

function tiedTo(blocks: readonly Block[], evidence: readonly Evidence[]): Block[] {
  const present = new Set(evidence.map(({ id }) => id));
  return blocks.map((block) => {
    const evidenceIds = block.evidenceIds.filter((id) => present.has(id));
    return { ...block, evidenceIds, bearings: bearingsAmong(evidenceIds, block.bearings) };
  });
}

/** Whether two ledgers tell one thing; their chains may put it in different places. */
export const sameLine = (a: LedgerEntry, b: LedgerEntry): boolean =>
  a.by === b.by && a.role === b.role && a.at === b.at && sameValue(a.fact, b.fact);
