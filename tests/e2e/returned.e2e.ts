import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, exportAs, newDesk, openSample } from "#tests/e2e/workstation.ts";
import { workedOn } from "#tests/helpers/worked-on.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const block = (page: Page, words: string) => page.locator("[data-block-id]", { hasText: words }).first();
const saved = (page: Page) => expect(page.getByText(/^Saved \d/).first()).toBeVisible();
const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Commands" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
};

const exported = async (page: Page): Promise<Uint8Array> =>
  readFileSync(await (await exportAs(page, "Word")).path());

async function comeBack(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(desk.home, name);
  writeFileSync(path, bytes);
  const choosing = page.waitForEvent("filechooser");
  await command(page, "returned Word");
  await (await choosing).setFiles(path);
}

test("a file comes back: what is otherwise in it is shown, taken or left by word and block, and undone", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const sent = await exported(page);

  // Meanwhile the same words change here, and others elsewhere.
  await block(page, "The evidence evaluated").click({ position: { x: 90, y: 12 } });
  await expect(block(page, "The evidence evaluated")).toHaveAttribute("data-here");
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.type("Our ");
  await saved(page);

  await comeBack(page, "colleague.docx", workedOn(sent));
  await expect(page.getByRole("heading", { name: /colleague\.docx/ })).toBeVisible();
  const items = page.getByRole("main").locator("[data-item]");
  await expect(items).toHaveCount(3);
  await expect(items.nth(0)).toContainText("by A Colleague");
  await expect(items.nth(1)).toContainText("Changed here too since it was sent");
  await expect(items.nth(2)).toContainText("A wholly new paragraph number 2 written elsewhere.");
  await expect(page.getByText("Were there others?")).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);

  // The clash is left as it is here unless somebody takes it; one word of the first is left too.
  await expect(items.nth(1).getByRole("checkbox").first()).not.toBeChecked();
  await items
    .nth(0)
    .getByRole("checkbox", { name: /purpose\s+becomes\s+aim/ })
    .press("Space");
  await page.getByRole("button", { name: /^Take 2 changes and 1 comment/ }).press("Enter");

  await expect(page.getByText(/2 changes and 1 comment taken from “colleague.docx”/)).toBeVisible();
  await expect(text(page)).toContainText("The purpose of the inspection");
  await expect(text(page)).toContainText("tracked1");
  await expect(text(page)).toContainText("A wholly new paragraph number 2 written elsewhere.");
  await expect(text(page)).toContainText("Our evidence evaluated");
  await page.getByRole("tab", { name: /^Comments/ }).click();
  await expect(page.getByText("Were there others?")).toBeVisible();

  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText(/as it was before the changes/)).toBeVisible();
  await expect(text(page)).not.toContainText("tracked1");
  await expect(text(page)).toContainText("Our evidence evaluated");
});

test("a file that nobody changed says so, and one of something else is refused in words", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const sent = await exported(page);
  await comeBack(page, "same.docx", sent);
  await expect(page.getByText(/Nothing in this file differs/)).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await page.getByRole("button", { name: "Back to the text" }).click();
  await text(page).waitFor();
  await comeBack(page, "letter.docx", new TextEncoder().encode("Dear colleague"));
  await expect(page.getByText(/Only a Word file \(.docx\) can be compared/)).toBeVisible();
});
