import fc from "fast-check";
import { expect, test } from "vitest";
import { FeatureTable } from "#shared/consistency/alignment/feature-table.ts";
import { featuresOf } from "#shared/consistency/alignment/features.ts";
import { parseAlignmentModel } from "#shared/consistency/alignment/model.ts";
import { tinyModel } from "#tests/shared/consistency/alignment/tiny-model.ts";

const piece = fc.constantFrom(
  "Visits",
  "visits",
  "effective",
  "effectively",
  "good",
  "not",
  "yet",
  "children’s",
  "CAMHS",
  "12",
  "Cornwall",
  ",",
  ".",
  ";",
  "(",
  ")",
  "well-being",
  "child-centred",
);

test("numbers stand for the very features that words are read as, each for one", () => {
  const table = new FeatureTable({ ...parseAlignmentModel(tinyModel), weights: new Map() });
  const names = new Map<number, string>();
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const sentence = pieces.join(" ");
      const features = featuresOf(sentence);
      const ids = table.idsOf(sentence);
      expect(ids).toHaveLength(features.length);
      for (const [index, id] of ids.entries()) {
        if (!names.has(id)) expect([...names.values()]).not.toContain(features[index]);
        expect(names.get(id) ?? features[index]).toBe(features[index]);
        names.set(id, features[index]!);
      }
    }),
  );
});

test("weights are the model’s", () => {
  const table = new FeatureTable({
    ...parseAlignmentModel(tinyModel),
    weights: new Map([
      ["visits are", 0.5],
      ["late", -1],
    ]),
  });
  expect(table.idsOf("Visits are late.").map((id) => table.weights[id])).toEqual([0, 0, 0, 0.5, -1, 0]);
});
