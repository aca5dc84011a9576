import { expect, test } from "vitest";
import { Block } from "#shared/domain/block.ts";
import { EvidenceId } from "#shared/domain/ids.ts";
import type { Reason } from "#shared/evidence/thread/leaning.ts";
import { bearingChanges, tiedItems, together } from "#renderer/ties/bearing-ties.ts";

const block = (id: string, evidenceIds: string[], bearings: Record<string, Reason> = {}): Block =>
  Block.parse({ kind: "paragraph", id, inlines: [], areaIds: [], evidenceIds, bearings });
const blocks = [
  block("1", ["a", "b"], { b: "contradicts" }),
  block("2", ["b", "c"], { b: "contradicts", c: "qualifies" }),
  block("3", ["a", "c"]),
];
const wanted = (more: Record<string, Reason>) =>
  new Map(Object.entries(more).map(([id, reason]) => [EvidenceId.parse(id), reason]));

test("each item behind the paragraphs once, with why it is tied where all of them say the same", () => {
  expect(tiedItems(blocks)).toEqual([
    { evidenceId: "a", blocks: 2, reason: "supports" },
    { evidenceId: "b", blocks: 2, reason: "contradicts" },
    { evidenceId: "c", blocks: 2, reason: null },
  ]);
});

test("only paragraphs that are tied to the item and say otherwise change, and their other ties stay", () => {
  expect(bearingChanges(blocks, wanted({ c: "qualifies" }))).toEqual([
    { blockId: "3", bearings: { c: "qualifies" } },
  ]);
  expect(bearingChanges(blocks, wanted({ b: "supports" }))).toEqual([
    { blockId: "1", bearings: {} },
    { blockId: "2", bearings: { c: "qualifies" } },
  ]);
  expect(bearingChanges(blocks, wanted({ a: "supports" }))).toEqual([]);
});

test("areas and bearings of one paragraph are one change", () => {
  const areas = [{ blockId: blocks[0]!.id, areaIds: [] }];
  expect(together(areas, bearingChanges(blocks, wanted({ a: "qualifies" })))).toEqual([
    { blockId: "1", areaIds: [], bearings: { a: "qualifies", b: "contradicts" } },
    { blockId: "3", bearings: { a: "qualifies" } },
  ]);
});
