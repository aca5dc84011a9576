import { expect, test } from "vitest";
import { recommendationTwoActions } from "#shared/consistency/rules/recommendation-two-actions.ts";
import { foundBriefly } from "#tests/shared/consistency/found.ts";

test("the second action is underlined; narrative is not read", () => {
  const text = "Improve stability; and ensure that views are heard.";
  expect(foundBriefly(recommendationTwoActions, { lines: [`! ${text}`, `help: ${text}`] })).toEqual([
    "advice: and ensure that",
  ]);
});
