import { expect, type Locator, type Page, test } from "@playwright/test";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const block = (page: Page, words: string): Locator =>
  page.locator("[data-block-id]", { hasText: words }).first();
const notes = (at: Locator): Locator => at.locator("button[data-about]");
const tip = (page: Page): Locator => page.getByRole("tooltip");

/** Puts the caret into the block that holds the words; from there to the end of another when one is given. */
async function select(page: Page, from: Locator, to: Locator = from): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await from.locator("[data-lexical-text]").first().click();
  const id = await to.getAttribute("data-block-id");
  await from.evaluate(
    (element, [end, collapsed]) => {
      const runs = (of: Element) => [...of.querySelectorAll("[data-lexical-text]")];
      const last = runs(document.querySelector(`[data-block-id="${end}"]`)!).at(-1)!.firstChild!;
      const first = collapsed ? last : runs(element)[0]!.firstChild!;
      const start = collapsed ? last.textContent!.length : 0;
      document.getSelection()!.setBaseAndExtent(first, start, last, last.textContent!.length);
    },
    [id, from === to] as const,
  );
  await page.waitForTimeout(80);
}

test("many paragraphs are tied to an area at once, all, some and none are told apart, and undo brings it back", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const [first, last] = [
    block(page, "The comprehensive restructuring"),
    block(page, "The updated Children and Young"),
  ];
  await select(page, first, last);
  await page.keyboard.press("Control+Alt+t");
  const dialog = page.getByRole("dialog", { name: "Tie to areas" });
  const area = (name: string): Locator => dialog.getByRole("row", { name }).first();
  await expect(area("Ambition and prioritisation")).toContainText("1 of 2");
  await expect(area("Ambition and prioritisation").getByRole("checkbox")).toBeChecked({
    indeterminate: true,
  });
  expect(await audit(page)).toEqual([]);
  // Found by a word, gone to by arrow, ticked by the space bar.
  await page.keyboard.type("partner");
  await expect(dialog.getByRole("row")).toHaveText([
    /Partnerships.*Safeguarding/,
    /Partnerships.*looked after/,
  ]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(area("Partnerships").getByRole("checkbox")).toBeChecked();
  await dialog.getByRole("button", { name: "Tie 2 paragraphs" }).click();
  await expect(page.getByText("2 paragraphs are tied to Partnerships.")).toBeVisible();
  for (const each of [first, last])
    await expect(notes(each).filter({ hasText: "Partnerships" })).toHaveCount(1);
  // The most particular comes first: the area of the section stands behind the one below it.
  await expect(notes(first).and(page.locator("[data-about=areas]"))).toHaveText([
    "Partnerships",
    "Leadership and management",
  ]);
  await page.getByRole("button", { name: "Undo" }).last().click();
  for (const each of [first, last])
    await expect(notes(each).filter({ hasText: "Partnerships" })).toHaveCount(0);

  // What the evidence behind them does is said for both at once.
  await select(page, first, last);
  await page.keyboard.press("Control+Alt+t");
  const behind = dialog.getByRole("region", { name: "Evidence behind them" });
  const item = behind.getByRole("listitem").first().getByRole("combobox");
  await item.selectOption("contradicts");
  await dialog.getByRole("button", { name: /^Tie [12] paragraph/ }).click();
  await expect(page.getByText(/^Why evidence is tied is noted for [12] paragraph/)).toBeVisible();
  await page.keyboard.press("Control+Alt+t");
  await expect(item).toHaveValue("contradicts");
  await page.keyboard.press("Escape");

  // One step for the whole of it.
  await select(page, first, last);
  await page.keyboard.press("Control+Alt+t");
  await page.keyboard.type("partner");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "Tie 2 paragraphs" }).click();
  await expect(notes(last).filter({ hasText: "Partnerships" })).toHaveCount(1);
  await select(page, first);
  await page.keyboard.press("Control+z");
  for (const each of [first, last])
    await expect(notes(each).filter({ hasText: "Partnerships" })).toHaveCount(0);
});

test("a heading that goes over to another area offers to take its paragraphs along, and never does by itself", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const heading = page.locator("[data-kind=heading]", { hasText: "Leadership and management" }).first();
  const below = block(page, "The comprehensive restructuring");
  await select(page, heading);
  await page.keyboard.press("Control+Alt+t");
  const dialog = page.getByRole("dialog", { name: "Tie to areas" });
  const toggle = async (name: string): Promise<void> => {
    await dialog.getByLabel("Find an area").fill(name);
    await dialog.getByRole("row", { name }).first().click();
  };
  await toggle("Leadership and management");
  await toggle("Capacity for improvement");
  await dialog.getByRole("button", { name: "Tie 1 heading" }).click();
  const offer = page.getByText(/^The heading is of Capacity for improvement now\. \d+ paragraphs? under it/);
  await expect(offer).toBeVisible();
  await expect(notes(below).filter({ hasText: "Leadership and management" })).toHaveCount(1);
  await page.getByRole("button", { name: /^Tie (?:it|them) to Capacity for improvement/ }).click();
  await expect(notes(below).filter({ hasText: "Leadership and management" })).toHaveCount(0);
});

