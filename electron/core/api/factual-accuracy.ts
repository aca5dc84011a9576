import { done } from "#electron/core/api/file-event.ts";
import { os, tellingFaults } from "#electron/core/api/procedures.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { exportName } from "#electron/core/exporters/export-name.ts";
import { exporters } from "#electron/core/exporters/registry.ts";
import { type ResponseInput, responseWords } from "#electron/core/exporters/response-input.ts";
import { readForm } from "#electron/core/factual-accuracy/read-form.ts";
import { publicationCheck, requireSettled } from "#electron/core/publication-check.ts";
import { readDesk } from "#electron/core/store/desk.ts";
import { insertExport } from "#electron/core/store/exports.ts";
import {
  closeFactualCheck,
  getFactualCheck,
  issueFactualCheck,
  listFactualChecks,
  refuseSecondIssue,
  requireOpen,
} from "#electron/core/store/factual-checks.ts";
import {
  getFactualComment,
  reviseFactualComment,
  setFactualRemoved,
  takeFactualComments,
  traceFactualChange,
} from "#electron/core/store/factual-comments.ts";
import { getReport, getReportHead } from "#electron/core/store/reports.ts";
import { readVersion } from "#electron/core/store/versions.ts";
import type { ExportEvent, LetterFormat } from "#shared/api/exports.ts";
import { countAnswers } from "#shared/domain/factual-check.ts";
import type { FactualCheckId, ReportId } from "#shared/domain/ids.ts";
import type { Report } from "#shared/domain/report.ts";
import { findPersonalDetails } from "#shared/evidence/personal-details.ts";
import { issuedCopy, placeName } from "#shared/factual-accuracy/place-comment.ts";
import { findFramework } from "#shared/domain/framework.ts";
import { Fault } from "#shared/fault.ts";

interface Target {
  readonly reportId: ReportId;
  readonly checkId: FactualCheckId;
}

const checkAt = ({ library }: CoreContext, { reportId, checkId }: Target) =>
  getFactualCheck(library.read, reportId, checkId);

/** How the report stands after a change of it, for the page that goes on from there. */
function changedAt(context: CoreContext, target: Target) {
  const { revision, changedAt: savedAt } = getReportHead(context.library.read, target.reportId);
  return { revision, savedAt, check: checkAt(context, target) };
}

export const factualAccuracy = {
  list: os.factualAccuracy.list.handler(({ input, context }) =>
    listFactualChecks(context.library.read, input.reportId),
  ),
  issued: os.factualAccuracy.issued.handler(({ input, context }) => {
    const { blocks, judgements } = readVersion(
      context.library.read,
      input.reportId,
      checkAt(context, input).revision,
    );
    return { blocks, judgements };
  }),
  issue: os.factualAccuracy.issue.handler(
    ({ input: { reportId, baseRevision, reason, ...issue }, context }) => {
      const { read, write } = context.library;
      const checkId = context.newId() as FactualCheckId;
      write.transaction(() => {
        refuseSecondIssue(read, reportId);
        const report = getReport(read, reportId);
        const framework = findFramework(context.frameworks, report.frameworkId);
        const letOut = requireSettled(publicationCheck(read, report, framework), reason, "issue it");
        issueFactualCheck(write, reportId, baseRevision, checkId, issue, context.writer());
        const { revision } = getFactualCheck(read, reportId, checkId);
        // So that the same is not asked about again, and the reason stands with the report.
        insertExport(write, reportId, { revision, format: "word", ...letOut }, context.change());
      })();
      return changedAt(context, { reportId, checkId });
    },
  ),
  copy: os.factualAccuracy.copy.handler(({ input, context }) =>
    tellingFaults(makeCopy(context, input, input.format)),
  ),
  read: os.factualAccuracy.read.handler(async ({ input, context, signal }) => {
    const { reportId, checkId, file } = input;
    const check = requireOpen(context.library.read, reportId, checkId);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return readForm(context.jail, { name: file.name, bytes }, { reportId, check }, signal);
  }),
  take: os.factualAccuracy.take.handler(({ input: { source, comments, ...target }, context }) => {
    requireOpen(context.library.read, target.reportId, target.checkId);
    const { added, already } = takeFactualComments(
      context.library.write,
      target.checkId,
      source,
      comments,
      () => context.newId(),
      context.change(),
    );
    return { added: [...added], already, check: checkAt(context, target) };
  }),
  setRemoved: os.factualAccuracy.setRemoved.handler(
    ({ input: { commentIds, removed, ...target }, context }) => {
      requireOpen(context.library.read, target.reportId, target.checkId);
      setFactualRemoved(context.library.write, target.checkId, commentIds, removed, context.change());
      return checkAt(context, target);
    },
  ),
  revise: os.factualAccuracy.revise.handler(
    ({ input: { reportId, checkId, commentId, ...change }, context }) => {
      requireOpen(context.library.read, reportId, checkId);
      reviseFactualComment(context.library.write, checkId, commentId, change, context.change());
      return checkAt(context, { reportId, checkId });
    },
  ),
  trace: os.factualAccuracy.trace.handler(({ input, context }) => {
    const { reportId, checkId, commentId, baseRevision, blockId, from } = input;
    const { read, write } = context.library;
    const { revision } = requireOpen(read, reportId, checkId);
    getFactualComment(read, checkId, commentId);
    const place = placeName(blockId, issuedCopy(readVersion(read, reportId, revision).blocks));
    const trace = { blockId, from, place };
    traceFactualChange(write, reportId, baseRevision, checkId, commentId, trace, context.writer());
    return changedAt(context, input);
  }),
  close: os.factualAccuracy.close.handler(({ input: { baseRevision, closed, ...target }, context }) => {
    const { reportId, checkId } = target;
    closeFactualCheck(context.library.write, reportId, baseRevision, checkId, closed, context.writer());
    return changedAt(context, target);
  }),
  responseDetails: os.factualAccuracy.responseDetails.handler(({ input, context }) =>
    detailsIn(responseInput(context, input)),
  ),
  response: os.factualAccuracy.response.handler(({ input, context }) =>
    tellingFaults(makeResponse(context, input, input.format)),
  ),
};

