import { expect, test } from "vitest";
import { layoutStructure } from "#shared/consistency/rules/layout-structure.ts";
import { found } from "#tests/shared/consistency/found.ts";

test("levels may go up by any number, and down by one", () => {
  const lines = ["# One", "## Two", "### Three", "# One again", "### Three again"];
  expect(found(layoutStructure, { lines }).map(({ message }) => message)).toEqual([
    "This heading is of level 4 under one of level 2. Make it level 3, so that no step of the outline is missing.",
  ]);
});

test("a header that ran on every page is reported once, where it first stands", () => {
  const header = "~ Cornwall inspection";
  const findings = found(layoutStructure, { lines: [header, "Visits are late.", header, header] });
  expect(findings.map(({ blockId }) => blockId)).toEqual(["b0"]);
  expect(findings[0]!.message).toContain("3 times");
});
