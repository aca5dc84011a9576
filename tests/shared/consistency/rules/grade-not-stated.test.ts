import { expect, test } from "vitest";
import { gradeNotStated } from "#shared/consistency/rules/grade-not-stated.ts";
import { found, foundBriefly } from "#tests/shared/consistency/found.ts";

test("the paragraph to open with the sentence is named", () => {
  const [finding] = found(gradeNotStated, {
    grades: { money: "good" },
    lines: ["Welcome.", "money: Contracts are reviewed."],
  });
  expect(finding!.message).toBe("No sentence says that Value for money is good. Open paragraph 2 with one.");
});

test("“not yet good” and “mostly good” state no grade", () => {
  for (const said of ["not yet good", "mostly good"])
    expect(
      foundBriefly(gradeNotStated, {
        grades: { money: "requires-improvement" },
        lines: [`money: Value for money is ${said}.`],
      }),
    ).toHaveLength(1);
});

test("a narrower topic of the area states its grade where both agree", () => {
  const lines = ["partnerships: Partnership working with the police is good."];
  expect(foundBriefly(gradeNotStated, { grades: { partnerships: "good" }, lines })).toEqual([]);
  expect(foundBriefly(gradeNotStated, { grades: { partnerships: "inadequate" }, lines })).toHaveLength(1);
});
