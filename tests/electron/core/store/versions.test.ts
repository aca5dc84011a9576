import { afterEach, beforeEach, expect, test } from "vitest";
import { loadFrameworks } from "#electron/core/frameworks.ts";
import type { Library } from "#electron/core/store/database.ts";
import { setGrade } from "#electron/core/store/grades.ts";
import { listGradeChanges } from "#electron/core/store/judgements.ts";
import { applyChange, getReport } from "#electron/core/store/reports.ts";
import { restoreVersion } from "#electron/core/store/restore.ts";
import { listVersions, nameVersion, readVersion, removeVersionName } from "#electron/core/store/versions.ts";
import { textOf, type Block } from "#shared/domain/block.ts";
import { AreaId, GradeId, type ReportId } from "#shared/domain/ids.ts";
import { addReport, change, memoryLibrary, writer } from "#tests/helpers/library.ts";
import { paragraph, smallDraft } from "#tests/helpers/reports.ts";
import { bestOf } from "#tests/helpers/best-of.ts";

const slac = loadFrameworks().find(({ id }) => id === "slac-2009")!;
const overall = AreaId.parse("safeguarding.overall-effectiveness");
const good = GradeId.parse("good");

let library: Library;
let reportId: ReportId;
const draft = smallDraft();
beforeEach(() => {
  library = memoryLibrary();
  reportId = addReport(library, draft);
});
afterEach(() => library.close());

const head = (): number => getReport(library.read, reportId).revision;
/** Adds a paragraph at the end, on a day. */
function write(text: string, at: string): Block {
  const block = paragraph(text);
  const last = getReport(library.read, reportId).blocks.at(-1)!.id;
  applyChange(library.write, reportId, head(), "edit", [{ op: "put", block, afterId: last }], {
    by: "b.writer",
    at,
  });
  return block;
}

test("lists the first revision, named ones, and the last of each day, newest first, with what changed", () => {
  write("One two three.", "2026-01-03T09:00:00.000Z");
  write("Four five.", "2026-01-03T10:00:00.000Z");
  nameVersion(library.write, reportId, 2, "Before lunch", change);
  write("Six.", "2026-01-05T10:00:00.000Z");
  expect(
    listVersions(library.read, reportId).map(
      ({ revision, name, origin, by, blocksChanged, wordsChanged }) => [
        revision,
        name,
        origin,
        by,
        blocksChanged,
        wordsChanged,
      ],
    ),
  ).toEqual([
    [4, null, null, "b.writer", 1, 1],
    [3, null, null, "b.writer", 1, 2],
    [2, "Before lunch", null, "b.writer", 1, 3],
    [1, null, "import", "a.tester", 0, 0],
  ]);
  nameVersion(library.write, reportId, 2, "Lunch", change);
  expect(listVersions(library.read, reportId)[2]!.name).toBe("Lunch");
  removeVersionName(library.write, reportId, 2);
  expect(listVersions(library.read, reportId).map(({ revision }) => revision)).toEqual([4, 3, 1]);
  expect(() => nameVersion(library.write, reportId, 9, "Never", change)).toThrow(/no such version/);
});

test("reads text and grades as they stood", () => {
  setGrade(library.write, slac, reportId, 1, { areaId: overall, gradeId: good, rationale: "Seen." }, writer);
  setGrade(
    library.write,
    slac,
    reportId,
    2,
    { areaId: overall, gradeId: GradeId.parse("outstanding"), rationale: "More seen." },
    writer,
  );
  write("Later.", "2026-01-03T09:00:00.000Z");
  const grades = (revision: number) =>
    readVersion(library.read, reportId, revision).judgements.map(({ gradeId, rationale }) => [
      gradeId,
      rationale,
    ]);
  expect(grades(1)).toEqual([
    ["inadequate", ""],
    ["adequate", ""],
  ]);
  expect(grades(2)[0]).toEqual(["good", "Seen."]);
  expect(grades(4)[0]).toEqual(["outstanding", "More seen."]);
  expect(readVersion(library.read, reportId, 1).blocks).toEqual(draft.blocks);
  expect(readVersion(library.read, reportId, 4).blocks).toHaveLength(draft.blocks.length + 1);
  expect(() => readVersion(library.read, reportId, 5)).toThrow(/no such version/);
});

