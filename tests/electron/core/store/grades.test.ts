import { expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import { setGrade } from "#electron/core/store/grades.ts";
import { listGradeChanges } from "#electron/core/store/judgements.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { AreaId, GradeId } from "#shared/domain/ids.ts";
import { gradeOf } from "#shared/domain/report.ts";
import { addReport, change, memoryLibrary, writer } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

const framework = loadFrameworks().find(({ id }) => id === "slac-2009")!;
const areaId = AreaId.parse("safeguarding.overall-effectiveness");

test("setting a grade changes judgement, printed heading and history in one revision", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const given = {
    areaId,
    gradeId: GradeId.parse("adequate"),
    rationale: "New evidence from the second visit.",
  };
  const { revision, changedBlocks } = setGrade(library.write, framework, reportId, 1, given, writer);

  const report = getReport(library.read, reportId);
  expect(revision).toBe(2);
  expect(report.revision).toBe(2);
  expect(gradeOf(report, areaId)).toBe("adequate");
  expect(report.judgements.find((judgement) => judgement.areaId === areaId)?.rowText).toBe(
    "Overall effectiveness",
  );
  expect(report.blocks[0]).toMatchObject({
    printedGrade: { gradeId: "adequate", wording: "Grade 3 (Adequate)" },
  });
  expect(changedBlocks).toEqual([report.blocks[0]]);
  expect(listGradeChanges(library.read, reportId, areaId)).toEqual([
    {
      areaId,
      revision: 2,
      from: "inadequate",
      to: "adequate",
      rationale: given.rationale,
      by: change.by,
      at: change.at,
    },
  ]);
});

test("an area that had no judgement gets one, and its first change comes from nothing", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const other = AreaId.parse("safeguarding.value-for-money");
  setGrade(
    library.write,
    framework,
    reportId,
    1,
    { areaId: other, gradeId: GradeId.parse("good"), rationale: "" },
    writer,
  );
  setGrade(
    library.write,
    framework,
    reportId,
    2,
    { areaId: other, gradeId: null, rationale: "Not judged." },
    writer,
  );
  expect(gradeOf(getReport(library.read, reportId), other)).toBeNull();
  expect(listGradeChanges(library.read, reportId, other).map(({ from, to }) => [from, to])).toEqual([
    ["good", null],
    [null, "good"],
  ]);
});

test.each([
  ["Grade 4 (Inadequate)", "Grade 2 (Good)"],
  ["Grade 4 (inadequate)", "Grade 2 (good)"],
  ["inadequate", "good"],
  ["is inadequate (4)", "is good (2)"],
  ["not worded", "Good"],
])("a heading that said “%s” says “%s”", (wording, expected) => {
  const library = memoryLibrary();
  const draft = smallDraft();
  const heading = draft.blocks[0]!;
  const printedGrade = { gradeId: GradeId.parse("inadequate"), wording };
  const reportId = addReport(library, {
    ...draft,
    blocks: [{ ...heading, printedGrade } as typeof heading, ...draft.blocks.slice(1)],
  });
  setGrade(
    library.write,
    framework,
    reportId,
    1,
    { areaId, gradeId: GradeId.parse("good"), rationale: "" },
    writer,
  );
  expect(getReport(library.read, reportId).blocks[0]).toMatchObject({ printedGrade: { wording: expected } });
});
