import { expect, test } from "vitest";
import { figureTrendWordsDisagree } from "#shared/consistency/rules/figure-trend-words-disagree.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  [
    "Waiting times fell from 8 weeks to 21 weeks.",
    "“fell” goes with figures that go the other way, from 8 to 21",
  ],
  ["Numbers rose to 40 in 2012 from 52 in 2011.", "from 52 to 40"],
])("flags %s", (line, message) => {
  const [finding] = found(figureTrendWordsDisagree, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "Numbers rose from about 52 to about 40.",
  "The target is to have increased visits from 60 to 40.",
  "The rate improved from 30% to 20%.",
  "Cases increased from 27 to 27.",
])("leaves alone: %s", (line) => expect(found(figureTrendWordsDisagree, { lines: [line] })).toEqual([]));

/** A paragraph with three dated percentages of care leavers in training. */
const series = (first: string, second: string, third: string): string =>
  `Progress is good. ${first} of care leavers were in education, employment or training. ${second} of care leavers were in education, employment or training. ${third} of care leavers are in education, employment or training.`;

test("a fall at the end of a series that no words own to is named", () => {
  const [finding] = found(figureTrendWordsDisagree, {
    lines: [series("In 2005 29%", "In 2008 89%", "In 2009 79%")],
  });
  expect(finding?.message).toContain("from 89% to 79%, but the words speak only of a rise (“Progress”)");
});

test.each([
  ["out of order", series("In 2008 29%", "In 2005 89%", "In 2009 79%")],
  ["a small fall", series("In 2005 29%", "In 2008 89%", "In 2009 87%")],
  ["no rise before", series("In 2005 95%", "In 2008 89%", "In 2009 79%")],
  [
    "other things",
    "Progress is good. In 2005 29% of plans were late. In 2008 89% of carers were new. In 2009 79% of homes are full.",
  ],
])("a series with %s is left alone", (_name, line) =>
  expect(found(figureTrendWordsDisagree, { lines: [line] })).toEqual([]),
);
