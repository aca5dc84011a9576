import { expect, test } from "vitest";
import { figureGradedWithoutFigure } from "#shared/consistency/rules/figure-graded-without-figure.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  [
    "The number of care leavers in suitable homes is good. There are 40 places in lodgings.",
    "does not give it",
  ],
  ["Retention rates are good.", "“Retention rates are good”"],
])("flags %s", (line, message) => {
  const [finding] = found(figureGradedWithoutFigure, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "The number of care leavers in suitable homes is good. Of all care leavers 92% are in such homes.",
  "The proportion of reviews held on time is good at nine in ten, 90%.",
  "The level of support is good.",
])("leaves alone: %s", (line) => expect(found(figureGradedWithoutFigure, { lines: [line] })).toEqual([]));
