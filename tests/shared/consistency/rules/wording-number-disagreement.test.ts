import { expect, test } from "vitest";
import { wordingNumberDisagreement } from "#shared/consistency/rules/wording-number-disagreement.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("the message names the noun and the verb that goes with it", () => {
  const [finding] = found(wordingNumberDisagreement, {
    lines: ["help: However, performance against priority targets are poor."],
  });
  expect(finding!.quote).toBe("performance against priority targets are");
  expect(finding!.message).toBe(
    "“performance” and “are” do not agree in number. Write “performance … is”, or say which noun is meant.",
  );
});
