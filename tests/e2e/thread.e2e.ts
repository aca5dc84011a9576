import { expect, type Page, test } from "@playwright/test";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

async function caretIn(page: Page, words: string): Promise<void> {
  const block = page.locator("[data-block-id]", { hasText: words }).first();
  await block.scrollIntoViewIfNeeded();
  await block.locator("[data-lexical-text]").first().click();
}

test("evidence is suggested for the paragraph in hand, tied by one key, and taken back", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Evidence" }).click();
  await caretIn(page, "Statutory guidelines in relation to complaints");
  const behind = page.getByRole("region", { name: "Behind this paragraph" });
  const suggested = page.getByRole("region", { name: "Suggested for this paragraph" });
  await expect(suggested.getByRole("listitem").first()).toContainText("Shares");
  const first = await suggested.getByRole("listitem").first().locator("span").first().textContent();
  await expect(behind.getByText(first!, { exact: true })).toHaveCount(0);
  await page.keyboard.press("Control+Alt+e");
  await expect(behind.getByText(first!, { exact: true })).toBeVisible();
  await expect(suggested.getByText(first!, { exact: true })).toHaveCount(0);
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(behind.getByText(first!, { exact: true })).toHaveCount(0);
});

test("why an item is tied is said and undone, and a citation names its sentence", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Evidence" }).click();
  await caretIn(page, "Partnership working with the police");
  const behind = page.getByRole("region", { name: "Behind this paragraph" });
  const reason = behind.getByRole("combobox").first();
  await expect(reason).toHaveValue("supports");
  await reason.selectOption("contradicts");
  await expect(reason).toHaveValue("contradicts");
  await caretIn(page, "Partnership working with the police");
  await page.keyboard.press("Control+z");
  await expect(reason).toHaveValue("supports");
  await page
    .getByRole("button", { name: /^Cite here: E-0/ })
    .first()
    .click();
  await expect(behind.getByText("This sentence:")).toBeVisible();
});

test("an item is dragged onto a paragraph, which is tied as one step", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Evidence" }).click();
  await caretIn(page, "Partnership working with the police");
  const items = page.getByRole("list", { name: "Evidence items" });
  const item = items.getByRole("listitem").filter({ hasText: "E-087" });
  const reference = item.getByText("E-087", { exact: true });
  const paragraph = page
    .locator("[data-block-id]", { hasText: "Partnership working with the police" })
    .first();
  await reference.dragTo(paragraph);
  await expect(page.getByText(/^E-087 .* is tied to paragraph 21\.$/)).toBeVisible();
  const behind = page.getByRole("region", { name: "Behind this paragraph" });
  await expect(behind.getByText("E-087", { exact: true })).toBeVisible();
  await reference.dragTo(paragraph);
  await expect(page.getByText(/is tied to paragraph 21 already\.$/)).toBeVisible();
  // A heading takes nothing.
  await reference.dragTo(page.locator('[data-kind="heading"]').filter({ visible: true }).first());
  await expect(page.getByText(/is tied to/)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(behind.getByText("E-087", { exact: true })).toHaveCount(0);
});

test("the golden thread is walked from a sentence, an item, a count, a gap and a picture", async ({
  page,
}) => {
  // Four screens, each looked through in three looks.
  test.slow();
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await caretIn(page, "Partnership working with the police");
  await page.keyboard.press("Control+Alt+l");
  const thread = page.getByRole("dialog", { name: "Golden thread" });
  await expect(thread.getByText(/^The sentence at the caret, paragraph 21$/)).toBeVisible();
  await expect(thread.getByText("Inadequate").first()).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await thread.getByRole("button", { name: /Police public protection unit/ }).click();
  await expect(thread.getByText("1 place leans on it")).toBeVisible();
  await expect(thread.getByText("Paragraph 21, as a whole · it supports")).toBeVisible();

  await thread.getByRole("tab", { name: "Coverage" }).click();
  const matrix = thread.getByRole("grid", { name: "Evidence by area and kind" });
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await matrix.getByRole("button", { name: /: Data set, Being healthy/ }).click();
  await thread
    .getByRole("region", { name: "Items" })
    .getByRole("button", { name: /Health of looked after/ })
    .click();
  await expect(thread.getByRole("heading", { name: /Health of looked after children/ })).toBeVisible();

  await thread.getByRole("tab", { name: "Gaps" }).click();
  await expect(thread.getByRole("region", { name: "Gathered but unused" }).getByRole("listitem")).toHaveCount(
    2,
  );
  await expect(thread.getByRole("region", { name: "Contradicted and not said" })).toContainText(
    "Paragraph 24",
  );
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);

  await thread.getByRole("tab", { name: "Picture" }).click();
  await thread.getByLabel("Area", { exact: true }).selectOption({ label: "Being healthy" });
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  const picture = thread.getByRole("group", { name: "From evidence to the grade of Being healthy" });
  await picture.getByRole("button", { name: /^Paragraph 48/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(picture.getByRole("button", { name: "Area: Being healthy" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(picture.getByRole("button", { name: "Grade: 3 Adequate" })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  // One that paragraph 48 rests on.
  await expect(picture.getByRole("button", { name: /evidence$/ }).and(page.locator(":focus"))).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(thread).toBeHidden();
});
