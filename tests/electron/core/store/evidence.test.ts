import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listEvidence, nextReference, putEvidence, removeEvidence } from "#electron/core/store/evidence.ts";
import { applyChange, getReport } from "#electron/core/store/reports.ts";
import { search } from "#electron/core/store/search.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import { addReport, change, memoryLibrary } from "#tests/helpers/library.ts";
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

test("removing an item takes its ties and leaves the text", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const first = item("E-001");
  putEvidence(library.write, reportId, first);
  const { blocks } = getReport(library.read, reportId);
  const tied = { ...blocks[1]!, evidenceIds: [first.id] };
  applyChange(
    library.write,
    reportId,
    1,
    "edit",
    [{ op: "put", block: tied, afterId: blocks[0]!.id }],
    change,
  );
  expect(getReport(library.read, reportId).blocks[1]!.evidenceIds).toEqual([first.id]);
  removeEvidence(library.write, reportId, first.id);
  expect(getReport(library.read, reportId).blocks[1]).toEqual(blocks[1]);
  expect(() => removeEvidence(library.write, reportId, first.id)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});
