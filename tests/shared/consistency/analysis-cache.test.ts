import { expect, test } from "vitest";
import { createAnalysisCache } from "#shared/consistency/analysis-cache.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";

const lines = ["help: Referrals are late.", "leadership: Leaders are new.", "Welcome."];

test("an edit re-reads one block and keeps the rest", () => {
  const cache = createAnalysisCache();
  const before = buildSnapshot(sketchReport({ lines }), sketchFramework, cache);
  const after = buildSnapshot(
    sketchReport({ lines: ["help: Referrals are on time.", ...lines.slice(1)] }),
    sketchFramework,
    cache,
  );
  const same = after.blocks.map(({ analysis }, index) => analysis === before.blocks[index]!.analysis);
  expect(same).toEqual([false, true, true]);
});

test("a text is forgotten once two snapshots do without it", () => {
  const cache = createAnalysisCache();
  for (let edit = 0; edit < 50; edit++)
    buildSnapshot(sketchReport({ lines: [`help: Edit ${edit}.`, ...lines] }), sketchFramework, cache);
  expect(cache.size).toBe(4);
});

test("a framework that comes anew with the same wordings keeps the analyses, other wordings drop them", () => {
  const cache = createAnalysisCache();
  const first = buildSnapshot(sketchReport({ lines }), sketchFramework, cache);
  const again = buildSnapshot(sketchReport({ lines }), structuredClone(sketchFramework), cache);
  expect(again.blocks[0]!.analysis).toBe(first.blocks[0]!.analysis);
  const changed = { ...sketchFramework, areas: sketchFramework.areas.slice(1) };
  const other = buildSnapshot(sketchReport({ lines }), changed, cache);
  expect(other.blocks[0]!.analysis).not.toBe(first.blocks[0]!.analysis);
});
