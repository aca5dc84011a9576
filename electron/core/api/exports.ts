import { os, tellingFaults } from "#electron/core/api/procedures.ts";
import { exportExtras } from "#electron/core/api/export-extras.ts";
import type { CoreContext } from "#electron/core/context.ts";
import { exportName } from "#electron/core/exporters/export-name.ts";
import { logAsCsv, logAsXlsx } from "#electron/core/exporters/evidence-log.ts";
import { exporters } from "#electron/core/exporters/registry.ts";
import { readAttachment } from "#electron/core/store/attachments.ts";
import { getEvidence } from "#electron/core/store/evidence.ts";
import { getReport } from "#electron/core/store/reports.ts";
import type { ExportEvent, ExportFormat, ExportOptions } from "#shared/api/exports.ts";
import type { ReportId } from "#shared/domain/ids.ts";

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exports = {
  make: os.exports.make.handler(({ input, context }) =>
    tellingFaults(makeReport(context, input.reportId, input.format, input.options)),
  ),
  evidenceLog: os.exports.evidenceLog.handler(({ input: { reportId, format }, context }) => {
    const report = getReport(context.library.read, reportId);
    const framework = context.frameworks.find(({ id }) => id === report.frameworkId) ?? null;
    const name = exportName(
      { ...report, provider: `${report.provider || report.title} evidence` },
      `.${format}`,
    );
    return events(
      format === "csv"
        ? done(name, "text/csv", logAsCsv(report.evidence, framework))
        : done(name, XLSX_TYPE, logAsXlsx(report.evidence, framework)),
    );
  }),
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

const done = (fileName: string, mediaType: string, bytes: Uint8Array): ExportEvent => ({
  kind: "done",
  fileName,
  mediaType,
  content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64"),
});

async function* makeReport(
  context: CoreContext,
  reportId: ReportId,
  format: ExportFormat,
  options: ExportOptions,
): AsyncGenerator<ExportEvent> {
  const exporter = exporters[format];
  yield { kind: "step", step: "Reading the report", done: 0.1 };
  const report = getReport(context.library.read, reportId);
  const framework = context.frameworks.find(({ id }) => id === report.frameworkId) ?? null;
  yield { kind: "step", step: `Setting ${exporter.label}`, done: 0.3 };
  const extras = format === "word" ? exportExtras(context, reportId, options) : {};
  const bytes = await exporter.write({ report, framework, options, extras });
  const ending = extras.annex ? `-internal${exporter.extension}` : exporter.extension;
  yield done(exportName(report, ending), exporter.mediaType, bytes);
}
