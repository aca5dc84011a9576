import { expect, test } from "vitest";
import { writePdf } from "#electron/core/exporters/pdf.ts";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { readReport } from "#electron/core/importers/read-report.ts";
import { textOf } from "#shared/domain/block.ts";
import type { Report } from "#shared/domain/report.ts";
import { readSample } from "#tests/helpers/sample.ts";

const frameworks = loadFrameworks();
const { report, framework } = await readSample();
const readBack = async (changed: Partial<Report>) =>
  readReport(
    { name: "export.pdf", bytes: await writePdf({ report: { ...report, ...changed }, framework }) },
    { frameworks, onPage: () => {} },
  );

test("facts of the cover come back as facts: the provider and the day that the text does not say", async () => {
  const draft = await readBack({
    title: "Inspection of safeguarding",
    provider: "Barsetshire County Council",
    inspectionDate: "2010-02-12",
  });
  expect(draft).toMatchObject({
    title: "Inspection of safeguarding",
    provider: "Barsetshire County Council",
    frameworkId: report.frameworkId,
    inspectionDate: "2010-02-12",
  });
  expect(draft.blocks.map(textOf)).toEqual(report.blocks.map(textOf));
});

test("grades that the text has no table and no heading of come back from the cover", async () => {
  const blocks = report.blocks.filter(
    (block) => block.kind !== "findings-record" && !(block.kind === "heading" && block.graded),
  );
  const draft = await readBack({ blocks });
  const grades = ({ judgements }: Pick<Report, "judgements">) =>
    judgements.map(({ areaId, gradeId }) => [areaId, gradeId]);
  expect(grades(draft)).toEqual(grades(report));
  expect(draft.blocks.some(({ kind }) => kind === "findings-record")).toBe(false);
});
