import { expect, test } from "vitest";
import { quoteWithoutEvidence } from "#shared/consistency/rules/quote-without-evidence.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

const { evidence } = quoteWithoutEvidence.examples.flagged[0]!;
const lines = (...texts: string[]) => ({ lines: texts, ...(evidence ? { evidence } : {}) });

test("a quotation block and a quotation in a paragraph both need a record", () => {
  expect(
    foundBriefly(
      quoteWithoutEvidence,
      lines("> help: It was a battle.", "help: One said ‘it was a long hard battle’."),
    ),
  ).toEqual(["advice: It was a battle.", "advice: ‘it was a long hard battle’"]);
});

test.each([
  "help: They said that the ‘One Cornwall’ agenda is new.",
  "help: The ‘plan for all of our young people’ is new.",
])("leaves alone: %s", (line) => expect(foundBriefly(quoteWithoutEvidence, lines(line))).toEqual([]));
