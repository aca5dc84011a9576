import { describe, expect, test } from "vitest";
import { changesOf, sharesOf, timedPercents } from "#shared/consistency/analysis/figures.ts";
import { read } from "#tests/shared/consistency/analysis/read-text.ts";

describe("shares", () => {
  test.each([
    ["99 out of 123 councillors are new", ["99/123"]],
    ["six of the 13 homes are good", ["six/13"]],
    ["Six of 13 homes are good", ["Six/13"]],
    ["14 children of the 26 had a plan", ["14/26"]],
    ["of the 13 children’s homes inspected only 46% were good", ["46%/13"]],
    ["of the 13 homes in 2009, and 46% of the schools", []],
    ["20 visits to 30 homes", []],
  ])("%s", (text, expected) => {
    expect(sharesOf(read(text)).map(({ part, whole }) => `${part.written}/${whole.written}`)).toEqual(
      expected,
    );
  });
});

describe("changes", () => {
  test.each([
    ["Performance improved from 30% to 90%.", ["improved 30%→90% null"]],
    ["Numbers increased from 414 to 469.", ["increased 414→469 up"]],
    ["This fell to 25 weeks from 61 weeks.", ["fell 61→25 down"]],
    ["There was a 91% reduction in exclusions.", ["reduction 91% down"]],
    ["Referrals increased by 25%.", ["increased 25% up"]],
    ["Children aged from five to 16 attend.", []],
    ["They moved from 3 homes.", []],
  ])("%s", (text, expected) => {
    const brief = changesOf(read(text)).map(({ from, to, by, direction, word }) =>
      by ? `${word} ${by.written} ${direction}` : `${word} ${from!.written}→${to!.written} ${direction}`,
    );
    expect(brief).toEqual(expected);
  });
});

test("percentages take the time their sentence gives them", () => {
  const text =
    "In 2005 only 29% were in training, in 2008/09 it increased to 89%. At the time of the inspection 79% are.";
  expect(timedPercents(read(text)).map(({ quantity, time }) => [quantity.written, time])).toEqual([
    ["29%", 2005.5],
    ["89%", 2008.75],
    ["79%", Infinity],
  ]);
});
