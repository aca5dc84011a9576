import { expect, type Locator, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

const NOW = "Safeguarding services: Immediately";
const SOON = "Safeguarding services: Within three months";
const list = (page: Page, name: string): Locator => page.getByRole("grid", { name });
const keys = (at: Locator): Promise<(string | null)[]> =>
  at.locator("[role=row][data-key]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-key")));
/** The recommendations as they stand in the text. */
const inText = (page: Page): Promise<(string | null)[]> =>
  page
    .locator("[data-block-id][data-kind=recommendation]")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-block-id")));

async function openPanel(page: Page, address: string): Promise<void> {
  await openSample(page, address);
  await page.getByRole("tab", { name: "Recommendations" }).click();
}

test("recommendations are reordered by key and by hand, in the text too, as one step each", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openPanel(page, plumbline.address);
  const before = await inText(page);
  const [now, soon] = [list(page, NOW), list(page, SOON)];
  const [first, second] = await keys(now);
  const soonBefore = await keys(soon);
  const row = (id: string | null | undefined): Locator => page.locator(`[role=row][data-key="${id}"]`);

  await row(first).click();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(async () => (await keys(now)).slice(0, 2)).toEqual([second, first]);
  await expect(row(first)).toBeFocused();
  expect((await inText(page)).slice(0, 2)).toEqual([second, first]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => inText(page)).toEqual(before);

  // Over the end of a timescale into the next: the text says the other timescale, and undo says the first again.
  const last = (await keys(now)).at(-1)!;
  await row(last).click();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(async () => (await keys(soon))[0]).toBe(last);
  await expect(row(last)).toBeFocused();
  expect(await inText(page)).toEqual(before);
  await expect(page.locator(`[data-block-id="${last}"]`)).toContainText("Within three months");
  await page.keyboard.press("Control+z");
  await expect.poll(() => keys(soon)).toEqual(soonBefore);

  // By hand, from one timescale into another.
  const [target] = soonBefore;
  await row(target).scrollIntoViewIfNeeded();
  const from = (await row(last).boundingBox())!;
  const to = (await row(target).boundingBox())!;
  await row(last).dragTo(row(target), {
    sourcePosition: { x: 60, y: from.height / 2 },
    targetPosition: { x: 60, y: to.height - 3 },
  });
  await expect.poll(async () => (await keys(soon)).slice(0, 2)).toEqual([target, last]);
  const moved = before.filter((id) => id !== last);
  moved.splice(moved.indexOf(target!) + 1, 0, last);
  expect(await inText(page)).toEqual(moved);
  await row(last).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => inText(page)).toEqual(before);
  await expect.poll(() => keys(soon)).toEqual(soonBefore);
});

test("a recommendation is linked to the paragraphs that justify it, and unlinked", async ({ page }) => {
  const plumbline = await desk.start();
  await openPanel(page, plumbline.address);
  const row = list(page, NOW).getByRole("row").first();
  await row.click();
  await expect(row).toContainText("No paragraph is linked");
  const detail = page.getByRole("region", { name: "What justifies it" });
  await detail.getByRole("combobox").fill("12");
  await expect(page.getByRole("option").first()).toContainText("Since the joint area review in 2008");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const links = detail.getByRole("list", { name: "Justified by" });
  await expect(links.getByRole("listitem")).toHaveCount(1);
  await expect(row).toContainText("Justified by 1 paragraph");
  await detail.getByRole("combobox").fill("comprehensive restructuring");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(links.getByRole("listitem")).toHaveCount(2);
  expect(await audit(page)).toEqual([]);
  await detail.getByRole("button", { name: "Unlink paragraph 12" }).click();
  await expect(links.getByRole("listitem")).toHaveCount(1);
  await links.getByRole("button", { name: /The comprehensive restructuring/ }).click();
  await expect(
    page.locator("[data-block-id]", { hasText: "The comprehensive restructuring" }).first(),
  ).toBeInViewport();
  await row.focus();
  await page.keyboard.press("Control+z");
  await expect(links.getByRole("listitem")).toHaveCount(2);
});

test("an unanswered weakness becomes a recommendation that is linked and tied, and stays so; another is not needed", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await openPanel(page, plumbline.address);
  const section = page.getByRole("region", { name: "Weaknesses without a recommendation" });
  const open = section.getByRole("list", { name: "Unanswered weaknesses" }).getByRole("listitem");
  const soon = list(page, SOON).locator("[role=row][data-key]");
  const before = await soon.count();
  const weakness = open.first();
  await expect(weakness).toContainText("Paragraph 9");
  await weakness.getByRole("button", { name: /^Write a recommendation/ }).click();
  await page.getByRole("menuitem", { name: "Within three months" }).click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeFocused();
  await page.keyboard.type(
    "Put right what the unannounced inspection of contact, referral and assessment found.",
  );
  await expect(soon).toHaveCount(before + 1);
  const made = soon.last();
  await expect(made).toContainText("Put right what the unannounced inspection");
  await expect(made).toContainText("Justified by 1 paragraph");
  // Answered now, in its own words.
  await expect(weakness).not.toContainText("In July 2009 the unannounced inspection");

  const sentence = await weakness.getByRole("button").first().textContent();
  await weakness.getByRole("button", { name: /^Not needed…/ }).click();
  await page.keyboard.type("It is asked for in another report.");
  await page.keyboard.press("Enter");
  await expect(open.filter({ hasText: sentence!.slice(-60) })).toHaveCount(0);
  await saved(page);
  await page.waitForTimeout(1500);
  await plumbline.stop("SIGKILL");

  plumbline = await desk.start();
  await openPanel(page, plumbline.address);
  await expect(made).toContainText("Put right what the unannounced inspection");
  await expect(made).toContainText("Justified by 1 paragraph");
  await section.getByRole("button", { name: "Not needed: 1 weakness" }).click();
  await expect(section.getByText(/It is asked for in another report/)).toBeVisible();
  // Tied to the area of the paragraph it came from.
  await made.click();
  await page.getByRole("region", { name: "What justifies it" }).getByRole("button").first().click();
  const key = await made.getAttribute("data-key");
  await page.locator(`[data-block-id="${key}"] [data-lexical-text]`).first().click();
  await page.getByRole("tab", { name: "Judgement" }).click();
  await expect(page.getByText("This block argues for this area.")).toBeVisible();
  await expect(page.getByRole("treeitem", { name: /^Overall effectiveness/ }).first()).toHaveAttribute(
    "aria-current",
    "true",
  );
});
