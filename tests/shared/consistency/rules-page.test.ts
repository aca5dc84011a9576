import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rules } from "#shared/consistency/registry.ts";
import { rulesPage } from "#shared/consistency/rules-page.ts";

test("docs/rules.md is what the rules say", () => {
  expect(readFileSync("docs/rules.md", "utf8")).toBe(rulesPage(rules));
});
