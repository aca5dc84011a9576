import { expect, test } from "vitest";
import { writeWord } from "#electron/core/exporters/word.ts";
import type { ExportInput } from "#electron/core/exporters/exporter.ts";
import { readReturned } from "#electron/core/importers/word/read-returned.ts";
import { sentAs } from "#electron/core/returned/sent.ts";
import { changesBetween } from "#shared/merge/changes.ts";
import { ReturnedFile } from "#shared/returned/returned-part.ts";
import { returnedReport } from "#shared/returned/returned-report.ts";
import { everyKind } from "#tests/helpers/every-kind.ts";
import { has, sayWhatIsSkipped, toFormat } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("soffice");

const asIs = (bytes: Uint8Array): Uint8Array => bytes;
const savedByLibreOffice = (bytes: Uint8Array): Uint8Array => toFormat("soffice", "docx", "sent.docx", bytes);
const cases: [what: string, input: () => Promise<ExportInput>, save: (bytes: Uint8Array) => Uint8Array][] = [
  ["every kind of block", async () => everyKind(), asIs],
  ["the sample", readSample, asIs],
];
if (has.soffice)
  cases.push(
    ["every kind of block, saved by LibreOffice", async () => everyKind(), savedByLibreOffice],
    ["the sample, saved by LibreOffice", readSample, savedByLibreOffice],
  );

test.each(cases)("what nobody changed comes back as it was sent: %s", async (_what, input, save) => {
  const sent = await input();
  const file = ReturnedFile.parse(readReturned(save(await writeWord(sent)), () => {}));
  expect(file).toMatchObject({ reportId: sent.report.id, revision: sent.report.revision });
  const base = sentAs(sent);
  const { blocks, remarks, groups } = returnedReport(base, file);
  expect(remarks).toEqual([]);
  expect(blocks).toEqual(base.blocks);
  expect(groups.size).toBe(0);
  expect(changesBetween({ base: base.blocks, theirs: blocks, ours: sent.report.blocks })).toEqual([]);
});
