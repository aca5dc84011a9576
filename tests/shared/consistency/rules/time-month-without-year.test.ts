import { expect, test } from "vitest";
import { timeMonthWithoutYear } from "#shared/consistency/rules/time-month-without-year.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([["Posts are filled in September.", "“September” of which year?"]])("flags %s", (line, message) => {
  const [finding] = found(timeMonthWithoutYear, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "It was published in July this year.",
  "# Reviewed in July",
  "The audit of 12 July 2009 was clear; in August it was not.",
  "Reports come every year in March.",
  "They said ‘come in May’.",
  "April Jones chairs the board.",
])("leaves alone: %s", (line) => expect(found(timeMonthWithoutYear, { lines: [line] })).toEqual([]));
