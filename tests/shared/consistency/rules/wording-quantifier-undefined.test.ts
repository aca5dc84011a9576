import { expect, test } from "vitest";
import { wordingQuantifierUndefined } from "#shared/consistency/rules/wording-quantifier-undefined.ts";
import { found } from "#tests/shared/consistency/found.ts";

const repeated = (text: string) => ({ lines: Array.from({ length: 31 }, () => text) });

test("counts each word once, most frequent first, in one finding", () => {
  const findings = found(
    wordingQuantifierUndefined,
    repeated("Some plans are late, and some visits, for many."),
  );
  expect(findings.map(({ message }) => message)).toEqual([
    "“some” stands 62 times, “many” stands 31 times in this report without a meaning in the house table. Where you know how many, say so.",
  ]);
});

test.each(["Most plans are late.", "They said ‘some are late’.", "It is to some extent true."])(
  "leaves alone: %s",
  (line) => expect(found(wordingQuantifierUndefined, repeated(line))).toEqual([]),
);
