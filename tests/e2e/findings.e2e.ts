import { expect, type Page, test } from "@playwright/test";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

async function openFindings(page: Page, address: string): Promise<void> {
  await openSample(page, address);
  await page.getByRole("tab", { name: /^Findings/ }).click();
}

const card = (page: Page, words: RegExp) => page.getByRole("article").filter({ hasText: words });
const part = (page: Page, name: RegExp) => page.getByRole("radio", { name });
const NEVER_CLOSED = /how far does it have to go .* is never closed/;

test("a finding is dismissed with a reason, stays away over a restart, and comes back when its words change", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await openFindings(page, plumbline.address);
  const finding = card(page, NEVER_CLOSED);
  await finding.getByRole("button", { name: /Error/ }).click();
  await finding.getByRole("button", { name: "Dismiss…" }).click();
  // Without a reason nothing happens.
  await page.keyboard.press("Enter");
  await expect(finding.getByLabel("Why this is not a fault here")).toBeFocused();
  await page.keyboard.type("The speaker goes on in the next paragraph.");
  await page.keyboard.press("Enter");
  await expect(finding).toHaveCount(0);
  await part(page, /^Dismissed 1/).click();
  await expect(card(page, /The speaker goes on/)).toBeVisible();
  await plumbline.stop("SIGKILL");

  plumbline = await desk.start();
  await openFindings(page, plumbline.address);
  await expect(part(page, /^Dismissed 1/)).toBeVisible();
  await expect(finding).toHaveCount(0);

  // Its own words change: the question is open again, and says what had been decided.
  const paragraph = page.locator("[data-block-id]", { hasText: "how far does it have to go" });
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.getByText("how far does it have to go").click();
  await page.keyboard.press("Home");
  await page.evaluate(() => {
    const walker = document.createTreeWalker(
      document.querySelector("[data-lexical-editor]")!,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf("how far does");
      if (at < 0) continue;
      getSelection()!.setBaseAndExtent(node, at + 8, node, at + 8);
      return;
    }
  });
  await page.keyboard.type("really ");
  const back = card(page, /how far really does it have to go/);
  await expect(back).toBeVisible();
  await expect(back.getByText(/Dismissed before the words changed/)).toBeVisible();
});

test("an accepted finding stays on the list and can be taken back; undo brings a dismissed one back", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openFindings(page, plumbline.address);
  const finding = card(page, NEVER_CLOSED);
  await finding.getByRole("button", { name: /Error/ }).click();
  await finding.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(finding.getByText(/^Accepted/)).toBeVisible();
  await finding.getByRole("button", { name: "Take back" }).click();
  await expect(finding.getByRole("button", { name: "Accept", exact: true })).toBeVisible();
  await finding.getByRole("button", { name: "Dismiss…" }).click();
  await finding.getByLabel("Why this is not a fault here").fill("Seen.");
  await finding.getByRole("button", { name: "Dismiss", exact: true }).click();
  await expect(finding).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(finding).toBeVisible();

  // All of one rule: one reason, one way back.
  const several = card(page, /a word of the scale where no grade is given/).first();
  await several.getByRole("button", { name: /Advice/ }).click();
  await several.getByRole("button", { name: /^Dismiss all \d+ of this rule…/ }).click();
  await page.keyboard.type("Words of the people who were spoken to.");
  await page.keyboard.press("Enter");
  await expect(part(page, /^Dismissed ([2-9]|\d\d)/)).toBeVisible();
  await expect(several).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(part(page, /^Dismissed 0/)).toBeVisible();
  await expect(several).toBeVisible();
});

test("a rule that is switched off is not asked, here and after a restart", async ({ page }) => {
  let plumbline = await desk.start();
  await openFindings(page, plumbline.address);
  await expect(card(page, NEVER_CLOSED)).toBeVisible();
  await page.getByRole("button", { name: "Rules…" }).click();
  const rule = page.getByRole("checkbox", { name: /A quotation mark has no partner/ });
  await expect(rule).toBeChecked();
  await page.getByText("A quotation mark has no partner").click();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(card(page, NEVER_CLOSED)).toHaveCount(0);
  await plumbline.stop();
  plumbline = await desk.start();
  await openFindings(page, plumbline.address);
  await expect(part(page, /^To settle [1-9]/)).toBeVisible();
  await expect(card(page, NEVER_CLOSED)).toHaveCount(0);
});
