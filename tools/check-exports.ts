import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { allFrameworks } from "#electron/core/app.ts";
import { asReport } from "#electron/cli/export.ts";
import { readFiles } from "#electron/cli/read-files.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { EXPORT_FORMATS } from "#shared/api/exports.ts";
import { lostIn } from "#tests/helpers/read-exports.ts";
import { readSample } from "#tests/helpers/sample.ts";

/**
 * The sample and published reports, imported, exported to Word, PDF and HTML, and read back by LibreOffice, poppler and
 * jsdom: text, numbers, headings and tables equal. `node tools/check-exports.ts [files]`; without files, twenty of the
 * corpus beside the project, evenly taken. Status 1 where anything is lost.
 */
const CORPUS = join(import.meta.dirname, "../../shared/corpus/reports");
const HOW_MANY = 20;

function chosen(): string[] {
  if (process.argv.length > 2) return process.argv.slice(2);
  if (!existsSync(CORPUS)) {
    console.error("The corpus is not beside the project: name files, or only the sample is looked at.");
    return [];
  }
  const files = readdirSync(CORPUS)
    .filter((name) => name.endsWith(".pdf"))
    .toSorted();
  const step = files.length / HOW_MANY;
  return Array.from({ length: HOW_MANY }, (_, n) => join(CORPUS, files[Math.floor(n * step)]!));
}

const frameworks = allFrameworks();
const inputs: ExportInput[] = [await readSample()];
for await (const { result } of readFiles(chosen(), frameworks)) {
  if ("fault" in result) throw result.fault;
  const report = asReport(result.draft);
  inputs.push({ report, framework: frameworks.find(({ id }) => id === report.frameworkId) ?? null });
}
let faults = 0;
for (const input of inputs) {
  const { title, blocks } = input.report;
  const told: string[] = [];
  for (const format of EXPORT_FORMATS) {
    const lost = await lostIn(format, input);
    faults += lost.length;
    told.push(`${format} ${lost.length === 0 ? "whole" : `LOST ${lost.length}`}`);
    for (const each of lost.slice(0, 6)) told.push(`\n    ${format}: ${each}`);
  }
  console.log(`${blocks.length} blocks: ${told.join(", ")}  ${title.slice(0, 70)}`);
}
console.log(`${inputs.length} reports in ${EXPORT_FORMATS.length} formats: ${faults} things lost.`);
process.exit(faults === 0 ? 0 : 1);
