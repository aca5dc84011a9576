import { expect, test } from "vitest";
import { gradeFormatNotUniform } from "#shared/consistency/rules/grade-format-not-uniform.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("only the odd one out is named, with the usual form", () => {
  const lines = [
    "# overall [Grade 4 (Inadequate)] A",
    "# money [Grade 3 (requires improvement)] B",
    "# help [Grade 2 (Good)] C",
  ];
  const findings = found(gradeFormatNotUniform, { lines });
  expect(findings.map(({ blockId, message }) => [blockId, message])).toEqual([
    [
      "b1",
      "This heading writes its grade “Grade 3 (requires improvement)”; the others write it like “Grade 4 (Inadequate)”. Write it the same way.",
    ],
  ]);
});

test("two against two is no majority", () => {
  const lines = ["# overall [Good] A", "# money [Good] B", "# help [good] C", "# leadership [good] D"];
  expect(found(gradeFormatNotUniform, { lines })).toEqual([]);
});
