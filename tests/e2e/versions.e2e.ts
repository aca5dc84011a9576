import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const block = (page: Page, words: string) => page.locator("[data-block-id]", { hasText: words }).first();
/** Puts the caret at an end of the line that is clicked, and waits until the editor has taken note of it. */
async function caretAt(page: Page, words: string, key: "Home" | "End"): Promise<void> {
  await block(page, words).click({ position: { x: 90, y: 12 } });
  await expect(block(page, words)).toHaveAttribute("data-here");
  await page.keyboard.press(key);
  await page.waitForTimeout(100);
}
const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Commands" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
};
const saved = (page: Page) => expect(page.getByText(/^Saved \d/).first()).toBeVisible();
const comparison = (page: Page) => page.getByRole("table", { name: "Two versions side by side" });

test("a version is named, the text goes on, and the two are compared, restored and taken back", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await command(page, "Keep this version");
  const naming = page.getByRole("dialog", { name: "Keep this version" });
  await expect(naming.getByLabel("Name of this version")).toBeFocused();
  await page.keyboard.type("Sent for factual accuracy");
  expect(await audit(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByText("This version is kept as “Sent for factual accuracy”.")).toBeVisible();

  await caretAt(page, "The purpose of the inspection", "Home");
  await page.keyboard.type("Once more, ");
  await caretAt(page, "The evidence evaluated", "End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A paragraph of its own.");
  await saved(page);

  await command(page, "Versions: compare");
  const versions = page.getByRole("dialog", { name: "Versions" });
  await expect(versions.getByRole("listitem")).toHaveCount(2);
  await expect(versions.getByRole("listitem").first()).toContainText(/7 words in 2 blocks/);
  expect(await audit(page)).toEqual([]);
  await versions.getByRole("button", { name: "Compare Sent for factual accuracy with now" }).click();

  await expect(comparison(page)).toBeVisible();
  await expect(comparison(page).locator("ins")).toHaveText(["Once more,", "A paragraph of its own."]);
  await expect(comparison(page).locator("del")).toHaveCount(0);
  const status = page
    .getByRole("status")
    .filter({ hasText: /change/i })
    .first();
  await expect(status).toHaveText("2 changes");
  await page.keyboard.press("F8");
  await expect(status).toHaveText("Change 1 of 2");
  await expect(comparison(page).getByRole("row").filter({ hasText: "Once more," })).toBeFocused();
  await page.keyboard.press("F8");
  await expect(
    comparison(page).getByRole("row").filter({ hasText: "A paragraph of its own." }),
  ).toBeFocused();
  await page.keyboard.press("Shift+F8");
  await expect(status).toHaveText("Change 1 of 2");
  expect(await audit(page)).toEqual([]);
  const rows = comparison(page).getByRole("row");
  const folded = await rows.count();
  await page.getByText("Only changes").click();
  await expect.poll(() => rows.count()).toBeGreaterThan(folded + 50);

  // Esc goes back to the text, and the way here is open again.
  await page.keyboard.press("Escape");
  await expect(text(page)).toContainText("Once more, ");
  await command(page, "Versions: compare");
  await versions.getByRole("button", { name: /^Compare Sent/ }).click();
  await page.getByRole("button", { name: "Restore Sent for factual accuracy" }).click();
  const restoring = page.getByRole("dialog", { name: "Restore a version" });
  await expect(restoring.getByText(/What stands there now is kept as a version/)).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await restoring.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByText("The text of “Sent for factual accuracy” is back.")).toBeVisible();
  await expect(text(page)).not.toContainText("Once more, ");
  await expect(text(page)).not.toContainText("A paragraph of its own.");

  const notices = page.getByRole("status", { name: "Notices" });
  await notices.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The text is as it was before the restoration.")).toBeVisible();
  await expect(text(page)).toContainText("Once more, ");
  await expect(text(page)).toContainText("A paragraph of its own.");

  // The page saves on from there.
  await caretAt(page, "A paragraph of its own.", "End");
  await page.keyboard.type(" And more.");
  await saved(page);
});

test("grades come back with the text when asked for, and the comparison shows them", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("radio", { name: /Good/ }).first().click({ force: true });
  await expect(page.getByText(/: Good\.$/)).toBeVisible();
  await command(page, "Versions: compare");
  await page.getByRole("button", { name: /^Compare As imported/ }).click();
  const grades = page.getByRole("table", { name: "Grades that differ" });
  await expect(grades.getByRole("row")).toHaveCount(2);
  await expect(grades).toContainText("Inadequate");
  await expect(grades).toContainText("Good");
  await page.getByRole("button", { name: "Restore As imported" }).click();
  await page.getByText("Bring back its grades too").click();
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByText(/is back, and its grades\./)).toBeVisible();
  await command(page, "Versions: compare");
  await page.getByRole("button", { name: /^Compare As imported/ }).click();
  await expect(page.getByText("No words differ")).toBeVisible();
  await expect(grades).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radio", { name: /Inadequate/ }).first()).toBeChecked();
});

test("a name can be changed and taken away, and the way back is offered", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await command(page, "Versions: compare");
  const versions = page.getByRole("dialog", { name: "Versions" });
  await versions.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Name…" }).click();
  await page.getByLabel("Name of this version").fill("First draft");
  await page.keyboard.press("Enter");
  await expect(versions.getByText("First draft")).toBeVisible();
  await versions.getByRole("button", { name: "Actions for First draft" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByLabel("Name of this version").fill("Very first draft");
  await page.keyboard.press("Enter");
  await versions.getByRole("button", { name: "Actions for Very first draft" }).click();
  await page.getByRole("menuitem", { name: "Take the name away" }).click();
  await expect(versions.getByText("The name “Very first draft” is taken away")).toBeVisible();
  await expect(versions.getByText("Very first draft", { exact: true })).toHaveCount(0);
  await versions.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(versions.getByText("Very first draft", { exact: true })).toBeVisible();
});

test("a version is restored from the list, and the report opens with its words", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await caretAt(page, "The purpose of the inspection", "Home");
  await page.keyboard.type("Once more, ");
  await command(page, "Versions: compare");
  await page.getByRole("button", { name: "Actions for As imported" }).click();
  await page.getByRole("menuitem", { name: "Restore…" }).click();
  await page.getByRole("button", { name: "Restore this version" }).click();
  await expect(page.getByText(/^The text of the version of .* is back\.$/)).toBeVisible();
  await expect(text(page)).not.toContainText("Once more, ");
  // The caret is in the block it was in.
  await expect(block(page, "The purpose of the inspection")).toHaveAttribute("data-here");
});
