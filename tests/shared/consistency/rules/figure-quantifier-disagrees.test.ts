import { expect, test } from "vitest";
import { figureQuantifierDisagrees } from "#shared/consistency/rules/figure-quantifier-disagrees.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  ["Most reviews (93.4%) are on time.", "The table’s word is “almost all”"],
  ["The majority of plans (46%) are clear.", "Use another word"],
])("flags %s", (line, message) => {
  const [finding] = found(figureQuantifierDisagrees, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "Most recent data (12%) are better.",
  "The large majority (92%) live in suitable homes.",
  "Most children are well, although a third (33%) wait.",
  "They said ‘most reviews (20%) are late’.",
  "Most reviews (74.6%) are on time.",
])("leaves alone: %s", (line) => expect(found(figureQuantifierDisagrees, { lines: [line] })).toEqual([]));
