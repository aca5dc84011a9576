import { expect, test } from "vitest";
import { narrativeContradictsItself } from "#shared/consistency/rules/narrative-contradicts-itself.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

const of = (...lines: string[]): string[] => foundBriefly(narrativeContradictsItself, { lines });

test("both sentences are quoted, and where the first stands", () => {
  const [finding] = found(narrativeContradictsItself, {
    lines: ["help: Caseloads are manageable.", "leadership: Caseloads are too high."],
  });
  expect(finding!.message).toBe(
    "“Caseloads are too high” here, “Caseloads are manageable” in paragraph 1. Say of whom or when each is true, or settle which it is.",
  );
});

test("one paragraph may weigh both sides", () => {
  expect(
    of("help: Thresholds are well understood by schools. Thresholds are not well understood by staff."),
  ).toEqual([]);
});

test("a narrower matter is another matter; what is asked for is not said", () => {
  expect(
    of("help: Decisions are timely.", "help: Decisions within court proceedings are not timely."),
  ).toEqual([]);
  expect(of("help: Thresholds are not understood.", "help: Ensure thresholds are understood.")).toEqual([]);
});
