import { expect, test } from "vitest";
import { quoteUnbalanced } from "#shared/consistency/rules/quote-unbalanced.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(quoteUnbalanced, { lines });

test("the words after an opening mark are quoted", () => {
  expect(of("Parents said ‘we were not told. Others were.")).toEqual([
    "error: ‘we were not told. Others were.",
  ]);
});

test("a reversed opening mark leaves the closing one alone", () => {
  expect(of("One said: ’It makes me feel better.’")).toHaveLength(1);
});

test.each([
  "the Jones’ home",
  "the 1990s’ plans and the ’90s",
  "‘it isn’t the children’s fault’, she said",
  "a “very ‘good’ service”",
  "rock ’n’ roll",
])("balanced: %s", (line) => expect(of(line)).toEqual([]));

test("a quotation may run on into a paragraph that opens with its mark", () => {
  expect(of("‘We are heard.", "‘We are seen,’ they said.")).toEqual([]);
  expect(of("‘We are heard.", "We are seen.")).toHaveLength(1);
});
