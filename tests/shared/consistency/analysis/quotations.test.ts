import { expect, test } from "vitest";
import { quotationsOf } from "#shared/consistency/analysis/quotations.ts";

const quoted = (text: string): string[] =>
  quotationsOf(text).spans.map(({ start, end }) => text.slice(start, end));
const loose = (text: string): string[] =>
  quotationsOf(text).loose.map(({ at, fault }) => `${fault} at ${text.slice(at, at + 6)}`);

test.each([
  ["the ‘One Cornwall’ agenda", ["‘One Cornwall’"]],
  ["‘it isn’t given’ and ‘why?’", ["‘it isn’t given’", "‘why?’"]],
  ["she said “we do care” twice", ["“we do care”"]],
  ["'plain' and \"double\"", ["'plain'", '"double"']],
  ["“he said ‘no’ to me”", ["“he said ‘no’ to me”", "‘no’"]],
  ["‘the parents’ views matter,’ he said", ["‘the parents’ views matter,’"]],
])("finds the quotations of %s", (text, expected) => {
  expect(quoted(text)).toEqual(expected);
  expect(loose(text)).toEqual([]);
});

test.each([
  "children’s services and parents’ views",
  "since the ’90s it isn't new",
  "the Jones' home, the children's homes' staff",
  "don’t, can’t and won’t",
])("takes the marks of %s for apostrophes", (text) => {
  expect(quotationsOf(text)).toEqual({ spans: [], loose: [] });
});

test("a quotation that never closes ends with its sentence, and its mark is loose", () => {
  const text = "‘how far does it have to go before you get help? However, some were positive.";
  expect(quoted(text)).toEqual(["‘how far does it have to go before you get help?"]);
  expect(loose(text)).toEqual(["open at ‘how f"]);
});

test("a closing mark after punctuation with nothing open is loose", () => {
  expect(loose("I feel supported.’ Others agreed.")).toEqual(["close at ’ Othe"]);
});

test("curly closed by straight is mixed", () => {
  expect(loose("the ‘One Cornwall' agenda")).toEqual(["mixed at ‘One C"]);
});
