import { expect, test } from "vitest";
import { quoteRealWordSlip } from "#shared/consistency/rules/quote-real-word-slip.ts";
import { found } from "#tests/shared/consistency/found.ts";

test.each([
  ["Parents said ‘help us though the forms’.", "Check it against the record"],
  ["They have to much work.", "slip for “too”"],
  ["It is better then before.", "slip for “than”"],
])("flags %s", (line, message) => {
  const [finding] = found(quoteRealWordSlip, { lines: [line] });
  expect(finding?.message).toContain(message);
});

test.each([
  "They work though tired children wait.",
  "There are more. Then the plan is made.",
  "The loose plan could loosen.",
])("leaves alone: %s", (line) => expect(found(quoteRealWordSlip, { lines: [line] })).toEqual([]));
