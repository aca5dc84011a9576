import { expect, test } from "vitest";
import { listDispositions, putDisposition, withdrawDispositions } from "#electron/core/store/dispositions.ts";
import { DispositionGiven } from "#shared/domain/disposition.ts";
import { addReport, change, memoryLibrary } from "#tests/helpers/library.ts";
import { smallDraft } from "#tests/helpers/reports.ts";

const given = (fields: Record<string, unknown> = {}): DispositionGiven =>
  DispositionGiven.parse({
    fingerprint: "f1",
    basis: "b1",
    rule: "quote/unbalanced",
    areaId: null,
    blockId: "x",
    state: "accepted",
    ...fields,
  });

test("the last answer counts, with who and when; one taken back is gone", () => {
  const library = memoryLibrary();
  const reportId = addReport(library, smallDraft());
  const other = addReport(library, smallDraft());
  putDisposition(library.write, reportId, given(), change);
  putDisposition(library.write, reportId, given({ fingerprint: "f2" }), change);
  const dismissed = given({ state: "dismissed", reason: "The speaker goes on." });
  expect(putDisposition(library.write, reportId, dismissed, change)).toEqual({ ...dismissed, ...change });
  expect(
    listDispositions(library.read, reportId).map(({ fingerprint, state }) => [fingerprint, state]),
  ).toEqual([
    ["f2", "accepted"],
    ["f1", "dismissed"],
  ]);
  withdrawDispositions(library.write, reportId, ["f1", "never given"], change);
  expect(listDispositions(library.read, reportId).map(({ fingerprint }) => fingerprint)).toEqual(["f2"]);
  expect(listDispositions(library.read, other)).toEqual([]);
});

test("a dismissal without a reason is refused", () => {
  expect(() => given({ state: "dismissed", reason: "  " })).toThrow("reason");
});
