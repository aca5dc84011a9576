import { expect, test } from "vitest";
import type { Alignment } from "#shared/consistency/alignment/reads-like.ts";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { backingOf, type Backing } from "#shared/consistency/backing.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
import { AreaId } from "#shared/domain/ids.ts";
import { abstention, howToTakeIt, readsLikeSentence } from "#renderer/panels/reads-like-words.ts";

const grades = sketchFramework.grades;
const reads = (rank: number, chance: number): Alignment => ({
  score: rank,
  readsLike: grades[rank]!.id,
  probabilities: new Map([[grades[rank]!.id, chance]]),
  restOfReport: 0,
  because: [],
});

test.each([
  [2, 0.87, 2, "Reads like good (87 in 100), the grade given."],
  [2, 0.87, null, "Reads like good (87 in 100)."],
  [1, 0.61, 2, "Reads like requires improvement (61 in 100), one grade below the one given."],
  [2, 0.5, 0, "Reads like good (50 in 100), two grades above the one given."],
  [3, 0.999, 0, "Reads like outstanding (99 in 100), three grades above the one given."],
])("what it reads like beside the grade given: %#", (rank, chance, given, expected) =>
  expect(
    readsLikeSentence(reads(rank, chance), sketchFramework, given === null ? null : grades[given]!),
  ).toBe(expected),
);

test.each([
  [0, true, "It advises; it never grades."],
  [-0.21, true, "It advises; it never grades. The report’s other areas draw it down by 0.2 of a grade."],
  [0.02, false, "It advises; it never grades. It learnt from reports under other frameworks."],
])("how it is to be taken: %#", (restOfReport, triedHere, expected) =>
  expect(howToTakeIt({ ...reads(2, 0.9), restOfReport }, triedHere)).toBe(expected),
);

const backing = (model: typeof sketchModel | null): Backing => {
  const report = sketchReport({ lines: ["help: Some plans drift."] });
  const snapshot = buildSnapshot(report, sketchFramework, null, model);
  return backingOf(snapshot, snapshot.areaById.get(AreaId.parse("help"))!);
};

test("why nothing is said", () => {
  expect(abstention(backing(sketchModel), sketchFramework)).toBe(
    "Too little text to say what it reads like: 3 of the 6 words needed.",
  );
  expect(abstention(backing(null), sketchFramework)).toMatch(/a file of the program is missing/);
  expect(abstention(backing(null), { ...sketchFramework, grades: grades.slice(1) })).toBe(
    "What a narrative reads like is known for scales of four grades only.",
  );
});
