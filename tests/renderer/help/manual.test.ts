import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MANUAL, passagesOf } from "#renderer/help/manual.ts";
import { plainWords, type ManualPart, type ManualWords } from "#renderer/help/manual-page.ts";
import { readManualPage } from "#renderer/help/read-manual-page.ts";
import { searchManual } from "#renderer/help/search-manual.ts";
import { TOUR_STEPS } from "#renderer/tour/tour-steps.ts";
import { WALK_PICTURES } from "#tools/screenshots/walk.ts";

const ROOT = join(import.meta.dirname, "../../..");
const FOLDER = join(ROOT, "docs/manual");

/** Every string of the renderer’s sources and of the words it shares, without the manual itself. */
const interfaceWords = ["renderer", "shared/domain", "shared/review", "shared/consistency/finding.ts"]
  .flatMap((folder) =>
    folder.endsWith(".ts")
      ? [folder]
      : readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  )
  .filter((file) => file !== "renderer/tour/tour-steps.ts")
  .map((file) => readFileSync(join(ROOT, file), "utf8"))
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\//g, "");

const SPEAKER = /^Quotation from .*/;
const LEVEL = / \d$/;

/** A name as the sources have it: between quotation marks, as the text of an element, or before a number or a state. */
function isInTheInterface(name: string): boolean {
  const stem = name.replace(SPEAKER, "Quotation from ").replace(LEVEL, " ").trim();
  const escaped = stem.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(`(["'\`>]|\\n)\\s*${escaped}\\s*(["'\`<\\n:]|\\$\\{|\\{)`).test(interfaceWords);
}

const boldOf = (words: readonly ManualWords[]): string[] =>
  words.flatMap((word) => {
    if (typeof word === "string" || word.kind === "key" || word.kind === "picture") return [];
    return word.kind === "strong" ? [plainWords(word.words)] : boldOf(word.words);
  });
const boldIn = (part: ManualPart): string[] => {
  if (part.kind === "list") return part.members.flat().flatMap(boldIn);
  if (part.kind === "table") return part.rows.flat().flatMap(boldOf);
  return boldOf(part.words);
};

test("every name in bold is in the interface", () => {
  const names = MANUAL.flatMap(({ name: page, parts }) =>
    parts.flatMap(boldIn).map((name) => ({ page, name })),
  );
  expect(names.length).toBeGreaterThan(80);
  expect(
    names.filter(({ name }) => !isInTheInterface(name)).map(({ page, name }) => `${page}: ${name}`),
  ).toEqual([]);
});

test("every name the tour quotes is in the interface", () => {
  const quoted = TOUR_STEPS.flatMap(({ says }) => [...says.matchAll(/“([^”]+)”/g)].map(([, name]) => name!));
  expect(quoted.length).toBeGreaterThan(3);
  expect(quoted.filter((name) => !isInTheInterface(name))).toEqual([]);
});

test("a name that is not there is seen", () => {
  expect(isInTheInterface("Create the report")).toBe(true);
  expect(isInTheInterface("Make a report")).toBe(false);
});

test("the front page leads to every page, and every link to one there is", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".md"));
  expect(MANUAL.map(({ name }) => `${name}.md`).toSorted()).toEqual(files.toSorted());
  for (const file of files)
    for (const [, target] of readFileSync(join(FOLDER, file), "utf8").matchAll(/\]\(([\w-]+\.md)\)/g))
      expect(files, file).toContain(target);
});

test("the walk shows its pictures in order, each small enough to carry", () => {
  const walk = readFileSync(join(FOLDER, "walk.md"), "utf8");
  expect([...walk.matchAll(/pictures\/([\w-]+\.webp)/g)].map(([, name]) => name)).toEqual(WALK_PICTURES);
  for (const name of WALK_PICTURES)
    expect(readFileSync(join(FOLDER, "pictures", name)).length, name).toBeLessThan(200_000);
});

test("a search is answered by the likeliest passage first, with its words marked", () => {
  const passages = passagesOf(MANUAL);
  const [first] = searchManual(passages, "dictionary");
  expect(first!.passage).toMatchObject({ page: "writing", heading: "Spelling" });
  expect(first!.marks.map(([from, to]) => first!.quote.slice(from, to).toLowerCase())).toContain(
    "dictionary",
  );
  expect(searchManual(passages, "footn")[0]!.passage.heading).toBe("Footnotes");
  expect(searchManual(passages, "restore version")[0]!.passage.page).toBe("versions");
  expect(searchManual(passages, "zebra")).toEqual([]);
  expect(searchManual(passages, " ")).toEqual([]);
});

test.each([
  ["raw HTML", "# A\n\n<b>x</b>\n"],
  ["an address outside", "# A\n\n[x](https://example.org)\n"],
  ["a picture from elsewhere", "# A\n\n![x](../secret.png)\n"],
  ["no title", "Words.\n"],
])("a page with %s is refused when the program is built", async (_, markdown) => {
  await expect(readManualPage(markdown)).rejects.toThrow(/manual|help screen|Pictures/);
});
