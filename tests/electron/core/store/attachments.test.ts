import { createHash, randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { attach, detach, readAttachment } from "#electron/core/store/attachments.ts";
import type { Library } from "#electron/core/store/database.ts";
import { duplicateReport } from "#electron/core/store/duplicate.ts";
import { getEvidence, listEvidence, putEvidence } from "#electron/core/store/evidence.ts";
import { Evidence } from "#shared/domain/evidence.ts";
import type { ReportId } from "#shared/domain/ids.ts";
import { addReport, change, memoryLibrary } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

let library: Library;
let reportId: ReportId;
const [first, second] = ["one", "two"].map((id, index) =>
  Evidence.parse({ id, reference: `E-00${index + 1}`, kind: "document", title: id, date: null }),
) as [Evidence, Evidence];

beforeEach(() => {
  library = memoryLibrary();
  reportId = addReport(library, smallDraft());
  putEvidence(library.write, reportId, first);
  putEvidence(library.write, reportId, second);
});
afterEach(() => library.close());

const plan = { name: "plan.pdf", mediaType: "application/pdf", bytes: new TextEncoder().encode("A plan.") };
const hash = createHash("sha256").update(plan.bytes).digest("hex");
const contents = (): unknown => library.read.prepare("SELECT hash, size FROM attachment_contents").all();

test("a content is kept once for all items that have it, and goes with the last of them", () => {
  attach(library.write, first.id, plan, change);
  attach(library.write, second.id, { ...plan, name: "copy of plan.pdf" }, change);
  expect(contents()).toEqual([{ hash, size: 7 }]);
  expect(listEvidence(library.read, reportId).map(({ attachments }) => attachments)).toEqual([
    [{ hash, name: "plan.pdf", size: 7, mediaType: "application/pdf" }],
    [{ hash, name: "copy of plan.pdf", size: 7, mediaType: "application/pdf" }],
  ]);
  expect(() => attach(library.write, first.id, plan, change)).toThrow(/has that file already, as plan\.pdf/);
  expect(Buffer.from(readAttachment(library.read, second.id, hash).bytes).toString()).toBe("A plan.");
  detach(library.write, first.id, hash);
  expect(contents()).toEqual([{ hash, size: 7 }]);
  detach(library.write, second.id, hash);
  expect(contents()).toEqual([]);
  expect(() => detach(library.write, second.id, hash)).toThrow(
    expect.objectContaining({ code: "not-found" }),
  );
});

test("a copied report has the files too, and contents go with the reports that had them", () => {
  attach(library.write, first.id, plan, change);
  const copy = duplicateReport(library.write, reportId, randomUUID, change).reportId;
  expect(listEvidence(library.read, copy)[0]!.attachments).toEqual(
    getEvidence(library.read, reportId, first.id).attachments,
  );
  library.write.prepare("DELETE FROM reports WHERE id = ?").run(reportId);
  expect(contents()).toEqual([{ hash, size: 7 }]);
  library.write.prepare("DELETE FROM reports").run();
  expect(contents()).toEqual([]);
});