async function* makeCopy(
  context: CoreContext,
  target: Target,
  format: LetterFormat,
): AsyncGenerator<ExportEvent> {
  const { read, write } = context.library;
  const { label, extension, mediaType, write: make } = exporters[format];
  yield { kind: "step", step: `Setting the issued copy in ${label}`, done: 0.3 };
  const { revision, to, issuedOn, dueOn } = checkAt(context, target);
  const { blocks, judgements } = readVersion(read, target.reportId, revision);
  const report = { ...getReport(read, target.reportId), blocks, judgements, revision };
  const framework = findFramework(context.frameworks, report.frameworkId);
  const bytes = await make({ report, framework, extras: { factual: { to, issuedOn, dueOn } } });
  insertExport(write, target.reportId, { revision, format, letOut: [], reason: "" }, context.change());
  yield done(exportName(report, extension, "factual accuracy"), mediaType, bytes);
}

function responseInput(context: CoreContext, target: Target): ResponseInput & { readonly report: Report } {
  const { read } = context.library;
  const check = checkAt(context, target);
  return {
    report: getReport(read, target.reportId),
    issued: readVersion(read, target.reportId, check.revision).blocks,
    check,
    from: readDesk(read).name,
  };
}

/** What looks personal in what the desk wrote: the body’s own words it has written itself. */
function detailsIn(input: ResponseInput): string[] {
  const { rows } = responseWords(input);
  const written = rows.flatMap(({ reason, changes }) => [
    reason,
    ...changes.map(({ after }) => after.map(({ text }) => text).join("")),
  ]);
  return [
    ...new Set(
      written.flatMap((text) => findPersonalDetails(text).map(({ from, to }) => text.slice(from, to))),
    ),
  ];
}

async function* makeResponse(
  context: CoreContext,
  target: Target,
  format: LetterFormat,
): AsyncGenerator<ExportEvent> {
  const { label, extension, mediaType } = exporters[format];
  const response = responseInput(context, target);
  const { open } = countAnswers(response.check.comments);
  if (open > 0)
    throw new Fault(
      "held-up",
      `${open === 1 ? "One comment is" : `${open} comments are`} not answered yet.`,
      "Say of each whether it is accepted; then the response can be made.",
    );
  yield { kind: "step", step: `Setting the response in ${label}`, done: 0.3 };
  const bytes = await (format === "word"
    ? (await import("#electron/core/exporters/response-word.ts")).writeResponseWord(response)
    : (await import("#electron/core/exporters/response-pdf.ts")).writeResponsePdf(response));
  yield done(exportName(response.report, extension, "factual accuracy response"), mediaType, bytes);
}