test("the margin is explained under the pointer and by keyboard, and leads to the panel that says more", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = block(page, "The updated Children and Young");
  await select(page, paragraph);
  await expect(notes(paragraph).first()).toHaveText("5 findings");
  await page.keyboard.press("Control+Alt+g");
  await expect(notes(paragraph).first()).toBeFocused();
  await expect(tip(page).getByRole("listitem")).toHaveCount(4);
  await expect(tip(page)).toContainText("and 2 more");
  expect(await audit(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await expect(tip(page)).toContainText("E-049");
  await page.keyboard.press("ArrowDown");
  await expect(tip(page)).toHaveText(/^Safeguarding services › Leadership and management › .+: \d \w+/);
  const before = await paragraph.textContent();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: /^Findings/ })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("article[aria-current=true]")).toBeInViewport();
  expect(await paragraph.textContent()).toBe(before);
  await page.keyboard.press("Escape");
  await expect(tip(page)).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeFocused();

  await notes(paragraph).last().hover();
  await expect(tip(page)).toBeVisible();
  await notes(paragraph).last().click();
  await expect(page.getByRole("tab", { name: "Judgement" })).toHaveAttribute("aria-selected", "true");
});

test("a limiting rule is broken by a grade and held again by another", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page
    .getByRole("treeitem", { name: /^Overall effectiveness/ })
    .first()
    .click();
  const rules = page.getByRole("region", { name: "Limiting rules" });
  await expect(rules.getByText("Held", { exact: true })).toBeVisible();
  const grade = (name: string): Locator =>
    page.getByRole("radiogroup").getByRole("radio", { name: new RegExp(name) });
  await grade("Good").focus();
  await page.keyboard.press("Space");
  await expect(rules.getByText("Broken", { exact: true })).toBeVisible();
  await expect(rules).toContainText(
    /“Overall effectiveness” is above Inadequate while “.+” is Inadequate or lower/,
  );
  await page.getByRole("button", { name: "What each grade means" }).click();
  await expect(
    page.getByRole("definition").filter({ hasText: "significantly exceeds minimum requirements" }),
  ).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await grade("Inadequate").focus();
  await page.keyboard.press("Space");
  await expect(rules.getByText("Held", { exact: true })).toBeVisible();
});

test("the dialogue of ties, the notes explained and the menu of a paragraph have nothing axe objects to", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = block(page, "The updated Children and Young");
  await select(page, paragraph);
  await page.keyboard.press("Control+Alt+t");
  await expect(page.getByRole("dialog", { name: "Tie to areas" })).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Alt+g");
  await expect(tip(page)).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu", { name: "This paragraph" })).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
});

test("the menu of a paragraph is opened by the right button and by Shift+F10, and does what its commands do", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const text = page.getByRole("textbox", { name: "Report text" });
  const menu = page.getByRole("menu", { name: "This paragraph" });
  const paragraph = block(page, "The updated Children and Young");
  await select(page, paragraph);
  await page.keyboard.press("Shift+F10");
  await expect(menu.getByRole("menuitem", { name: "Cut" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(text).toBeFocused();

  // The right button takes the caret along to the paragraph it is pressed in.
  const other = block(page, "The comprehensive restructuring");
  await other.locator("[data-lexical-text]").first().click({ button: "right" });
  await menu.getByRole("menuitem", { name: "Tie to areas…" }).click();
  const dialog = page.getByRole("dialog", { name: "Tie to areas" });
  await dialog.getByLabel("Find an area").fill("Partnerships");
  await dialog.getByRole("row", { name: "Partnerships" }).first().click();
  await dialog.getByRole("button", { name: "Tie 1 paragraph" }).click();
  await expect(notes(other).filter({ hasText: "Partnerships" })).toHaveCount(1);
  await expect(notes(paragraph).filter({ hasText: "Partnerships" })).toHaveCount(0);

  const above = await paragraph.evaluate((element) => element.getBoundingClientRect().top);
  await select(page, paragraph);
  await page.keyboard.press("Shift+F10");
  await menu.getByRole("menuitem", { name: "Move the paragraph up" }).click();
  await expect
    .poll(() => paragraph.evaluate((element) => element.getBoundingClientRect().top))
    .toBeLessThan(above);

  // Copied and pasted by the menu alone.
  await paragraph.locator("[data-lexical-text]").first().dblclick();
  const word = (await page.evaluate(() => getSelection()!.toString())).trim();
  await page.keyboard.press("Shift+F10");
  await menu.getByRole("menuitem", { name: "Copy" }).click();
  await expect(text).toBeFocused();
  await page.keyboard.press("End");
  const before = await paragraph.locator("[data-lexical-text]").allTextContents();
  await page.keyboard.press("Shift+F10");
  await menu.getByRole("menuitem", { name: "Paste" }).click();
  await expect
    .poll(async () => (await paragraph.locator("[data-lexical-text]").allTextContents()).join("").length)
    .toBeGreaterThanOrEqual(before.join("").length + word.length);
});
