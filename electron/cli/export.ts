import { existsSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { LibraryOptions } from "#electron/cli/library-options.ts";
import { withReport } from "#electron/cli/library-report.ts";
import { readFiles } from "#electron/cli/read-files.ts";
import { allFrameworks } from "#electron/core/app.ts";
import { exportName } from "#electron/core/exporters/export-name.ts";
import { exporters } from "#electron/core/exporters/registry.ts";
import { publicationCheck } from "#electron/core/publication-check.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { writeFileAtomically } from "#electron/core/write-file.ts";
import type { ExportFormat } from "#shared/api/exports.ts";
import { findFramework, type Framework } from "#shared/domain/framework.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { ImportedReport, Report, type ReportDraft } from "#shared/domain/report.ts";
import { checkReport } from "#shared/consistency/check.ts";
import { Fault } from "#shared/fault.ts";
import { type CheckedItem, heldUpBy } from "#shared/publication/publication-item.ts";
import { publicationItems } from "#shared/publication/publication-items.ts";

export interface ExportOptions extends LibraryOptions {
  readonly format: readonly ExportFormat[];
  readonly out: string;
}

/** Writes the report in each format asked for; prints where. */
export async function exportReport(name: string, options: ExportOptions): Promise<number> {
  const frameworks = allFrameworks();
  const { report, framework, unsettled } = existsSync(name)
    ? await readReport(name, frameworks)
    : await fromLibrary(name, frameworks, options);
  tellWhatIsUnsettled(unsettled);
  for (const format of options.format) {
    const exporter = exporters[format];
    const path = join(options.out, exportName(report, exporter.extension));
    await writeFileAtomically(path, await exporter.write({ report, framework }));
    console.log(path);
  }
  return 0;
}

/** Whoever writes a command has decided; what they would be asked at the desk is told beside the file. */
function tellWhatIsUnsettled(items: readonly CheckedItem[]): void {
  for (const { paragraph, message } of heldUpBy(items))
    console.error(`plumbline: ${paragraph === null ? "" : `paragraph ${paragraph}: `}${message}`);
}

interface Leaving {
  readonly report: Report;
  readonly framework: Framework | null;
  readonly unsettled: readonly CheckedItem[];
}

async function readReport(path: string, frameworks: readonly Framework[]): Promise<Leaving> {
  for await (const { result } of readFiles([path], frameworks)) {
    if ("fault" in result) throw result.fault;
    const report = asReport(result.draft);
    const framework = findFramework(frameworks, report.frameworkId);
    const findings = checkReport(report, framework);
    const { comments } = ImportedReport.parse(result.draft);
    const items = publicationItems({
      blocks: report.blocks,
      framework,
      findings,
      dispositions: [],
      comments,
    });
    return { report, framework, unsettled: items.map((item) => ({ ...item, letOut: null })) };
  }
  throw new Fault("not-found", `${path} could not be read.`, "Check the name and try again.");
}

/** A report that stands in no library, for the length of one command. */
export function asReport(draft: ReportDraft): Report {
  // What people said of the file stays with it.
  const { comments: _comments, pictures: _pictures, ...content } = ImportedReport.parse(draft);
  const now = new Date().toISOString();
  const id = randomUUID() as ReportId;
  return {
    ...content,
    id,
    stage: "draft",
    revision: 0,
    evidence: [],
    figures: [],
    createdAt: now,
    changedAt: now,
  };
}

const fromLibrary = (
  name: string,
  frameworks: readonly Framework[],
  options: LibraryOptions,
): Promise<Leaving> =>
  withReport(name, options, "a file", ({ context: { library } }, reportId) => {
    const report = getReport(library.read, reportId);
    const framework = findFramework(frameworks, report.frameworkId);
    return { report, framework, unsettled: publicationCheck(library.read, report, framework) };
  });
