import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Library } from "#electron/core/store/database.ts";
import { duplicateReport } from "#electron/core/store/duplicate.ts";
import { putEvidence } from "#electron/core/store/evidence.ts";
import { putFigure } from "#electron/core/store/figures.ts";
import { listGradeChanges } from "#electron/core/store/judgements.ts";
import { getReport } from "#electron/core/store/reports.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { Figure } from "#shared/domain/figure.ts";
import { addReport, change, memoryLibrary } from "#tests/helpers/library.ts";
import { block, paragraph, smallDraft } from "#tests/helpers/reports.ts";

let library: Library;
beforeEach(() => {
  library = memoryLibrary();
});
afterEach(() => library.close());

test("a copy has the same text, grades and evidence, and shares no id with its original", () => {
  const weakness = paragraph("Plans are not kept.");
  const draft = smallDraft();
  const [overall, partnerships] = draft.judgements;
  const reportId = addReport(library, {
    ...draft,
    judgements: [{ ...overall!, rationale: "Too many cases." }, partnerships!],
    blocks: [
      ...draft.blocks,
      weakness,
      block({ kind: "recommendation", text: `Keep ${weakness.id}.`, justifiedBy: [weakness.id] }),
    ],
  });
  const item = Evidence.parse({
    id: randomUUID(),
    reference: "E-001",
    kind: "interview",
    title: "Head of service",
    date: null,
    areaIds: [overall!.areaId],
  });
  putEvidence(library.write, reportId, item);
  library.write
    .prepare(
      `INSERT INTO block_evidence (block_seq, evidence_id, ordinal, bearing)
       SELECT seq, ?, 0, 'qualifies' FROM blocks WHERE id = ?`,
    )
    .run(item.id, weakness.id);
  putFigure(
    library.write,
    reportId,
    Figure.parse({ id: "f1", label: "Plans", value: "9", evidenceId: item.id }),
  );
  const original = getReport(library.read, reportId);

  const copied = duplicateReport(library.write, reportId, randomUUID, change);
  const copy = getReport(library.read, copied.reportId);
  expect(copied.title).toBe("Inspection of Anyshire (copy)");
  expect(copy).toMatchObject({ title: copied.title, stage: "draft", revision: 1 });
  expect(copy.judgements).toEqual(original.judgements);
  expect(copy.figures).toMatchObject([{ label: "Plans", value: "9", evidenceId: copy.evidence[0]!.id }]);
  expect(copy.figures[0]!.id).not.toBe("f1");
  expect(copy.evidence).toEqual([{ ...item, id: copy.evidence[0]!.id }]);
  const ids = [...original.blocks, ...original.evidence].map(({ id }) => id);
  expect([...copy.blocks, ...copy.evidence].filter(({ id }) => ids.includes(id))).toEqual([]);
  // With every id named by its place, the two are one.
  const named = (report: typeof copy): unknown =>
    report.blocks.map((each) => ({
      ...each,
      id: null,
      evidenceIds: each.evidenceIds.map((id) => report.evidence.findIndex((one) => one.id === id)),
      bearings: each.evidenceIds.map((id) => each.bearings[id] ?? null),
      justifiedBy:
        each.kind === "recommendation"
          ? each.justifiedBy.map((id) => report.blocks.findIndex((one) => one.id === id))
          : [],
    }));
  expect(named(copy)).toEqual(named(original));
  // The reasons have a history of their own, and the original is as it was.
  expect(listGradeChanges(library.read, copied.reportId, overall!.areaId)).toMatchObject([
    { revision: 1, from: null, to: "inadequate", rationale: "Too many cases." },
  ]);
  expect(getReport(library.read, reportId)).toEqual(original);
});
