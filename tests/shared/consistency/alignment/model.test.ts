import { expect, test } from "vitest";
import { parseAlignmentModel } from "#shared/consistency/alignment/model.ts";
import { tinyModel } from "#tests/shared/consistency/alignment/tiny-model.ts";

test("a model is read, its weights by feature", () => {
  const model = parseAlignmentModel({ ...tinyModel, weights: { constructor: 0.5 } });
  expect(model.weights).toEqual(new Map([["constructor", 0.5]]));
});

test.each([
  ["nothing", null],
  ["another format", { ...tinyModel, format: "plumbline-framework" }],
  ["a newer version", { ...tinyModel, version: 3 }],
  ["limits the wrong way round", { ...tinyModel, questions: { otherwise: 0.01, farOtherwise: 0.05 } }],
  ["a weight that is no number", { ...tinyModel, weights: { swiftly: "1" } }],
  ["no weights", { ...tinyModel, weights: {} }],
  ["thresholds for another scale", { ...tinyModel, thresholds: [1, 2] }],
  ["thresholds out of order", { ...tinyModel, thresholds: [1, 3, 2] }],
  ["a slope the wrong way", { ...tinyModel, slope: -1 }],
  ["something unknown", { ...tinyModel, layers: 12 }],
])("a model that cannot be used is refused in words: %s", (_, value) => {
  expect(() => parseAlignmentModel(value)).toThrow(
    expect.objectContaining({
      code: "unexpected",
      message: expect.stringContaining("The model of “reads like” cannot be used") as string,
      remedy: expect.stringMatching(/\.$/) as string,
    }),
  );
});
