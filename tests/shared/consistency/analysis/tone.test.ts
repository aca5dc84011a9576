import { expect, test } from "vitest";
import { readingOf } from "#shared/consistency/analysis/reading.ts";
import { tonesOf } from "#shared/consistency/analysis/tone.ts";

const tone = (text: string): number => tonesOf(readingOf(text)).reduce((sum, each) => sum + each.score, 0);

test.each([
  "Thresholds are well understood.",
  "Visits are timely and effective.",
  "Leaders are highly ambitious and thorough.",
])("%s speaks of strength", (text) => expect(tone(text)).toBeGreaterThan(0));

test.each([
  "Thresholds are not well understood.",
  "There is a lack of challenge.",
  "Recording is poor and inconsistent.",
  "Children are not always identified well.",
  "There is no effective challenge.",
])("%s speaks of weakness", (text) => expect(tone(text)).toBeLessThan(0));

test.each([
  "A parent said that ‘everything is poor’.",
  "Services promote good health.",
  "The plan needs to be effective.",
  "The board meets each month.",
])("%s judges nothing", (text) => expect(tone(text)).toBe(0));

test("the words that decided it are named with their negation", () => {
  const text = "Thresholds are not well understood.";
  expect(tonesOf(readingOf(text))[0]!.because).toEqual(["not well"]);
});
