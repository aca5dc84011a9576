import { done, fileOf } from "#electron/core/api/file-event.ts";
import { os, tellingFaults } from "#electron/core/api/procedures.ts";
import { exportExtras } from "#electron/core/api/export-extras.ts";
import type { CoreContext } from "#electron/core/context.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { exportName, ledgerName } from "#electron/core/exporters/export-name.ts";
import { logAsCsv, logAsXlsx } from "#electron/core/exporters/evidence-log.ts";
import { exporters } from "#electron/core/exporters/registry.ts";
import { publicationCheck, requireSettled } from "#electron/core/publication-check.ts";
import { readAttachment } from "#electron/core/store/attachments.ts";
import { listComments } from "#electron/core/store/comments.ts";
import { readDesk } from "#electron/core/store/desk.ts";
import { getEvidence } from "#electron/core/store/evidence.ts";
import { insertExport } from "#electron/core/store/exports.ts";
import { checkedLedger } from "#electron/core/store/ledger.ts";
import { getReport } from "#electron/core/store/reports.ts";
import type { ExportEvent, ExportFormat, ExportOptions, LetterFormat } from "#shared/api/exports.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { queriesOf } from "#shared/review/letter.ts";
import { findFramework } from "#shared/domain/framework.ts";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exports = {
  check: os.exports.check.handler(({ input, context }) => {
    const { report, framework } = readInput(context, input.reportId);
    return publicationCheck(context.library.read, report, framework);
  }),
  make: os.exports.make.handler(({ input, context }) => tellingFaults(makeReport(context, input))),
  preview: os.exports.preview.handler(async ({ input: { reportId }, context, signal }) => {
    const { report, framework } = readInput(context, reportId);
    const { setPdf } = await import("#electron/core/exporters/pdf.ts");
    const { bytes, pages } = await setPdf({ report, framework }, signal);
    const { extension, mediaType } = exporters.pdf;
    return { ...fileOf(exportName(report, extension), mediaType, bytes), pages };
  }),
  evidenceLog: os.exports.evidenceLog.handler(({ input: { reportId, format }, context }) => {
    const { report, framework } = readInput(context, reportId);
    const name = exportName(report, `.${format}`, "evidence");
    return events(
      format === "csv"
        ? done(name, "text/csv", logAsCsv(report.evidence, framework))
        : done(name, XLSX_TYPE, logAsXlsx(report.evidence, framework)),
    );
  }),
  letter: os.exports.letter.handler(({ input, context }) =>
    tellingFaults(makeLetter(context, input.reportId, input.format)),
  ),
  ledger: os.exports.ledger.handler(({ input, context }) =>
    tellingFaults(makeLedger(context, input.reportId)),
  ),
  attachment: os.exports.attachment.handler(({ input, context }) => {
    const { read } = context.library;
    const { id } = getEvidence(read, input.reportId, input.evidenceId);
    const { name, mediaType, bytes } = readAttachment(read, id, input.hash);
    return events(done(name, mediaType, bytes));
  }),
};

async function* events(...list: ExportEvent[]): AsyncGenerator<ExportEvent> {
  yield* list;
}

async function* makeLetter(
  context: CoreContext,
  reportId: ReportId,
  format: LetterFormat,
): AsyncGenerator<ExportEvent> {
  const { label, extension, mediaType } = exporters[format];
  yield { kind: "step", step: `Setting the letter in ${label}`, done: 0.3 };
  const { read } = context.library;
  const report = getReport(read, reportId);
  const letter = {
    report,
    from: readDesk(read).name,
    queries: queriesOf(report.blocks, listComments(read, reportId)),
  };
  const bytes = await (format === "word"
    ? (await import("#electron/core/exporters/letter-word.ts")).writeLetterWord(letter)
    : (await import("#electron/core/exporters/letter-pdf.ts")).writeLetterPdf(letter));
  yield done(exportName(report, extension, "QA letter"), mediaType, bytes);
}

async function* makeLedger(context: CoreContext, reportId: ReportId): AsyncGenerator<ExportEvent> {
  yield { kind: "step", step: "Setting the ledger", done: 0.3 };
  const { report, framework } = readInput(context, reportId);
  const { writeLedgerPdf } = await import("#electron/core/exporters/ledger-pdf.ts");
  const bytes = await writeLedgerPdf({
    report,
    framework,
    ...checkedLedger(context.library.read, reportId),
    at: context.change().at,
  });
  yield done(ledgerName(report), exporters.pdf.mediaType, bytes);
}

interface Asked {
  readonly reportId: ReportId;
  readonly format: ExportFormat;
  readonly options: ExportOptions;
  readonly reason: string;
}

function readInput(context: CoreContext, reportId: ReportId): ExportInput {
  const report = getReport(context.library.read, reportId);
  return { report, framework: findFramework(context.frameworks, report.frameworkId) };
}

async function* makeReport(
  context: CoreContext,
  { reportId, format, options, reason }: Asked,
): AsyncGenerator<ExportEvent> {
  const exporter = exporters[format];
  yield { kind: "step", step: "Reading the report", done: 0.1 };
  const { report, framework } = readInput(context, reportId);
  const letOut = requireSettled(publicationCheck(context.library.read, report, framework), reason, "export");
  yield { kind: "step", step: `Setting ${exporter.label}`, done: 0.3 };
  const extras = format === "word" ? exportExtras(context, reportId, options) : {};
  const bytes = await exporter.write({ report, framework, options, extras });
  const made = { revision: report.revision, format, ...letOut };
  insertExport(context.library.write, reportId, made, context.change());
  const ending = extras.annex ? `-internal${exporter.extension}` : exporter.extension;
  yield done(exportName(report, ending), exporter.mediaType, bytes);
}
