import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writePdf } from "#electron/core/exporters/pdf.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { textOf, type Block } from "#shared/domain/block.ts";
import type { ReportDraft } from "#shared/domain/report.ts";
import { readSample } from "#tests/helpers/sample.ts";

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

test.each([
  ["our PDF", () => writePdf({ report, framework })],
  ["our Word file as an untagged PDF", () => Promise.resolve(fixture("cornwall-2009-word.pdf"))],
  ["our Word file as a tagged PDF", () => Promise.resolve(fixture("cornwall-2009-word-tagged.pdf"))],
])("%s is read as the report it was written from", async (_what, write) => {
  const bytes = await write();
  const draft = await readReport({ name: "export.pdf", bytes }, { frameworks, onPage: () => {} });
  const { title, provider, frameworkId, inspectionDate } = report;
  expect(draft).toMatchObject({ title, provider, frameworkId, inspectionDate });
  expect(gradesOf(draft)).toEqual(gradesOf(report));
  expect(draft.blocks.map(asRead)).toEqual(report.blocks.map(asRead));
  expect(findingsOf(draft)).toEqual(findingsOf(report));
});
