import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, downloaded, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const saved = async (page: Page, ask: () => Promise<void>): Promise<Buffer> =>
  readFileSync(await (await downloaded(page, ask)).path());

/** The dots of the page that is shown, as one string. */
const drawn = (page: Page): Promise<string> =>
  page.locator("canvas[data-page]").evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test("the preview shows the page of the caret, follows what is typed, and is the file that is exported", async ({
  page,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  const plumbline = await desk.start();
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSample(page, plumbline.address);
  await page.keyboard.press("Control+Alt+p");
  const preview = page.getByRole("region", { name: "Preview of the pages" });
  const state = preview.locator("output");
  await expect(state).toHaveText("Page 1 of 20");
  const sheet = preview.getByRole("img", { name: /^Page 1 of 20/ });
  await expect(sheet).toHaveAttribute("data-page", "1");

  const paragraph = page.locator("[data-block-id]", { hasText: "Senior managers are ineffective" }).first();
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click({ position: { x: 80, y: 8 } });
  await expect(state).toHaveText("Page 4 of 20");
  await expect(preview.locator("canvas")).toHaveAttribute("data-page", "4");
  const before = await drawn(page);
  await page.keyboard.press("Home");
  await page.keyboard.type("Quite another opening. ");
  await expect(state).toContainText("setting pages");
  await expect(state).toHaveText("Page 4 of 20");
  await expect.poll(() => drawn(page)).not.toBe(before);

  // What is shown is what is saved, here and by the export.
  const shown = await saved(page, () => preview.getByRole("button", { name: "Save this PDF" }).click());
  const exported = await saved(page, async () => page.keyboard.press("Control+p"));
  expect(shown.subarray(0, 5).toString()).toBe("%PDF-");
  expect(shown.equals(exported)).toBe(true);

  await preview.getByRole("button", { name: "Next page" }).click();
  await expect(state).toHaveText("Page 5 of 20");
  const width = await preview.locator("canvas").evaluate(({ clientWidth }) => clientWidth);
  await preview.getByRole("button", { name: "Larger pages" }).click();
  await expect
    .poll(() => preview.locator("canvas").evaluate(({ clientWidth }) => clientWidth))
    .toBeGreaterThan(width);
  expect(await audit(page)).toEqual([]);

  // Words that cannot be printed: said why, with the pages as they were.
  await paragraph.click({ position: { x: 80, y: 8 } });
  await page.keyboard.insertText("\u{13000}");
  await expect(preview.getByRole("alert")).toContainText("could not be set");
  await expect(state).toHaveText("Page 5 of 20 · from before the last change");
  await page.keyboard.press("Control+z");
  await expect(preview.getByRole("alert")).toHaveCount(0);
  await expect(state).toHaveText("Page 4 of 20");

  // It is there again when the report is opened again, and goes with its key.
  await page.keyboard.press("Control+o");
  await openSample(page, null);
  await expect(preview.locator("output")).toHaveText("Page 1 of 20");
  expect(refused).toEqual([]);
  await page.keyboard.press("Control+Alt+p");
  await expect(preview).toHaveCount(0);
});
