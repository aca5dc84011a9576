import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const bar = (page: Page) => page.getByRole("search", { name: "Find and replace" });
const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
/** The whole text as it is written, drawn or not: without margins and what is made from the judgements. */
const words = (page: Page): Promise<string> =>
  text(page).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const part of copy.querySelectorAll('[contenteditable="false"]')) part.remove();
    return copy.textContent ?? "";
  });
const times = (of: string, word: string): number => of.split(word).length - 1;
/** What is drawn as the current hit. */
const shown = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const highlight = CSS.highlights.get("found-here") as unknown as Set<Range> | undefined;
    return highlight ? [...highlight].map((range) => range.toString()).join("|") : null;
  });

test("find by case, by whole word and by area; Esc goes back to the text at the hit", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.keyboard.press("Control+f");
  const field = bar(page).getByLabel("Find", { exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type("care");
  const count = bar(page).getByRole("status");
  const total = async (): Promise<number> =>
    Number(/of ([\d,]+)/.exec((await count.textContent()) ?? "")?.[1]);
  await expect(count).toHaveText(/^1 of \d+$/);
  const all = await total();
  await expect.poll(() => shown(page)).toMatch(/^care$/i);
  await page.keyboard.press("Enter");
  await expect(count).toHaveText(/^2 of/);
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText(`${all} of ${all}`);
  await page.keyboard.press("F3");
  await expect(count).toHaveText(`1 of ${all}`);

  await bar(page).getByRole("button", { name: "Match case" }).click();
  await expect.poll(total).toBeLessThan(all);
  const cased = await total();
  await bar(page).getByRole("button", { name: "Whole word" }).click();
  await expect.poll(total).toBeLessThan(cased);
  const whole = await total();
  await bar(page).getByLabel("Where to look").selectOption({ index: 3 });
  await expect.poll(total).toBeLessThan(whole);
  expect(await total()).toBeGreaterThan(0);

  await field.press("Escape");
  await expect(bar(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()!.toString())).toBe("care");
  expect(await shown(page)).toBeNull();

  // Asked for again, it looks for what is selected, and remembers how.
  await page.keyboard.press("Control+f");
  await expect(field).toHaveValue("care");
  await expect(bar(page).getByRole("button", { name: "Match case" })).toHaveAttribute("aria-pressed", "true");
  await field.fill("no such words as these");
  await expect(count).toHaveText("Not found");
});

test("hits follow the text while it is typed in", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.keyboard.press("Control+f");
  await page.keyboard.type("plumbwise");
  await expect(bar(page).getByRole("status")).toHaveText("Not found");
  await page.locator("[data-block-id] p").first().click();
  await page.keyboard.type("Plumbwise ");
  await expect(bar(page).getByRole("status")).toHaveText("1 of 1");
  await expect.poll(() => shown(page)).toBe("Plumbwise");
  await expect(text(page)).toBeFocused();
});

test("replace one, then all; one undo brings all back, redo makes it again", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const before = await words(page);
  const total = times(before.toLowerCase(), "safeguarding");
  await page.keyboard.press("Control+h");
  await page.keyboard.type("safeguarding");
  await expect(bar(page).getByRole("status")).toHaveText(`1 of ${total}`);
  await page.keyboard.press("Tab");
  await bar(page).getByLabel("Replace with").fill("wellbeing");
  await page.keyboard.press("Enter");
  await expect(bar(page).getByRole("status")).toHaveText(`1 of ${total - 1}`);
  expect(
    times((await words(page)).toLowerCase(), "wellbeing") - times(before.toLowerCase(), "wellbeing"),
  ).toBe(1);
  const afterOne = await words(page);

  await bar(page).getByRole("button", { name: "Replace all" }).click();
  await expect(bar(page).getByRole("status")).toHaveText("Not found");
  await expect(page.getByText(new RegExp(`^${total - 1} replaced in \\d+ paragraphs\\.$`))).toBeVisible();
  const afterAll = await words(page);
  expect(times(afterAll.toLowerCase(), "safeguarding")).toBe(0);
  // A capital stays a capital.
  expect(times(afterAll, "Wellbeing")).toBeGreaterThanOrEqual(times(afterOne, "Safeguarding"));

  await page.getByLabel("Notices").getByRole("button", { name: "Undo" }).click();
  await expect(bar(page).getByRole("status")).toHaveText(new RegExp(`of ${total - 1}$`));
  expect(await words(page)).toBe(afterOne);
  await bar(page).getByLabel("Find", { exact: true }).press("Escape");
  await page.keyboard.press("Control+y");
  expect(await words(page)).toBe(afterAll);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await words(page)).toBe(before);
});

test("axe objects to nothing in the bar", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.keyboard.press("Control+h");
  await page.keyboard.type("children");
  await expect(bar(page).getByRole("status")).toHaveText(/^1 of/);
  expect(await audit(page)).toEqual([]);
});
