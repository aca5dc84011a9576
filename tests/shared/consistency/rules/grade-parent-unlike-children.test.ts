import { expect, test } from "vitest";
import { gradeParentUnlikeChildren } from "#shared/consistency/rules/grade-parent-unlike-children.ts";
import { found } from "#tests/shared/consistency/found.ts";

const count = (grades: Record<string, string | null>): number =>
  found(gradeParentUnlikeChildren, { grades }).length;

test("one differing part of three is no reason to wonder, all of them are", () => {
  expect(count({ leadership: "good", partnerships: "inadequate", evaluation: "good", money: "good" })).toBe(
    0,
  );
  expect(
    count({ leadership: "good", partnerships: "inadequate", evaluation: "inadequate", money: "inadequate" }),
  ).toBe(1);
});

test("parts that are not graded do not count", () => {
  expect(count({ leadership: "good", partnerships: "inadequate", evaluation: null })).toBe(0);
});

test("the area that sums up a tree is compared with its neighbours, not with their parts", () => {
  expect(count({ overall: "good", help: "good", leadership: "good", partnerships: "inadequate" })).toBe(0);
  expect(count({ overall: "good", help: "inadequate", leadership: "inadequate" })).toBe(1);
});
