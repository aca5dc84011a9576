import { expect, test } from "vitest";
import { gradeHeadingWordingDiffersFromTable } from "#shared/consistency/rules/grade-heading-wording-differs-from-table.ts";
import { found } from "#tests/shared/consistency/found.ts";

const compare = (heading: string, row: string): number =>
  found(gradeHeadingWordingDiffersFromTable, {
    grades: { money: "good" },
    rows: { money: row },
    lines: [`# money [Good] ${heading}`],
  }).length;

test.each([
  ["Value for money.", "The value for money"],
  ["Value for money", "2.1 Value for money"],
  ["The quality of value for money", "Value for money"],
  ["Value-for-money", "Value for money"],
])("%s and %s are one wording", (heading, row) => expect(compare(heading, row)).toBe(0));

test.each([
  ["Taking steps to ensure value", "Helping to ensure value"],
  ["Use of resources", "Value for money"],
])("%s and %s differ", (heading, row) => expect(compare(heading, row)).toBe(1));
