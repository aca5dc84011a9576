import { expect, test } from "vitest";
import { readingOf } from "#shared/consistency/analysis/reading.ts";
import { wordSign } from "#shared/consistency/analysis/signs.ts";

test("a text bears the signs of its words, whatever their case and wherever in a word they stand", () => {
  const holds = wordSign(/\bcarers?\b/);
  expect(holds(readingOf("Visits are late. Foster-Carers’ views are known."))).toBe(true);
  expect(holds(readingOf("Carerss are late."))).toBe(false);
  expect(holds(readingOf(""))).toBe(false);
});

test("a sign made after a text was read may be anywhere in it, and is looked for in the next", () => {
  const before = readingOf("Plans are clear.");
  const holds = wordSign(/unread/);
  expect(holds(before)).toBe(true);
  expect(holds(readingOf("Plans are clear."))).toBe(false);
});

test("a word with letters outside English may be anything", () => {
  expect(wordSign(/never/)(readingOf("The café is open."))).toBe(true);
});

test("two words alike in a row are doubled, across what is joined to them by marks, but not across sentences", () => {
  const doubled = (text: string): boolean => readingOf(text).signs.doubled;
  expect(["Visits to the The home", "1.the the home"].map(doubled)).toEqual([true, true]);
  expect(["Visits to the home", "It is. Is it?", "In 2019 2019 visits"].map(doubled)).toEqual([
    false,
    false,
    false,
  ]);
});
