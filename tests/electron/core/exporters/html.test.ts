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
  expect(document.querySelector("a")?.getAttribute("href")).toBe("https://www.gov.uk/?a=1&b=2");
});

test("lists hold only items, tables have headers", () => {
  for (const list of document.querySelectorAll("ul")) {
    expect([...list.children].every((child) => child.tagName === "LI")).toBe(true);
  }
  expect([...document.querySelectorAll("table.record thead th")].map((th) => th.textContent)).toEqual([
    "Judgement area",
    "Grade",
  ]);
  expect(document.querySelectorAll("table.record tbody th[scope=row]")).toHaveLength(3);
});

test("a footnote is at the end, with a way there and back; a reference prints the number as it is now", () => {
  const mark = document.querySelector<HTMLAnchorElement>("a[role=doc-noteref]")!;
  const note = document.querySelector(mark.getAttribute("href")!)!;
  expect(note.textContent).toContain("Counted on 31 March 2009.");
  expect(note.querySelector("a[role=doc-backlink]")?.getAttribute("href")).toBe(`#${mark.id}`);
  expect(mark.closest("p")?.textContent).toMatch(/469 were looked after1, as paragraph 6 says\.$/);
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
