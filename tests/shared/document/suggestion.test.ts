import fc from "fast-check";
import { expect, test } from "vitest";
import { putsOf, suggestedRuns, wordsWith } from "#shared/document/suggestion.ts";

const shown = (quote: string, words: string): string =>
  suggestedRuns(quote, words)
    .map((run) => (run.changed ? `[${run.was}|${run.words}]` : run.was))
    .join("");
const take = (quote: string, words: string, ...left: number[]): string =>
  wordsWith(suggestedRuns(quote, words), new Set(left));

test("a suggestion is shown as changes that are taken one by one", () => {
  expect(shown("Senior managers are ineffective", "Some managers are not effective")).toBe(
    "[Senior|Some] managers are [ineffective|not effective]",
  );
  const changes = suggestedRuns("Senior managers are ineffective", "Some managers are not effective");
  expect(changes.map(({ changed }) => changed)).toEqual([true, false, true]);
  const of = ["Senior managers are ineffective", "Some managers are not effective"] as const;
  expect(take(...of)).toBe("Some managers are not effective");
  expect(take(...of, 0)).toBe("Senior managers are not effective");
  expect(take(...of, 2)).toBe("Some managers are ineffective");
  expect(take(...of, 0, 2)).toBe("Senior managers are ineffective");
});

test("a word at the end brings the space before it, and takes it along", () => {
  expect(shown("It is good", "It is good now")).toBe("It is good[| now]");
  expect(take("It is good now", "It is good")).toBe("It is good");
  expect(take("It is good", "")).toBe("");
});

const text = fc
  .array(fc.constantFrom("the", "council", "is", "good", "children’s", "–", ".", ",", "𝒜", " "), {
    maxLength: 12,
  })
  .map((list) => list.join(" ").trim());

test("all of it gives the words suggested, none of it those quoted, and the places put in give the same", () => {
  fc.assert(
    fc.property(text, text, fc.func(fc.boolean()), (quote, words, isLeft) => {
      const runs = suggestedRuns(quote, words);
      const changes = runs.flatMap(({ changed }, index) => (changed ? [index] : []));
      expect(wordsWith(runs, new Set())).toBe(words);
      expect(wordsWith(runs, new Set(changes))).toBe(quote);
      const left = new Set(changes.filter((index) => isLeft(index)));
      const before = "Before. ";
      let result = `${before}${quote} After.`;
      for (const { span, words: put } of putsOf(runs, left, before.length).toReversed()) {
        if (quote !== "") expect(span[1]).toBeGreaterThan(span[0]);
        result = result.slice(0, span[0]) + put + result.slice(span[1]);
      }
      expect(result).toBe(`${before}${wordsWith(runs, left)} After.`);
    }),
    { numRuns: 500 },
  );
});
