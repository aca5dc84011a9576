import { expect, test } from "vitest";
import { quoteWithoutEvidence } from "#shared/consistency/rules/quote-without-evidence.ts";
import { buildSnapshot } from "#shared/consistency/build-snapshot.ts";
import { check } from "#shared/consistency/check.ts";
import { sketchFramework, sketchReport } from "#shared/consistency/sketch.ts";
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

test("a paragraph that rests on an evidence item has its record", () => {
  const report = sketchReport(lines("help: One said ‘it was a long hard battle’."));
  const blocks = report.blocks.map((block) => ({
    ...block,
    evidenceIds: report.evidence.map(({ id }) => id),
  }));
  expect(check(buildSnapshot({ ...report, blocks }, sketchFramework), [quoteWithoutEvidence])).toEqual([]);
});
