import { sketchModel } from "#shared/consistency/alignment/sketch-model.ts";

/** A model made by hand, as its file holds it: four words and a pair. */
export const tinyModel = {
  ...sketchModel,
  questions: { otherwise: 0.05, farOtherwise: 0.01 },
  weights: { swiftly: 4, drift: -4, late: -2, "not swiftly": -7, constructor: 0.5 },
};
