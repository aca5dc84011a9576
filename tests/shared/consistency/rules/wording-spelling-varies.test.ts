import { expect, test } from "vitest";
import { wordingSpellingVaries } from "#shared/consistency/rules/wording-spelling-varies.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(wordingSpellingVaries, { lines });

test("the rarer spelling is shown, and how often each stands", () => {
  const lines = ["Front line staff", "Front line staff", "Front-line staff"];
  const [finding] = found(wordingSpellingVaries, { lines });
  expect(finding!.quote).toBe("Front-line");
  expect(finding!.message).toBe(
    "“front-line” (once, paragraph 3), “front line” (twice, first in paragraph 1): one word in two spellings. Use one of them throughout.",
  );
});

test("a hyphen before a noun and none elsewhere is as grammars ask; elsewhere it is a variant", () => {
  expect(of("Decision-making structures", "Good decision making is rare.")).toEqual([]);
  expect(of("Decision-making is slow.", "Good decision making is rare.")).toHaveLength(1);
});

test("-ise and -ize are compared verb by verb; names keep theirs", () => {
  expect(of("They recognise risk.", "Risk is recognized.")).toHaveLength(0);
  expect(of("Risk is recognised.", "Risk is recognized.")).toHaveLength(1);
  expect(of("The organisation is new.", "The World Health Organization says so.")).toEqual([]);
});
