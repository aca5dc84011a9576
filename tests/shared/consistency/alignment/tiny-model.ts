/** A model made by hand, as its file holds it: four words and a pair. */
export const tinyModel = {
  format: "plumbline-alignment",
  version: 2,
  minWords: 6,
  families: ["sketch"],
  base: 1.6,
  centre: 1.5,
  context: 0.4,
  contextWords: 3,
  slope: 4,
  thresholds: [0.5, 1.5, 2.5],
  questions: { otherwise: 0.05, farOtherwise: 0.01 },
  weights: { swiftly: 4, drift: -4, late: -2, "not swiftly": -7, constructor: 0.5 },
};
