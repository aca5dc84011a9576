import { expect, test } from "vitest";
import { alignmentOf, chancesFor } from "#shared/consistency/alignment/area-alignment.ts";
import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";
import { sketch, sketchFramework, type Sketched } from "#shared/consistency/sketch.ts";
import { AreaId } from "#shared/domain/ids.ts";

const lines = [
  "help: Plans drift and visits are late.",
  "help: Help came swiftly to some, not to all.",
  "leadership: Leaders act swiftly on what they hear.",
];
const read = (sketched: Sketched) => {
  const report = sketch({ model: sketchModel, ...sketched });
  const area = report.areaById.get(AreaId.parse("help"))!;
  return { alignment: alignmentOf(area, report), chances: chancesFor(area, report) };
};
const nothing = { alignment: null, chances: null };

test("the chances without reasons are those with reasons", () => {
  for (const sketched of [{ lines }, { lines: lines.slice(0, 2) }]) {
    const { alignment, chances } = read(sketched);
    for (const [k, chance] of [...alignment!.probabilities.values()].entries())
      expect(chances![k]).toBeCloseTo(chance, 10);
  }
});

test("the rest of the report draws the score towards its own", () => {
  const alone = read({ lines: lines.slice(0, 2) }).alignment!;
  const beside = read({ lines }).alignment!;
  expect(alone.restOfReport).toBe(0);
  expect(beside.restOfReport).toBeGreaterThan(0);
  expect(beside.score).toBeCloseTo(alone.score + beside.restOfReport, 10);
});

test("an area of too few words has no part in it", () => {
  const { alignment } = read({ lines: [...lines.slice(0, 2), "leadership: Swiftly done."] });
  expect(alignment!.restOfReport).toBe(0);
});

test("nothing is said without a model, on little text or on another scale", () => {
  expect(read({ lines, model: undefined })).toEqual(nothing);
  expect(read({ lines: ["help: Plans drift."] })).toEqual(nothing);
  const framework = { ...sketchFramework, grades: sketchFramework.grades.slice(1) };
  expect(read({ lines, framework })).toEqual(nothing);
});
