import { expect, test } from "vitest";
import { recommendationTimescale } from "#shared/consistency/rules/recommendation-timescale-missing-or-out-of-order.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("the message names both groups", () => {
  const [finding] = found(recommendationTimescale, { lines: ["! soon: Do this.", "! now: Do that."] });
  expect(finding!.message).toBe(
    "“Immediately” comes after “Within three months” in this list. Put the more urgent group first.",
  );
});

test("a report without any timescale is advised once, whatever the number", () => {
  const findings = found(recommendationTimescale, { lines: ["! Do this.", "! Do that.", "! Do more."] });
  expect(findings.map(({ severity }) => severity)).toEqual(["advice"]);
});

test("without a framework nobody asks for timescales", () => {
  expect(found(recommendationTimescale, { framework: null, lines: ["! Do this."] })).toEqual([]);
});
