import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
/** The words that are drawn as misspelt. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const highlight = CSS.highlights.get("spelling") as unknown as Set<Range> | undefined;
    return highlight ? [...highlight].map((range) => range.toString()) : [];
  });
const lastBlock = (page: Page) => page.locator("p[class*=text]").first();

async function write(page: Page, words: string): Promise<void> {
  await lastBlock(page).click();
  await page.keyboard.press("Home");
  await page.keyboard.type(words);
}

test("a slip is marked once it is written, put right by keyboard, and undo brings it back", async ({
  page,
}) => {
  const plumbline = await desk.start();
  // Nothing may be asked of any other place.
  const elsewhere: string[] = [];
  page.on("request", (request) => {
    if (!/^(http|ws):\/\/127\.0\.0\.1/.test(request.url()) && !request.url().startsWith("blob:"))
      elsewhere.push(request.url());
  });
  await openSample(page, plumbline.address);
  await write(page, "They seperat");
  await page.waitForTimeout(1500);
  expect(await marked(page)).toEqual([]);
  await page.keyboard.type("e the plans. ");
  await expect.poll(() => marked(page), { timeout: 30_000 }).toEqual(["seperate"]);

  await page.keyboard.press("Alt+F7");
  const menu = page.getByRole("menu", { name: "About “seperate”" });
  await expect(menu.getByRole("menuitem").first()).toHaveText("separate");
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  expect(await audit(page, { within: "[role=menu]" })).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(lastBlock(page)).toContainText("They separate the plans.");
  await expect(text(page)).toBeFocused();
  await expect.poll(() => marked(page)).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(lastBlock(page)).toContainText("They seperate the plans.");
  await expect.poll(() => marked(page)).toEqual(["seperate"]);

  // The pointer and the key open the same menu; Esc goes back to the text.
  const box = await page.evaluate(() => {
    const [range] = CSS.highlights.get("spelling") as unknown as Set<Range>;
    const { x, y, width, height } = range!.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.click(box.x, box.y, { button: "right" });
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await page.mouse.click(box.x, box.y);
  await page.keyboard.press("Shift+F10");
  await menu.getByRole("menuitem", { name: "Ignore here" }).click();
  await expect.poll(() => marked(page)).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test("a word that is added to a dictionary is right, here and after a restart, until it is taken out", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await write(page, "The frabjous plan and a brillig team. ");
  await expect.poll(() => marked(page), { timeout: 30_000 }).toEqual(["frabjous", "brillig"]);
  await page.keyboard.press("Alt+F7");
  await page.getByRole("menuitem", { name: "Add to my dictionary" }).click();
  await expect(page.getByText("“frabjous” is in your dictionary.")).toBeVisible();
  await expect.poll(() => marked(page)).toEqual(["brillig"]);
  await page.keyboard.press("Alt+F7");
  await page.getByRole("menuitem", { name: "Add to this library’s dictionary" }).click();
  await expect.poll(() => marked(page)).toEqual([]);
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await plumbline.stop("SIGKILL");

  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await write(page, "The slithy plan. ");
  await expect.poll(() => marked(page), { timeout: 30_000 }).toEqual(["slithy"]);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("dictionaries");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Spelling and dictionaries" });
  const mine = dialog.getByRole("region", { name: "Your dictionary" });
  await expect(mine.getByText("frabjous", { exact: true })).toBeVisible();
  await expect(
    dialog.getByRole("region", { name: "This library’s dictionary" }).getByText("brillig"),
  ).toBeVisible();
  await mine.getByLabel("Word to add").fill("two words");
  await page.keyboard.press("Enter");
  await expect(mine.getByRole("alert")).toContainText("One word");
  await mine.getByLabel("Word to add").fill("slithy");
  await page.keyboard.press("Enter");
  await expect(mine.getByText("slithy", { exact: true })).toBeVisible();
  await mine.getByRole("button", { name: "Remove frabjous" }).click();
  await expect(mine.getByText("frabjous", { exact: true })).toHaveCount(0);
  expect(await audit(page, { within: "[role=dialog]" })).toEqual([]);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => marked(page)).toEqual(["frabjous"]);
});

test("spelling that is switched off marks nothing, and stays off", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await write(page, "A seperate plan. ");
  await expect.poll(() => marked(page), { timeout: 30_000 }).toEqual(["seperate"]);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("dictionaries");
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: /Mark spelling/ }).press("Space");
  await page.getByRole("button", { name: "Done" }).click();
  await expect.poll(() => marked(page)).toEqual([]);
});
