import { expect, test } from "vitest";
import { gradeHeadingDiffersFromTable } from "#shared/consistency/rules/grade-heading-differs-from-table.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("the message gives both grades", () => {
  const [finding] = found(gradeHeadingDiffersFromTable, {
    grades: { money: "good" },
    lines: ["# money [Grade 4 (Inadequate)] Value for money"],
  });
  expect(finding!.message).toBe(
    "The heading says “Grade 4 (Inadequate)”, but Value for money is graded Good. Correct one of them.",
  );
});

test("each of two headings of one area is looked at", () => {
  const lines = ["# money [Good] Value for money", "# money [Inadequate] Value for money"];
  expect(found(gradeHeadingDiffersFromTable, { grades: { money: "good" }, lines })).toHaveLength(1);
});
