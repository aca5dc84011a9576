import { expect, test } from "vitest";
import { sketchFramework } from "#shared/consistency/sketch.ts";
import { Block } from "#shared/domain/block.ts";
import { AreaId, BlockId } from "#shared/domain/ids.ts";
import { particularFirst, shareOf, textUnder, tieable, tieChanges } from "#renderer/ties/area-ties.ts";

const areas = (...ids: string[]): AreaId[] => ids.map((id) => AreaId.parse(id));
const block = (kind: string, id: string, areaIds: string[] = [], more: object = {}): Block =>
  Block.parse({ kind, id, inlines: [], areaIds, ...more });
const framework = {
  ...sketchFramework,
  areas: sketchFramework.areas.map((area) =>
    area.id === "help" ? { ...area, parent: AreaId.parse("overall") } : area,
  ),
};

test("the most particular area comes first; of equals the one that stood first", () => {
  expect(particularFirst(framework, areas("overall", "leadership", "help", "help"))).toEqual(
    areas("help", "overall", "leadership"),
  );
});

test("of a selection: what all, some and none are tied to", () => {
  const blocks = [block("paragraph", "1", ["help"]), block("paragraph", "2", ["help", "leadership"])];
  expect(["help", "leadership", "overall"].map((id) => shareOf(blocks, AreaId.parse(id)))).toEqual([
    "all",
    "some",
    "none",
  ]);
});

test("only what differs is told to the editor, and what was left at “some” stays", () => {
  const blocks = [block("paragraph", "1", ["help"]), block("paragraph", "2", ["help", "leadership"])];
  expect(tieChanges(framework, blocks, new Map([[AreaId.parse("leadership"), "some" as const]]))).toEqual([]);
  expect(tieChanges(framework, blocks, new Map([[AreaId.parse("leadership"), "all" as const]]))).toEqual([
    { blockId: "1", areaIds: areas("help", "leadership") },
  ]);
  expect(tieChanges(framework, blocks, new Map([[AreaId.parse("help"), "none" as const]]))).toEqual([
    { blockId: "1", areaIds: [] },
    { blockId: "2", areaIds: areas("leadership") },
  ]);
});

test("headings stay with their area unless nothing else is selected", () => {
  const blocks = [
    block("heading", "h", [], { level: 2 }),
    block("paragraph", "p"),
    block("findings-record", "r"),
  ];
  const ids = (...selected: string[]): string[] =>
    tieable(
      blocks,
      selected.map((id) => BlockId.parse(id)),
    ).map(({ id }) => id);
  expect(ids("h", "p", "r")).toEqual(["p"]);
  expect(ids("h")).toEqual(["h"]);
});

test("under a heading is what comes before the next section, through headings that speak to nothing", () => {
  const blocks = [
    block("heading", "h", ["help"], { level: 2 }),
    block("paragraph", "1"),
    block("heading", "inner", [], { level: 3 }),
    block("paragraph", "2"),
    block("heading", "own", ["leadership"], { level: 3 }),
    block("paragraph", "3"),
  ];
  expect(textUnder(blocks, BlockId.parse("h")).map(({ id }) => id)).toEqual(["1", "2"]);
});
