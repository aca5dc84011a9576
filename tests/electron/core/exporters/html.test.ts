import { JSDOM } from "jsdom";
import { beforeAll, expect, test } from "vitest";
import { writeHtml } from "#electron/core/exporters/html.ts";
import { textOf } from "#shared/domain/block.ts";
import { everyKind, SECRETS } from "#tests/helpers/every-kind.ts";
import { flat } from "#tests/helpers/readers.ts";
import { readSample } from "#tests/helpers/sample.ts";

let page = "";
let document: Document;
beforeAll(async () => {
  page = new TextDecoder().decode(await writeHtml(everyKind()));
  document = new JSDOM(page).window.document;
});

test("one standalone page in British English: no script, nothing fetched", () => {
  expect(document.documentElement.lang).toBe("en-GB");
  expect(document.title).toBe("Inspection of “Anyshire” & <others>");
  expect(document.querySelectorAll("script, link, img, iframe")).toHaveLength(0);
  expect(page).not.toMatch(/url\(|@import/);
});

test("headings begin at one and skip none", () => {
  const levels = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) =>
    Number(heading.tagName[1]),
  );
  expect(levels[0]).toBe(1);
  levels.slice(1).forEach((level, i) => expect(level - levels[i]!).toBeLessThanOrEqual(1));
});

test("user text is text", () => {
  expect(document.querySelectorAll("main b")).toHaveLength(0);
  expect(document.body.textContent).toContain('#import "x" *not markup* $x$ <b>&amp;</b>');
  expect(document.querySelector("main a")?.getAttribute("href")).toBe("https://www.gov.uk/?a=1&b=2");
});

test("lists hold only items, tables have headers", () => {
  const nested = [...document.querySelectorAll("main ul ul li")].map((item) => item.textContent.trim());
  expect(nested).toEqual(["Point within it"]);
  for (const list of document.querySelectorAll("ul")) {
    expect([...list.children].every((child) => child.tagName === "LI")).toBe(true);
  }
  expect([...document.querySelectorAll("main table.record thead th")].map((th) => th.textContent)).toEqual([
    "Judgement area",
    "Grade",
  ]);
  expect(document.querySelectorAll("main table.record tbody th[scope=row]")).toHaveLength(3);
});

test("the cover says its facts as a list of them, and every grade in a table with a caption", () => {
  const terms = [...document.querySelectorAll("header dt")].map((term) => [
    term.textContent,
    term.nextElementSibling?.textContent,
  ]);
  expect(terms).toContainEqual(["Inspectorate", "Ofsted, with the Care Quality Commission"]);
  const grades = document.querySelector("header table")!;
  expect(grades.querySelector("caption")?.textContent).toBe("Grades");
  expect(grades.textContent).toContain("Inadequate");
});

test("one can skip to the report, and go from the contents to every heading", () => {
  const skip = document.querySelector("body > a")!;
  expect(document.querySelector(skip.getAttribute("href")!)?.tagName).toBe("MAIN");
  const entries = [...document.querySelectorAll<HTMLAnchorElement>("nav a")];
  const headings = document.querySelectorAll("main h2, main h3, main h4");
  expect(entries).toHaveLength(headings.length - 1); // Notes are found by their marks.
  for (const entry of entries) {
    const heading = document.querySelector(entry.getAttribute("href")!);
    expect(heading?.tagName).toMatch(/^H[2-4]$/);
    expect(heading?.textContent).toBe(entry.textContent);
  }
});

test("on paper a link is followed by where it leads, unless it says so itself", async () => {
  const input = everyKind();
  const links = ["www.gov.uk/report", "the report"].map((text) => ({
    kind: "text" as const,
    text,
    href: "https://www.gov.uk/report",
  }));
  const blocks = [{ ...input.report.blocks[1]!, inlines: links }] as typeof input.report.blocks;
  const html = new TextDecoder().decode(await writeHtml({ ...input, report: { ...input.report, blocks } }));
  const found = [...new JSDOM(html).window.document.querySelectorAll("main a")];
  expect(found.map(({ className }) => className)).toEqual(["bare", ""]);
});

test("a footnote is at the end, with a way there and back; a reference prints the number as it is now", () => {
  const mark = document.querySelector<HTMLAnchorElement>("a[role=doc-noteref]")!;
  const note = document.querySelector(mark.getAttribute("href")!)!;
  expect(note.textContent).toContain("Counted on 31 March 2009.");
  expect(note.querySelector("a[role=doc-backlink]")?.getAttribute("href")).toBe(`#${mark.id}`);
  expect(mark.closest("p")?.textContent).toMatch(/469 were looked after1, as paragraph 6 says\.$/);
  const reference = [...document.querySelectorAll("main a")].find(({ textContent }) => textContent === "6")!;
  expect(document.querySelector(reference.getAttribute("href")!)?.textContent).toContain("referred to");
  expect(document.body.textContent).toContain("A note that lost its mark.");
});

test("evidence stays at the desk", () => {
  for (const secret of SECRETS) expect(page).not.toContain(secret);
});

test("a DOM parser finds every block of the sample", async () => {
  const sample = await readSample();
  const text = flat(
    new JSDOM(new TextDecoder().decode(await writeHtml(sample))).window.document.body.textContent ?? "",
  );
  for (const block of sample.report.blocks) expect(text).toContain(flat(textOf(block)));
});
