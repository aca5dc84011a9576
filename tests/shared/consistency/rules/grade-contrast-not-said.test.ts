import { expect, test } from "vitest";
import { gradeContrastNotSaid } from "#shared/consistency/rules/grade-contrast-not-said.ts";
import { found } from "#tests/shared/consistency/found.ts";

const grades = { overall: "inadequate", leadership: "good" };
const own = "leadership: Leadership is good. Leaders know their staff.";

test("a contrast word elsewhere, about something else, does not count", () => {
  const lines = ["overall: The service is inadequate. Although it rained, visits were made.", own];
  expect(found(gradeContrastNotSaid, { grades, lines })).toHaveLength(1);
});

test("the contrast may name the area or give its grade", () => {
  for (const said of ["Despite this, outcomes in school are good.", "However, leadership is strong."])
    expect(
      found(gradeContrastNotSaid, { grades, lines: [`overall: The service is inadequate. ${said}`, own] }),
    ).toEqual([]);
});

test("without narrative of the parent there is no place to set them against each other", () => {
  expect(found(gradeContrastNotSaid, { grades, lines: [own] })).toEqual([]);
});
