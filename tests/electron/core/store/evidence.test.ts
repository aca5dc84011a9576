import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  listEvidence,
  nextReference,
  putEvidence,
  removeEvidence,
  restoreEvidence,
} from "#electron/core/store/evidence.ts";
import { putFigure } from "#electron/core/store/figures.ts";
import { applyChange, getReport } from "#electron/core/store/reports.ts";
import { search } from "#electron/core/store/search.ts";
import type { Block } from "#shared/domain/block.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { Figure } from "#shared/domain/figure.ts";
import { addReport, AT, change, memoryLibrary } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

const item = (reference: string, fields: Record<string, unknown> = {}): Evidence =>
  Evidence.parse({
    id: randomUUID(),
    reference,
    kind: "interview",
    title: "Head of service",
    date: "2009-09-14",
    ...fields,
  });

test("items are numbered, kept with their areas, and found by their notes", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  expect(nextReference(library.read, reportId)).toBe("E-001");
  const first = item("E-001", {
    areaIds: ["safeguarding.partnerships"],
    people: 3,
    notes: "Mailbox is not secure.",
  });
  putEvidence(library.write, reportId, first);
  expect(nextReference(library.read, reportId)).toBe("E-002");
  expect(listEvidence(library.read, reportId)).toEqual([first]);
  expect(search(library.read, "mailbox", 5)).toEqual([expect.objectContaining({ reportId, blockId: null })]);
});

test("removing an item takes its ties and leaves the text, and restoring it brings both back under the same reference", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const first = item("E-001");
  putEvidence(library.write, reportId, first);
  const { blocks } = getReport(library.read, reportId);
  const tied: Block = { ...blocks[1]!, evidenceIds: [first.id], bearings: { [first.id]: "contradicts" } };
  applyChange(
    library.write,
    reportId,
    1,
    "edit",
    [{ op: "put", block: tied, afterId: blocks[0]!.id }],
    change,
  );
  putFigure(
    library.write,
    reportId,
    Figure.parse({ id: "f", label: "Plans", value: "9", evidenceId: first.id }),
  );
  expect(getReport(library.read, reportId).blocks[1]).toEqual(tied);
  removeEvidence(library.write, reportId, first.id, AT);
  const without = getReport(library.read, reportId);
  expect(without.blocks[1]).toEqual(blocks[1]);
  expect(without.evidence).toEqual([]);
  expect(without.figures).toMatchObject([{ evidenceId: null }]);
  expect(search(library.read, "head of service", 5)).toEqual([]);
  expect(() => removeEvidence(library.write, reportId, first.id, AT)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
  expect(nextReference(library.read, reportId)).toBe("E-002");
  expect(restoreEvidence(library.write, reportId, first.id)).toEqual(first);
  expect(getReport(library.read, reportId).blocks[1]).toEqual(tied);
  expect(getReport(library.read, reportId).figures).toMatchObject([{ evidenceId: first.id }]);
  expect(search(library.read, "head of service", 5)).toHaveLength(1);
});

test("a tie that goes takes its bearing along, and one to a removed item is not kept", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const [first, second] = [item("E-001"), item("E-002")];
  putEvidence(library.write, reportId, first);
  putEvidence(library.write, reportId, second);
  removeEvidence(library.write, reportId, second.id, AT);
  const { blocks } = getReport(library.read, reportId);
  const save = (block: Block, revision: number): void =>
    void applyChange(
      library.write,
      reportId,
      revision,
      "edit",
      [{ op: "put", block, afterId: blocks[0]!.id }],
      change,
    );
  const bearings: Block["bearings"] = { [first.id]: "qualifies", [second.id]: "contradicts" };
  save({ ...blocks[1]!, evidenceIds: [first.id, second.id], bearings }, 1);
  expect(getReport(library.read, reportId).blocks[1]).toEqual({
    ...blocks[1]!,
    evidenceIds: [first.id],
    bearings: { [first.id]: "qualifies" },
  });
  save(blocks[1]!, 2);
  expect(restoreEvidence(library.write, reportId, second.id)).toEqual(second);
  expect(getReport(library.read, reportId).blocks[1]).toEqual(blocks[1]);
});
