import { expect, test } from "vitest";
import { blocksAt } from "#electron/core/store/operation-log.ts";
import { applyChange, findReport, getReport, listReports } from "#electron/core/store/reports.ts";
import { search } from "#electron/core/store/search.ts";
import { diffBlocks } from "#shared/document/operations.ts";
import { plain } from "#shared/domain/block.ts";
import { ReportId } from "#shared/domain/ids.ts";
import { addReport, change, memoryLibrary } from "#tests/helpers/library.ts";
import { blockId, paragraph, smallDraft } from "#tests/helpers/reports.ts";

test("a report comes back as it went in", () => {
  const library = memoryLibrary();
  const draft = smallDraft();
  const reportId = addReport(library, draft);
  expect(getReport(library.read, reportId)).toEqual({
    ...draft,
    id: reportId,
    stage: "draft",
    revision: 1,
    evidence: [],
    figures: [],
    createdAt: change.at,
    changedAt: change.at,
  });
  expect(listReports(library.read, false)).toEqual([
    expect.objectContaining({
      id: reportId,
      paragraphs: 2,
      overall: [{ areaId: "safeguarding.overall-effectiveness", gradeId: "inadequate" }],
    }),
  ]);
});

test("operations are one revision, and the log rebuilds every revision", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const before = getReport(library.read, reportId).blocks;
  const added = paragraph("A new paragraph.", { areaIds: before[1]!.areaIds });
  const edited = { ...before[1]!, inlines: plain("Edited.") };
  const after = [before[4]!, before[0]!, edited, added, before[2]!];

  const revision = applyChange(library.write, reportId, 1, "edit", diffBlocks(before, after), change);

  expect(revision).toBe(2);
  expect(getReport(library.read, reportId).blocks).toEqual(after);
  expect(blocksAt(library.read, reportId, 1)).toEqual(before);
  expect(blocksAt(library.read, reportId, 2)).toEqual(after);
});

test("a change from an old revision is refused and changes nothing", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const { blocks } = getReport(library.read, reportId);
  const remove = [{ op: "remove" as const, blockId: blocks[0]!.id }];
  applyChange(library.write, reportId, 1, "edit", remove, change);
  expect(() =>
    applyChange(library.write, reportId, 1, "edit", [{ op: "remove", blockId: blocks[1]!.id }], change),
  ).toThrow(expect.objectContaining({ code: "conflict" }));
  expect(getReport(library.read, reportId).blocks).toHaveLength(blocks.length - 1);
});

test("when one operation of several cannot be applied, none is", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const { blocks } = getReport(library.read, reportId);
  expect(() =>
    applyChange(
      library.write,
      reportId,
      1,
      "edit",
      [
        { op: "remove", blockId: blocks[0]!.id },
        { op: "remove", blockId: blockId("nobody") },
      ],
      change,
    ),
  ).toThrow(expect.objectContaining({ code: "conflict" }));
  expect(getReport(library.read, reportId)).toMatchObject({ revision: 1, blocks });
});

test("there is room for thousands of blocks in one place", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const first = getReport(library.read, reportId).blocks[0]!.id;
  const added = Array.from({ length: 300 }, (_, i) => paragraph(`Number ${i}`));
  applyChange(
    library.write,
    reportId,
    1,
    "edit",
    added.map((block) => ({ op: "put", block, afterId: first })),
    change,
  );
  const ids = getReport(library.read, reportId).blocks.map(({ id }) => id);
  expect(ids.slice(1, 301)).toEqual(added.map(({ id }) => id).reverse());
});

test("search quotes the words it found, in blocks that still say them", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const hits = search(library.read, "partnership", 10);
  expect(hits).toEqual([
    expect.objectContaining({ reportId, reportTitle: "Inspection of Anyshire", paragraph: 2 }),
  ]);
  expect(hits[0]!.pieces.find((piece) => piece.match)?.text).toBe("Partnership");
  const { blocks } = getReport(library.read, reportId);
  const edited = { ...blocks[2]!, inlines: plain("Working together is adequate.") };
  applyChange(
    library.write,
    reportId,
    1,
    "edit",
    [{ op: "put", block: edited, afterId: blocks[1]!.id }],
    change,
  );
  expect(search(library.read, "partnership", 10)).toEqual([]);
  expect(search(library.read, '"working together', 10)).toHaveLength(1);
});

test.each(['"', "a AND", "NEAR(", "*", "col:x", "'; DROP TABLE blocks", ""])(
  "search takes %j as words",
  (query) => {
    const library = memoryLibrary();
    addReport(library, smallDraft());
    expect(() => search(library.read, query, 10)).not.toThrow();
  },
);

test("a report that is not there is null to find and a fault to get", () => {
  const library = memoryLibrary();
  const nobody = ReportId.parse("nobody");
  expect(findReport(library.read, nobody)).toBeNull();
  expect(() => getReport(library.read, nobody)).toThrow(expect.objectContaining({ code: "not-found" }));
});
