import { os } from "#electron/core/api/procedures.ts";
import { exporters } from "#electron/core/exporters/registry.ts";
import { exportName } from "#electron/core/exporters/export-name.ts";
import { getReport } from "#electron/core/store/reports.ts";

export const exports = {
  make: os.exports.make.handler(async function* ({ input, context }) {
    const exporter = exporters[input.format];
    yield { kind: "step", step: "Reading the report", done: 0.1 };
    const report = getReport(context.library.read, input.reportId);
    const framework = context.frameworks.find(({ id }) => id === report.frameworkId) ?? null;
    yield { kind: "step", step: `Setting ${exporter.label}`, done: 0.3 };
    const bytes = await exporter.write({ report, framework });
    const content = Buffer.from(bytes).toString("base64");
    const fileName = exportName(report, exporter.extension);
    yield { kind: "done", fileName, mediaType: exporter.mediaType, content };
  }),
};
