import { join } from "node:path";
import { expect, test } from "vitest";
import { asReport } from "#electron/cli/export.ts";
import { readFiles } from "#electron/cli/read-files.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { EXPORT_FORMATS } from "#shared/api/exports.ts";
import { plain } from "#shared/domain/block.ts";
import { lostIn } from "#tests/helpers/read-exports.ts";
import { has, sayWhatIsSkipped } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("soffice", "pdftotext");

const IMPORTS = join(import.meta.dirname, "../../../fixtures/imports");
const frameworks = loadFrameworks();

async function published(name: string): Promise<ExportInput> {
  for await (const { result } of readFiles([join(IMPORTS, name)], frameworks)) {
    if ("fault" in result) throw result.fault;
    const report = asReport(result.draft);
    return { report, framework: frameworks.find(({ id }) => id === report.frameworkId) ?? null };
  }
  throw new Error(`${name} was not read`);
}

const reads = { word: has.soffice, pdf: has.pdftotext, html: true };

for (const format of EXPORT_FORMATS.filter((each) => reads[each]))
  test(`other programs find text, numbers, headings and tables whole: ${format}`, async () => {
    for (const input of [
      await readSample(),
      await published("isles-of-scilly-2023.pdf"),
      await published("kent-2013.pdf"),
    ])
      expect(await lostIn(format, input), input.report.title).toEqual([]);
  });

test("what is not in the file is told", async () => {
  const input = await readSample();
  const [first, ...rest] = input.report.blocks;
  const changed = { ...first!, inlines: plain("Words that the reader never sees") };
  const lost = await lostIn("html", input, { ...input.report, blocks: [changed, ...rest] });
  expect(lost).toEqual(["heading: Words that the reader never sees", "headings: 19 written, 18 read"]);
});
