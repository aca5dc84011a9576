import type { AlignmentModel } from "#shared/consistency/alignment/model.ts";

/** A model of a few words, for the examples of rules. Never used on a report. */
export const sketchModel: AlignmentModel = {
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
  questions: { otherwise: 0.2, farOtherwise: 0.02 },
  weights: new Map([
    ["swiftly", 4],
    ["drift", -4],
    ["late", -2],
  ]),
};
