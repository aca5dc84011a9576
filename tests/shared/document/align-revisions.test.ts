import fc from "fast-check";
import { expect, test } from "vitest";
import { alignRevisions, changeBetween } from "#shared/document/align-revisions.ts";
import type { Block } from "#shared/domain/block.ts";
import { block, paragraph } from "#tests/helpers/reports.ts";

const named = (id: string, text = id): Block => paragraph(text, { id });
const shape = (before: Block[], after: Block[]): (string | null)[][] =>
  alignRevisions(before, after).map(({ change, before: was, after: is }) => [
    change,
    was?.id ?? null,
    is?.id ?? null,
  ]);

test("lays blocks side by side by their ids", () => {
  expect(
    shape(
      [named("a"), named("b"), named("c"), named("d")],
      [named("a"), named("x"), named("c", "new words"), named("d")],
    ),
  ).toEqual([
    ["same", "a", "a"],
    ["added", null, "x"],
    ["removed", "b", null],
    ["changed", "c", "c"],
    ["same", "d", "d"],
  ]);
});

test("a block that moved stands in both places, each knowing the other", () => {
  const [a, b, c] = [named("a"), named("b"), named("c")];
  const rows = alignRevisions([a, b, c], [b, c, a]);
  expect(rows.map(({ change }) => change)).toEqual(["moved", "same", "same", "moved"]);
  expect([rows[0]!.before, rows[0]!.counterpart, rows[3]!.after, rows[3]!.counterpart]).toEqual([a, a, a, a]);
  expect(changeBetween([a, b, c], [b, c, a])).toEqual({ blocks: 1, words: 0 });
});

test("counts words that came or went, those of tables too", () => {
  const table = (cell: string) => block({ kind: "table", id: "t", rows: [["Year", cell]] });
  expect(changeBetween([named("a", "one two two")], [named("a", "two one three four")])).toEqual({
    blocks: 1,
    words: 3,
  });
  expect(changeBetween([table("414")], [table("415")])).toEqual({ blocks: 1, words: 2 });
  expect(changeBetween([named("a", "one two")], [])).toEqual({ blocks: 1, words: 2 });
});

test("every block of both revisions is in exactly one row, in its own order", () => {
  const revision = fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 30 })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.constantFrom("x", "y").map((text) => named(String(id), text)))),
    );
  fc.assert(
    fc.property(revision, revision, (before, after) => {
      const rows = alignRevisions(before, after);
      expect(rows.flatMap((row) => row.before ?? [])).toEqual(before);
      expect(rows.flatMap((row) => row.after ?? [])).toEqual(after);
      for (const { change, before: was, after: is, counterpart } of rows) {
        expect(was !== null || is !== null).toBe(true);
        if (was && is) expect([was.id, counterpart]).toEqual([is.id, was]);
        if (change === "same") expect(was).toEqual(is);
        expect(counterpart === null).toBe(change === "added" || change === "removed");
      }
    }),
  );
});
