import { expect, test } from "vitest";
import { Block } from "#shared/domain/block.ts";
import { AreaId, BlockId } from "#shared/domain/ids.ts";
import { blockBefore, groupFor, groupsOf, stepFrom } from "#renderer/recommendations/order.ts";
import { slac } from "#tests/renderer/helpers/fake-back-end.tsx";

const [now, soon, later] = slac.timescales.map(({ id }) => id);
const trees = slac.areas.filter(({ parent }) => parent === null);
const id = (text: string): BlockId => BlockId.parse(text);
const asks = (text: string, timescaleId: string | null | undefined): Block =>
  Block.parse({ kind: "recommendation", id: text, inlines: [], timescaleId });
const heading = (text: string, areaId: string): Block =>
  Block.parse({ kind: "heading", id: text, level: 2, inlines: [], areaIds: [areaId] });
const text = (name: string, kind = "paragraph"): Block => Block.parse({ kind, id: name, inlines: [] });

const blocks = [
  text("p1"),
  heading("h1", trees[0]!.id),
  asks("a", now),
  text("a-note", "footnote"),
  asks("b", now),
  asks("c", later),
  text("p2"),
  heading("h2", trees[1]!.id),
  asks("d", now),
  text("p3"),
];
const groups = groupsOf(slac, blocks);
const shown = (list: typeof groups) =>
  list.map(({ section, id, members }) => [section.headingId, id, members.map((each) => each.id)]);

test("every heading has every timescale, and those without one are last where there are any", () => {
  expect(shown(groups)).toEqual([
    ["h1", now, ["a", "b"]],
    ["h1", soon, []],
    ["h1", later, ["c"]],
    ["h2", now, ["d"]],
    ["h2", soon, []],
    ["h2", later, []],
  ]);
  expect(shown(groupsOf(slac, [asks("x", null)])).at(-1)).toEqual([null, null, ["x"]]);
  expect(shown(groupsOf(null, []))).toEqual([[null, null, []]]);
});

test("a step goes over the end of a timescale into the next, and stops at either end", () => {
  expect(stepFrom(groups, id("b"), -1)).toEqual({ group: 0, index: 0 });
  expect(stepFrom(groups, id("b"), 1)).toEqual({ group: 1, index: 0 });
  expect(stepFrom(groups, id("d"), -1)).toEqual({ group: 2, index: 1 });
  expect(stepFrom(groups, id("a"), -1)).toBeNull();
});

test("where it has to stand: before the next of its timescale, else after the last and its footnotes, in its section", () => {
  const before = (moved: string | null, group: number, index: number) =>
    blockBefore(blocks, groups, moved === null ? null : id(moved), { group, index });
  expect(before("b", 0, 0)).toBe("a");
  expect(before("a", 0, 1)).toBe("c");
  expect(before("b", 1, 0)).toBe("c");
  expect(before("c", 0, 2)).toBe("p2");
  expect(before("a", 3, 0)).toBe("d");
  expect(before("a", 5, 0)).toBe("p3");
  expect(before(null, 4, Infinity)).toBe("p3");
  expect(before(null, 1, Infinity)).toBe("c");
});

test("the first recommendation goes under the heading that asks for them, else to the end", () => {
  const asking = Block.parse({
    kind: "heading",
    id: "h",
    level: 1,
    inlines: [{ kind: "text", text: "Areas for improvement" }],
  });
  const none = [text("p1"), asking, text("p2")];
  expect(blockBefore(none, groupsOf(slac, none), null, { group: 0, index: Infinity })).toBe("p2");
  expect(blockBefore([text("p1")], groupsOf(slac, []), null, { group: 0, index: Infinity })).toBeNull();
});

test("a new one goes into the tree of its area", () => {
  const below = (root: AreaId): AreaId => slac.areas.find(({ parent }) => parent === root)!.id;
  expect(groupFor(slac, groups, soon!, below(trees[1]!.id))).toBe(4);
  expect(groupFor(slac, groups, soon!, below(trees[0]!.id))).toBe(1);
  expect(groupFor(slac, groups, soon!, undefined)).toBe(1);
});
