import { expect, test } from "vitest";
import { layoutRowWithoutHeading } from "#shared/consistency/rules/layout-row-without-heading.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("areas with the same parent are counted together", () => {
  const messages = found(layoutRowWithoutHeading, {
    grades: { help: "good", leadership: "good", money: "good", partnerships: "good" },
    lines: [
      "# leadership [Good] Leadership and management",
      "help: Referrals are answered.",
      "money: Contracts are reviewed.",
      "partnerships: Partners meet.",
    ],
  }).map(({ message }) => message);
  expect(messages.toSorted()).toEqual([
    "“Partnerships”, “Value for money” have a grade and narrative but no heading. Give each its own heading, so that a reader finds it from the table.",
    "“The experiences and …” has a grade and narrative but no heading. Give it a heading, so that a reader finds it from the table.",
  ]);
});