test("restores the text as a new revision, and headings print the grade that stands", () => {
  nameVersion(library.write, reportId, 1, "As sent", change);
  setGrade(library.write, slac, reportId, 1, { areaId: overall, gradeId: good, rationale: "Seen." }, writer);
  const added = write("Later.", "2026-01-03T09:00:00.000Z");
  const before = getReport(library.read, reportId);
  expect(restoreVersion(library.write, slac, reportId, 3, { revision: 1, grades: false }, writer)).toBe(4);
  const restored = getReport(library.read, reportId);
  expect(restored.blocks.map(textOf)).toEqual(draft.blocks.map(textOf));
  expect(restored.blocks[0]).toMatchObject({ printedGrade: { gradeId: "good", wording: "Grade 2 (Good)" } });
  expect(restored.judgements).toEqual(before.judgements);
  // Nothing is lost: what was there a moment ago is the revision before.
  expect(readVersion(library.read, reportId, 3).blocks).toEqual(before.blocks);
  restoreVersion(library.write, slac, reportId, 4, { revision: 3, grades: true }, writer);
  expect(getReport(library.read, reportId).blocks).toEqual(before.blocks);
  expect(getReport(library.read, reportId).blocks.at(-1)!.id).toBe(added.id);
});

test("grades come back when asked for, and their history says where from", () => {
  nameVersion(library.write, reportId, 1, "As sent", change);
  setGrade(library.write, slac, reportId, 1, { areaId: overall, gradeId: good, rationale: "Seen." }, writer);
  restoreVersion(library.write, slac, reportId, 2, { revision: 1, grades: true }, writer);
  const restored = getReport(library.read, reportId);
  expect(restored.blocks).toEqual(draft.blocks);
  expect(restored.judgements).toEqual(draft.judgements);
  const history = library.read
    .prepare(
      "SELECT revision, from_grade, to_grade, rationale FROM judgement_changes ORDER BY seq DESC LIMIT 1",
    )
    .get();
  expect(history).toEqual({
    revision: 3,
    from_grade: "good",
    to_grade: "inadequate",
    rationale: "Restored from “As sent”.",
  });
});

test("a reason that came back is read as it was given", () => {
  setGrade(library.write, slac, reportId, 1, { areaId: overall, gradeId: good, rationale: "Seen." }, writer);
  setGrade(library.write, slac, reportId, 2, { areaId: overall, gradeId: null, rationale: "" }, writer);
  restoreVersion(library.write, slac, reportId, 3, { revision: 2, grades: true }, writer);
  const rationale = (revision: number) =>
    readVersion(library.read, reportId, revision).judgements[0]!.rationale;
  expect(listGradeChanges(library.read, reportId, overall)[0]!.rationale).toBe(
    "Restored from revision 2.\nSeen.",
  );
  write("Later.", "2026-01-03T09:00:00.000Z");
  setGrade(library.write, slac, reportId, 5, { areaId: overall, gradeId: null, rationale: "" }, writer);
  expect([2, 3, 4, 5, 6].map(rationale)).toEqual(["Seen.", "", "Seen.", "Seen.", ""]);
});

test("refuses to restore over a change it has not seen", () => {
  write("Later.", "2026-01-03T09:00:00.000Z");
  expect(() =>
    restoreVersion(library.write, slac, reportId, 1, { revision: 1, grades: false }, writer),
  ).toThrow(/changed elsewhere/);
  expect(head()).toBe(2);
});

test("a long history is replayed in reading time", () => {
  const words = "The council and its partners have made steady progress since the last inspection. ".repeat(
    8,
  );
  const blocks = Array.from({ length: 700 }, (_, index) => paragraph(`${index} ${words}`));
  const long = addReport(library, smallDraft({ blocks }));
  const insert = library.write.prepare(
    `INSERT INTO operations (report_id, revision, kind, forward, inverse, changed_by, changed_at)
     VALUES (?, ?, 'edit', ?, '[]', 'a.tester', '2026-01-02T03:04:05.000Z')`,
  );
  library.write.transaction(() => {
    for (let revision = 2; revision <= 5000; revision++) {
      const block = blocks[revision % 700]!;
      const operation = {
        op: "put",
        block: { ...block, inlines: [{ kind: "text", text: `${revision} ${words}` }] },
        afterId: blocks[(revision % 700) - 1]?.id ?? null,
      };
      insert.run(long, revision, JSON.stringify([operation]));
    }
    library.write.prepare("UPDATE reports SET revision = 5000 WHERE id = ?").run(long);
  })();
  let read: ReturnType<typeof readVersion>["blocks"] = [];
  const replayed = bestOf(3, () => void ({ blocks: read } = readVersion(library.read, long, 5000)));
  expect(textOf(read[99]!)).toMatch(/^4999 /);
  const rows = library.read.prepare("SELECT forward FROM operations WHERE report_id = ?").pluck();
  const parsed = bestOf(3, () => {
    for (const row of rows.all(long) as string[]) JSON.parse(row);
  });
  expect(replayed / parsed).toBeLessThan(20);
});
