import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const block = (page: Page, words: string): Locator =>
  page.locator("[data-block-id]", { hasText: words }).first();
const words = (at: Locator): Promise<string> =>
  at
    .locator("[data-lexical-text]")
    .evaluateAll((runs) => runs.map(({ textContent }) => textContent).join(""));
const order = (page: Page): Promise<(string | null)[]> =>
  page.locator("[data-block-id]").evaluateAll((all) => all.map((each) => each.getAttribute("data-block-id")));
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

/** Puts the caret at the end of the paragraph that holds the words. */
async function caretAfter(page: Page, at: Locator): Promise<void> {
  await at.scrollIntoViewIfNeeded();
  const text = at.locator("[data-lexical-text]").last();
  await text.click();
  await page.keyboard.press("Control+End");
  await at.evaluate((element) => {
    const runs = [...element.querySelectorAll("[data-lexical-text]")];
    const last = runs.at(-1)!.firstChild!;
    document.getSelection()!.collapse(last, last.textContent!.length);
  });
  await page.waitForTimeout(50);
}

test("references renumber themselves, figures change everywhere, footnotes stand under their paragraph", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = block(page, "The comprehensive restructuring");

  // A paragraph by its number; it says another number once a paragraph comes before it.
  await caretAfter(page, paragraph);
  await page.keyboard.type(" See paragraph [[p14");
  await expect(page.getByRole("option", { name: /^Paragraph 14/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type(".");
  expect(await words(paragraph)).toMatch(/See paragraph 14\.$/);
  await caretAfter(page, block(page, "The effectiveness of services in Cornwall"));
  await page.evaluate(() => document.getSelection()!.modify("move", "backward", "paragraphboundary"));
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await expect.poll(() => words(paragraph)).toMatch(/See paragraph 15\.$/);
  await page.keyboard.press("Control+z");
  await expect.poll(() => words(paragraph)).toMatch(/See paragraph 14\.$/);

  // A figure is said once.
  await caretAfter(page, paragraph);
  await page.keyboard.type(" There are ##469 children looked after");
  await page.getByRole("option", { name: /New figure: children looked after/ }).click();
  await page.keyboard.type(" of them, and again ##looked");
  await page.getByRole("option", { name: /^469/ }).click();
  await expect.poll(() => words(paragraph)).toMatch(/There are 469 of them, and again 469$/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Figures of this report");
  await page.keyboard.press("Enter");
  const register = page.getByRole("dialog", { name: "Figures of this report" });
  await register.getByLabel("Figure, as it is printed").fill("471");
  await page.keyboard.press("Enter");
  await register.getByRole("button", { name: "Change them" }).click();
  await expect(page.getByText("469 is now 471, in 2 places.")).toBeVisible();
  await expect(register.getByLabel("Figure, as it is printed")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(register).toBeHidden();
  expect(await words(paragraph)).toMatch(/There are 471 of them, and again 471$/);

  // A footnote takes the caret, is numbered, and Backspace in an empty one takes its mark as well.
  await caretAfter(page, paragraph);
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.type("Counted on 31 March.");
  const note = page.locator('[data-kind="footnote"]');
  await expect(note).toHaveAttribute("data-note", "1");
  await expect(paragraph.locator("sup")).toHaveText("1");

  await saved(page);
  await page.waitForTimeout(2000);
  await plumbline.stop("SIGKILL");
  const again = await desk.start();
  await openSample(page, again.address);
  await expect(note).toContainText("Counted on 31 March.");
  expect(await words(block(page, "The comprehensive restructuring"))).toMatch(/471 of them, and again 471$/);
  await caretAfter(page, note);
  for (let i = 0; i < "Counted on 31 March.".length; i += 1) await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(note).toHaveCount(0);
  await expect(page.locator("[data-block-id] sup")).toHaveCount(0);
});

test("a table is typed into, grows, and comes back after a restart", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await caretAfter(page, block(page, "The comprehensive restructuring"));
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("menuitem", { name: "Insert a table…" }).click();
  await page.getByLabel(/^Rows/).fill("2");
  await page.getByLabel(/^Columns/).fill("2");
  await page.getByRole("button", { name: "Insert the table" }).click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeFocused();
  await page.keyboard.type("Year");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Children");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2008");
  const command = async (name: string): Promise<void> => {
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  await command("Row below");
  await command("Column after");
  await command("Caption…");
  await page.getByRole("textbox", { name: /^Caption/ }).fill("Children looked after");
  await page.getByRole("button", { name: "Keep the caption" }).click();
  const table = page.getByRole("table", { name: "Children looked after" });
  const cells = (): Promise<(string | null)[][]> =>
    table.locator("tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((c) => c.textContent)));
  const typed = [
    ["Year", "", "Children"],
    ["2008", "", ""],
    ["", "", ""],
  ];
  await expect(table).toHaveCount(1);
  expect(await cells()).toEqual(typed);
  await page.waitForTimeout(2500);
  await saved(page);
  await plumbline.stop("SIGKILL");
  const again = await desk.start();
  await openSample(page, again.address);
  await expect(table).toHaveCount(1);
  expect(await cells()).toEqual(typed);
  await expect(table.getByRole("columnheader")).toHaveCount(3);
});

test("paragraphs move by key and by hand, keep their ids, and go back with undo", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const before = await order(page);
  const paragraph = block(page, "The comprehensive restructuring");
  const id = await paragraph.getAttribute("data-block-id");
  const at = before.indexOf(id);
  await caretAfter(page, paragraph);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(async () => (await order(page)).indexOf(id)).toBe(at - 2);
  await page.keyboard.type("!");
  expect(await words(paragraph)).toMatch(/!$/);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await order(page)).toEqual(before);

  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.hover();
  const next = page.locator(`[data-block-id="${before[at + 1]}"]`);
  await page
    .getByTitle(/^Drag to move/)
    .dragTo(next, { targetPosition: { x: 200, y: (await next.boundingBox())!.height - 4 } });
  await expect.poll(async () => (await order(page)).indexOf(id)).toBe(at + 1);
  expect(new Set(await order(page))).toEqual(new Set(before));
  expect(await order(page)).toHaveLength(before.length);
  await page.keyboard.press("Control+z");
  await expect.poll(() => order(page)).toEqual(before);
});

test("styles, levels and links from the bar and by key", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = block(page, "The comprehensive restructuring");
  await caretAfter(page, paragraph);
  await page.getByRole("button", { name: "Style: Numbered paragraph" }).click();
  await page.getByRole("menuitemradio", { name: "Quotation from a child" }).click();
  await expect(paragraph).toHaveAttribute("data-kind", "quotation");
  await expect(page.getByRole("button", { name: "Style: Quotation from a child" })).toBeVisible();
  await page.keyboard.press("Control+Alt+2");
  await expect(paragraph).toHaveAttribute("data-level", "2");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect(paragraph).toHaveAttribute("data-level", "3");
  await page.keyboard.press("Control+Shift+l");
  await page.keyboard.press("Tab");
  await expect(paragraph).toHaveAttribute("data-level", "2");
  await page.keyboard.press("Control+Shift+n");

  await page.keyboard.press("Shift+Control+ArrowLeft");
  await page.keyboard.press("Shift+Control+ArrowLeft");
  await page.getByRole("button", { name: "Bold" }).click();
  await expect(page.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "true");
  await expect(paragraph.locator("strong")).toHaveText(/children\.$/);
  await page.getByRole("button", { name: "Link…" }).click();
  await page.getByLabel("Web or e-mail address").fill("gov.uk/ofsted");
  await page.getByRole("button", { name: "Add the link" }).click();
  await expect(paragraph.locator("a")).toHaveAttribute("href", "https://gov.uk/ofsted");
});
