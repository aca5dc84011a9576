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
