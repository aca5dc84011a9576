import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeWord } from "#electron/core/exporters/word.ts";
import { writePdf } from "#electron/core/exporters/pdf.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { textOf, type Block } from "#shared/domain/block.ts";
import type { ReportDraft } from "#shared/domain/report.ts";
import { has, sayWhatIsSkipped, toFormat } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

sayWhatIsSkipped("soffice");
const frameworks = loadFrameworks();
const { report, framework } = await readSample();
const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/imports/${name}`, import.meta.url));

const asRead = (block: Block) => ({
  kind: block.kind,
  text: block.kind === "table" ? block.rows : textOf(block),
  areaIds: block.areaIds,
  timescaleId: block.kind === "recommendation" ? block.timescaleId : null,
  grade: block.kind === "heading" ? (block.printedGrade?.gradeId ?? null) : null,
  numbered: block.kind === "paragraph" && block.numbered,
});
const gradesOf = ({ judgements }: ReportDraft) =>
  Object.fromEntries(judgements.map(({ areaId, gradeId }) => [areaId, gradeId]));
/** Our exports write every grade alike, so that what is said of unlike ones is mended by writing the report out. */
const findingsOf = (draft: ReportDraft) =>
  check(buildSnapshot({ ...report, ...draft }, framework))
    .filter(({ rule }) => rule !== "grade/format-not-uniform")
    .map(({ rule, message }) => `${rule} ${message}`);

const asWord = () => writeWord({ report, framework });
/** By way of another program, which writes all of it anew. */
const throughOpenDocument = async () => {
  const odt = toFormat("soffice", "odt", "cornwall.docx", await asWord());
  return toFormat("soffice", "docx", "cornwall.odt", odt);
};

const written: [what: string, write: () => Promise<Uint8Array>][] = [
  ["our PDF", () => writePdf({ report, framework })],
  ["our Word file", asWord],
  ["our Word file as an untagged PDF", () => Promise.resolve(fixture("cornwall-2009-word.pdf"))],
  ["our Word file as a tagged PDF", () => Promise.resolve(fixture("cornwall-2009-word-tagged.pdf"))],
];
if (has.soffice) written.push(["our Word file, saved by LibreOffice", throughOpenDocument]);

test.each(written)("%s is read as the report it was written from", async (_what, write) => {
  const bytes = await write();
  const draft = await readReport({ name: "export", bytes }, { frameworks, onPage: () => {} });
  const { title, provider, frameworkId, inspectionDate } = report;
  expect(draft).toMatchObject({ title, provider, frameworkId, inspectionDate });
  expect(gradesOf(draft)).toEqual(gradesOf(report));
  expect(draft.blocks.map(asRead)).toEqual(report.blocks.map(asRead));
  expect(findingsOf(draft)).toEqual(findingsOf(report));
});
