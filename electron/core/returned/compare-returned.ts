import type { CoreContext } from "#electron/core/context.ts";
import { asComments } from "#electron/core/importers/word/comments.ts";
import { sentAs } from "#electron/core/returned/sent.ts";
import { listComments } from "#electron/core/store/comments.ts";
import { revisionMadeAt } from "#electron/core/store/operation-log.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { readVersion } from "#electron/core/store/versions.ts";
import type { Returned } from "#shared/api/returned.ts";
import type { Comment } from "#shared/domain/comment.ts";
import type { BlockId, ReportId } from "#shared/domain/ids.ts";
import { Fault } from "#shared/fault.ts";
import type { ReturnedFile, ReturnedPart } from "#shared/returned/returned-part.ts";
import { findFramework } from "#shared/domain/framework.ts";
import { returnedReport } from "#shared/returned/returned-report.ts";

/**
 * Holds a file that came back against the revision it was made from, and that against the report as it stands.
 *
 * @throws Fault `unsupported` when the file was made from no revision of this report
 */
export function compareReturned(
  { library, frameworks }: Pick<CoreContext, "library" | "frameworks">,
  reportId: ReportId,
  file: ReturnedFile,
): Returned {
  const report = getReport(library.read, reportId);
  if (file.reportId !== null && file.reportId !== reportId)
    throw new Fault(
      "unsupported",
      "This file was made from another report.",
      "Open that report and compare the file there, or import it as a report of its own.",
    );
  if (file.revision === null || file.revision < 1 || file.revision > report.revision)
    throw new Fault(
      "unsupported",
      "This file does not say which version of the report it was made from, so it cannot be compared with it.",
      "Export the report as Word, and ask for the changes in that file; or import this one as a report of its own.",
    );
  const { blocks, judgements } = readVersion(library.read, reportId, file.revision);
  const framework = findFramework(frameworks, report.frameworkId);
  const sent = sentAs({ report: { ...report, blocks, judgements }, framework });
  const back = returnedReport(sent, file);
  return {
    sent: { revision: file.revision, at: revisionMadeAt(library.read, reportId, file.revision) },
    revision: report.revision,
    base: [...sent.blocks],
    theirs: [...back.blocks],
    ours: report.blocks,
    groups: [...back.groups],
    remarks: [...back.remarks],
    authors: authorsOf(file.parts, back.blockOf),
    comments: newComments(file, back.blockOf, listComments(library.read, reportId)),
  };
}

function authorsOf(
  parts: readonly ReturnedPart[],
  blockOf: ReadonlyMap<ReturnedPart, BlockId>,
): [BlockId, string[]][] {
  const authors = new Map<BlockId, Set<string>>();
  for (const part of parts) {
    const blockId = blockOf.get(part);
    const names = part.tracked.map(({ by }) => by).filter((by) => by !== "");
    if (blockId !== undefined && names.length > 0)
      authors.set(blockId, new Set([...(authors.get(blockId) ?? []), ...names]));
  }
  return [...authors].map(([blockId, names]) => [blockId, [...names]]);
}

/** In their places, as far as the file says; those that are here already are left out. */
function newComments(
  file: ReturnedFile,
  blockOf: ReadonlyMap<ReturnedPart, BlockId>,
  here: readonly Comment[],
): Comment[] {
  const placed = new Map(
    file.parts.flatMap((part) =>
      part.comments.map(({ id, quote, offset }) => {
        const blockId = blockOf.get(part) ?? null;
        return [id, { blockId, quote, offset: part.cell ? 0 : offset }] as const;
      }),
    ),
  );
  const keyOf = ({ by, text, at }: Comment): string => JSON.stringify([by, text, at]);
  const known = new Set(here.map(keyOf));
  return [...asComments(file.comments, null)].flatMap(([id, comment]) => {
    const place = comment.answers === null ? placed.get(id) : undefined;
    return known.has(keyOf(comment)) || comment.text === "" ? [] : [{ ...comment, ...place }];
  });
}
