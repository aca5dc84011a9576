import { expect, test } from "vitest";
import type { SourceBlock } from "#electron/core/importers/reading/source-block.ts";
import { readTitle } from "#electron/core/importers/reading/title.ts";

const LARGE = { size: 20, bold: true, left: 70 };
const SMALL = { size: 11, bold: false, left: 70 };
const block = (text: string, look = SMALL): SourceBlock => ({
  text,
  page: 1,
  role: "text",
  level: 0,
  look,
  cell: null,
});
const titleOf = (...blocks: SourceBlock[]) =>
  readTitle({ blocks, furniture: [], title: "" }, "Untitled report");

test("a sentence about how the report was made does not name the provider", () => {
  const { provider, title } = titleOf(
    block("Anyshire County Council", LARGE),
    block("Re-inspection of services for children in need of help and protection", LARGE),
    block("Inspection date: 6 November 2017"),
    block("Ofsted produces this report of the inspection of local authority functions under its power."),
  );
  expect(provider).toBe("Anyshire County Council");
  expect(title).toContain("Re-inspection of services for children");
});

test.each([
  "City of London",
  "Kingston upon Hull City Council",
  "St. Helens",
  "Bath and North East Somerset",
])("%s is a name", (name) => {
  expect(titleOf(block(`Inspection of ${name} local authority children’s services`, LARGE)).provider).toBe(
    name,
  );
});
