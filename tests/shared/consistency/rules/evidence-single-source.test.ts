import { expect, test } from "vitest";
import { evidenceSingleSource } from "#shared/consistency/rules/evidence-single-source.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

test("a person's report of others is still one source", () => {
  expect(
    foundBriefly(evidenceSingleSource, {
      lines: ["help: Support is good. One adopter reported that ‘the parents said it was good’."],
    }),
  ).toEqual(["advice: One adopter reported"]);
});

test.each([
  "help: When a child is reported as missing, officers act.",
  "help: Young people were equally enthusiastic. One young person said it was fun.",
  "help: Data show progress. One carer told us so.",
  "One carer told us that it was fun.",
])("leaves alone: %s", (line) => expect(foundBriefly(evidenceSingleSource, { lines: [line] })).toEqual([]));
