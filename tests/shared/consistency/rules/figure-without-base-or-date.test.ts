import { expect, test } from "vitest";
import { figureWithoutBaseOrDate } from "#shared/consistency/rules/figure-without-base-or-date.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  ["Referrals rose by 20% in 2013.", "gives no numbers"],
  ["Posts fell from 38 to only five.", "says no dates"],
])("flags %s", (line, message) => {
  const [finding] = found(figureWithoutBaseOrDate, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "Referrals rose by 20% in 2013, to 340.",
  "In the sample six visits were late.",
  "Six cases were closed.",
  "Six cases from the sample stand out.",
  "Inspectors sampled six cases that were open.",
  "Not all of the five cases sampled were complete.",
  "Only three of 10 assessments tracked were good.",
  "Parents said that ‘visits went from 10% to 20%’.",
  "Waiting times fell from 21 weeks to eight weeks.",
])("leaves alone: %s", (line) => expect(found(figureWithoutBaseOrDate, { lines: [line] })).toEqual([]));
