import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Block } from "#shared/domain/block.ts";
import { Framework } from "#shared/domain/framework.ts";
import { hasChildren, openLines, outlineOf } from "#renderer/report/outline.ts";

const framework = Framework.parse(JSON.parse(readFileSync("resources/frameworks/slac-2009.json", "utf8")));
const group = framework.areas.find(({ kind }) => kind === "group")!;
const child = framework.areas.find(({ parent }) => parent === group.id)!;
let made = 0;
const heading = (text: string, level: number, areaIds: string[] = []): Block =>
  Block.parse({ kind: "heading", id: `h${++made}`, inlines: [{ kind: "text", text }], level, areaIds });

test("every area of the framework is there once, in its order and depth", () => {
  const lines = outlineOf(framework, []);
  expect(lines.map(({ area }) => area?.id)).toEqual(framework.areas.map(({ id }) => id));
  expect(lines.every(({ blockId }) => blockId === null)).toBe(true);
  expect(lines.find(({ area }) => area?.id === group.id)!.depth).toBe(0);
  expect(lines.find(({ area }) => area?.id === child.id)!.depth).toBe(1);
});

test("other headings stand where they stand in the report", () => {
  const about = heading("About this inspection", 1);
  const safeguarding = heading("Safeguarding", 1, [group.id]);
  const overall = heading("Overall", 2, [child.id]);
  const improvement = heading("Areas for improvement", 2);
  const record = heading("Record of main findings", 1);
  const lines = outlineOf(framework, [about, safeguarding, overall, improvement, record]);
  const titles = lines.map(({ blockId, area }) => blockId && `${blockId}${area ? " area" : ""}`);
  expect(titles.slice(0, 4)).toEqual([
    about.id,
    `${safeguarding.id} area`,
    `${overall.id} area`,
    improvement.id,
  ]);
  const last = lines.findIndex(({ blockId }) => blockId === record.id);
  expect(lines[last]!.depth).toBe(0);
  expect(lines.slice(last + 1).every(({ area }) => area !== null)).toBe(true);
});

test("without a framework the outline is the headings", () => {
  const lines = outlineOf(null, [heading("One", 1), heading("Two", 2), heading("", 1)]);
  expect(lines.map(({ title, depth }) => [title, depth])).toEqual([
    ["One", 0],
    ["Two", 1],
    ["Heading without words", 0],
  ]);
});

test("a closed line takes in all that is below it", () => {
  const lines = outlineOf(framework, []);
  const root = lines.find(({ area }) => area?.id === group.id)!;
  expect(hasChildren(lines, root)).toBe(true);
  const shown = openLines(lines, new Set([root.key]));
  expect(shown).toContain(root);
  expect(shown.some(({ area }) => area?.parent === group.id)).toBe(false);
});
