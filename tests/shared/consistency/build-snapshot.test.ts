import { expect, test } from "vitest";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { plain, type Block } from "#shared/domain/block.ts";
import { BlockId } from "#shared/domain/ids.ts";

const report = sketchReport({
  grades: { help: "good" },
  lines: [
    "# help Help and protection",
    "help: Referrals are late.",
    "leadership: Leaders are new.",
    "Welcome.",
  ],
});
const before = buildSnapshot(report, sketchFramework);
const reworded = (index: number, text: string): typeof report => ({
  ...report,
  blocks: report.blocks.map((block, at) =>
    at === index ? ({ ...block, inlines: plain(text) } as Block) : block,
  ),
});

test("an edit makes one view anew, and the views of the areas it is tied to", () => {
  const after = buildSnapshot(reworded(1, "Referrals are on time."), sketchFramework, before);
  expect(after.blocks.map((view, index) => view === before.blocks[index])).toEqual([true, false, true, true]);
  const kept = after.areas.map((area) => [area.id, before.areas.includes(area)]);
  expect(Object.fromEntries(kept)).toEqual({ help: false, leadership: true });
  expect(after.setting).toBe(before.setting);
});

test("a heading is part of the setting, and so is a grade", () => {
  expect(buildSnapshot(reworded(0, "Help"), sketchFramework, before).setting).not.toBe(before.setting);
  const judgements = report.judgements.map((each) => ({ ...each }));
  expect(buildSnapshot({ ...report, judgements }, sketchFramework, before).setting).not.toBe(before.setting);
});

test("a block that moves keeps its analysis and takes its new place and number", () => {
  const added = { ...report.blocks[3]!, id: BlockId.parse("new"), inlines: plain("New.") };
  const after = buildSnapshot({ ...report, blocks: [added, ...report.blocks] }, sketchFramework, before);
  expect(after.blocks[2]!.analysis).toBe(before.blocks[1]!.analysis);
  expect(after.blocks.map(({ index, paragraph }) => [index, paragraph])).toEqual([
    [0, 1],
    [1, null],
    [2, 2],
    [3, 3],
    [4, 4],
  ]);
  expect(after.blockById.get(BlockId.parse("b1"))!.index).toBe(2);
});

test("other wordings of the framework are read anew, the same wordings come anew are not", () => {
  const same = buildSnapshot(report, structuredClone(sketchFramework), before);
  expect(same.blocks[1]!.analysis).toBe(before.blocks[1]!.analysis);
  const other = buildSnapshot(report, { ...sketchFramework, areas: sketchFramework.areas.slice(1) }, before);
  expect(other.blocks[1]!.analysis).not.toBe(before.blocks[1]!.analysis);
});
