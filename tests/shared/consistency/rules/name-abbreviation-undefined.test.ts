import { expect, test } from "vitest";
import { nameAbbreviationUndefined } from "#shared/consistency/rules/name-abbreviation-undefined.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(nameAbbreviationUndefined, { lines });

test("one finding an abbreviation, at its first use", () => {
  expect(of("CAMHS is slow.", "CAMHS is small. The LADO is new.")).toEqual(["advice: CAMHS", "advice: LADO"]);
});

test("familiar ones are advice, household ones nothing", () => {
  expect(of("GCSE results; the NHS in the UK.")).toEqual(["advice: GCSE"]);
});

test("defined after its first use", () => {
  const [finding] = found(nameAbbreviationUndefined, {
    lines: ["The CAF is used.", "The common assessment framework (CAF) works."],
  });
  expect(finding!.message).toBe(
    "“CAF” is used here before its definition in paragraph 2. Define it here instead.",
  );
});

test("a name in full again is no variant of itself", () => {
  expect(
    of(
      "The Children in Care Education Support Service (CICESS) is new. CICESS is the Children in Care Education Support Service.",
    ),
  ).toEqual([]);
});

test("those that are never used again are one finding", () => {
  const lines = [
    "The care quality body (CQB) met.",
    "Fowey Children Trust (FCT) met. The FCT is new.",
    "Looe Board (LB) met.",
  ];
  const [finding, ...others] = found(nameAbbreviationUndefined, { lines });
  expect(others).toEqual([]);
  expect(finding!.message).toBe(
    "Defined but never used again: “CQB” (paragraph 1), “LB” (paragraph 3). Leave the abbreviation out, unless readers know the letters better.",
  );
});

test("the narrative may define again what a heading or the summary has defined", () => {
  expect(
    of("# The Fowey Children Board (FCB)", "The Fowey Children Board (FCB) met. The FCB is new."),
  ).toEqual([]);
  expect(
    of("~ Improve the Fowey Children Board (FCB).", "The Fowey Children Board (FCB) met. FCB is new."),
  ).toEqual([]);
});
