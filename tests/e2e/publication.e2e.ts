import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const check = (page: Page) => page.getByRole("dialog", { name: /to settle before|Publication check/ });

async function chooseHtml(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Export…" }).click();
  await page.getByRole("menuitem", { name: /^HTML/ }).click();
}

test("what holds a report up is shown with its place, and let out with a reason that is kept", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await chooseHtml(page);
  await expect(check(page)).toContainText("“Lord Laming” looks like a person’s name");
  await expect(check(page).getByRole("region", { name: "Errors" }).getByRole("listitem")).toHaveCount(3);
  expect(await audit(page)).toEqual([]);

  await check(page).getByRole("button", { name: "Paragraph 34: go there" }).click();
  await expect(check(page)).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => getSelection()?.anchorNode?.textContent ?? ""))
    .toContain("Laming");

  // By keyboard alone: no reason, no file.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Export as HTML");
  await page.keyboard.press("Enter");
  const reason = check(page).getByRole("textbox");
  await reason.focus();
  await page.keyboard.press("Enter");
  await expect(check(page)).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.keyboard.type("Lord Laming is a public figure; the rest is in hand.");
  await page.keyboard.press("Enter");
  expect((await coming).suggestedFilename()).toBe("cornwall-2009-09-30.html");

  // The same is not asked again, over a restart too; what was let out says why.
  await plumbline.stop();
  await openSample(page, (await desk.start()).address);
  const again = page.waitForEvent("download");
  await chooseHtml(page);
  await again;
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Publication check");
  await page.keyboard.press("Enter");
  await expect(check(page)).toContainText("“Lord Laming is a public figure; the rest is in hand.”");
  await page.keyboard.press("Escape");
  await expect(check(page)).toHaveCount(0);
});
