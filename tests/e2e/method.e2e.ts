import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

test("the method paragraph is written from the log, keeps its numbers in step, and its words are one's own", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const before = page.locator("[data-block-id]", { hasText: "The comprehensive restructuring" }).first();
  await before.locator("[data-lexical-text]").last().click();
  await command(page, "Method paragraph");
  const method = page.locator("[data-block-id]", {
    hasText: "The evidence evaluated by inspectors included discussions with 60",
  });
  await expect(method).toContainText(
    "60 people in 17 interviews, 12 focus groups with 128 people, a review of 21 case files",
  );
  await expect(method).toContainText("the findings of eight other inspections and reviews.");
  await expect(method.locator("[data-link=figure]")).toHaveCount(12);

  // The words are one's own, the numbers are not.
  await page.keyboard.press("End");
  await page.keyboard.type(" All of it was read twice.");
  await expect(method).toContainText("All of it was read twice.");

  // The log gains a case file: so does the paragraph.
  await page.keyboard.press("Control+e");
  await page.keyboard.insertText("Case file read at the duty desk");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(method).toContainText("a review of 22 case files");

  // Asked for again, it is gone to and not written twice.
  await command(page, "Method paragraph");
  await expect(page.getByText("The method paragraph is here.")).toBeVisible();
  await expect(method).toHaveCount(1);

  await command(page, "Figures of this report");
  const register = page.getByRole("dialog", { name: "Figures of this report" });
  await register.getByRole("option", { name: /^22 case files read/ }).click();
  await expect(register.getByText(/^Counted from the evidence log/)).toBeVisible();
  await expect(register.getByLabel("Figure, as it is printed")).toHaveAttribute("readonly");
  expect(await audit(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await plumbline.stop();
  const again = await desk.start();
  await openSample(page, again.address);
  await expect(method).toContainText("a review of 22 case files");
});
