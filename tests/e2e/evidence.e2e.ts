import { expect, type Page, test } from "@playwright/test";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, importFiles, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const table = (page: Page) => page.getByRole("grid", { name: "Evidence" });
const row = (page: Page, words: string | RegExp) => table(page).getByRole("row").filter({ hasText: words });
const entry = (page: Page) => page.getByRole("dialog", { name: "Write evidence down" });

/** Writes lines down as a person does, one after the other, and closes. */
async function writeDown(page: Page, lines: readonly string[]): Promise<void> {
  await page.keyboard.press("Control+e");
  for (const line of lines) {
    await page.keyboard.insertText(line);
    await page.keyboard.press("Enter");
    await expect(entry(page).getByRole("textbox")).toHaveValue("");
  }
  await page.keyboard.press("Escape");
  await expect(entry(page)).toBeHidden();
}

/** The words of the sample, come in as a file does: nothing is in its log yet. */
async function openWithoutEvidence(page: Page): Promise<void> {
  await importFiles(page, (await desk.start()).address, ["resources/sample/cornwall-2009.txt"]);
  await expect(page.getByRole("row", { name: /Cornwall/ })).toHaveCount(2);
  // The newest stands first.
  await openSample(page, null);
  await page.getByRole("tab", { name: "Evidence" }).click();
  await expect(page.getByText("Add the first item")).toBeVisible();
  await page.getByRole("tab", { name: "Judgement" }).click();
}

const LINES = [
  "Focus group with 12 parents at Redruth @parents +",
  "Case audit of 21 files -",
  "Survey of staff on 12/06/2009",
];

test("quick entry says what it understood, refuses an unknown area in words, and saves line after line", async ({
  page,
}) => {
  await openWithoutEvidence(page);
  await page.keyboard.press("Control+e");
  await page.keyboard.insertText("Visit to the duty desk 12 June 2009 @duty manager + #nowhere");
  await expect(entry(page).getByText(/“nowhere” names no single area/)).toBeVisible();
  await expect(entry(page).getByRole("button", { name: "Save" })).toBeDisabled();
  await entry(page).getByRole("textbox").fill("Visit to the duty desk 12 June 2009 @duty manager + #partn");
  await page.keyboard.press("Tab");
  await expect(entry(page).getByRole("textbox")).toHaveValue(/#"?\S+"? $/);
  await page.keyboard.press("Enter");
  await expect(entry(page).getByText("Saved: E-001 Visit to the duty desk")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(entry(page)).toBeHidden();
  await page.keyboard.press("F9");
  await expect(
    row(page, /E-001.*Observation.*12 Jun 2009.*duty manager.*Partnership.*Strength/),
  ).toBeVisible();
});

test("the table by keyboard alone: edit, Tab on, Escape, undo, and back to the text", async ({ page }) => {
  await openWithoutEvidence(page);
  await writeDown(page, LINES);
  await page.keyboard.press("F9");
  // The key leads into the table itself.

  await expect(row(page, /E-001/)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("F2");
  const title = page.getByRole("textbox", { name: "Title of E-001" });
  await expect(title).toBeFocused();
  await page.keyboard.type("Twelve parents");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("textbox", { name: "Source of E-001" })).toBeFocused();
  await page.keyboard.type("never kept");
  await page.keyboard.press("Escape");
  await expect(row(page, /E-001.*Twelve parents.*parents/)).toBeVisible();
  await expect(page.getByText("never kept")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().press("Enter");
  await expect(row(page, /E-001.*Focus group with 12 parents/)).toBeVisible();
  await page.keyboard.press("F9");
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeFocused();
});

test("filter, group and sort show what is asked for", async ({ page }) => {
  await openWithoutEvidence(page);
  await writeDown(page, LINES);
  await page.keyboard.press("F9");
  await page.getByRole("searchbox").fill("redruth");
  await expect(page.getByText("1 of 3 items")).toBeVisible();
  await expect(row(page, /E-002/)).toHaveCount(0);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("combobox", { name: "Direction" }).selectOption("Weakness");
  await expect(row(page, /E-00/)).toHaveCount(1);
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("combobox", { name: "Groups" }).selectOption("Group by kind");
  await expect(row(page, /Focus group 1 item/)).toBeVisible();
  await page.getByRole("combobox", { name: "Groups" }).selectOption("No groups");
  await page.getByRole("columnheader", { name: "Title" }).click();
  await expect(row(page, /E-00/).first()).toContainText("Case audit");
});

test("a cited item is removed only after saying where it is cited, and comes back", async ({ page }) => {
  await openWithoutEvidence(page);
  await writeDown(page, LINES);
  const paragraph = page.locator("[data-block-id]", { hasText: "how far does it have to go" });
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.getByText("how far does it have to go").click();
  await page.getByRole("tab", { name: "Evidence" }).click();
  await page.getByRole("button", { name: "Tie to paragraph: E-002" }).click();
  await page.keyboard.press("F9");
  await expect(row(page, /E-002.*1$/)).toBeVisible();
  await row(page, /E-002/).click();
  await page.keyboard.press("Delete");
  const question = page.getByRole("dialog", { name: "Remove E-002?" });
  await expect(question.getByRole("list", { name: "Where it is cited" }).getByRole("listitem")).toHaveCount(
    1,
  );
  await question.getByRole("button", { name: "Keep it" }).click();
  await expect(row(page, /E-002/)).toBeVisible();
  await page.getByRole("button", { name: "Remove E-002" }).first().click();
  await question.getByRole("button", { name: "Remove and untie" }).click();
  await expect(row(page, /E-002/)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(row(page, /E-002.*1$/)).toBeVisible();
});

test("files are kept, handed out once that is confirmed, and come back when taken off", async ({ page }) => {
  await openWithoutEvidence(page);
  await writeDown(page, LINES);
  await page.keyboard.press("F9");
  await row(page, /E-001/).click();
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add a file…" }).click();
  await (
    await choosing
  ).setFiles({ name: "minutes.txt", mimeType: "text/plain", buffer: Buffer.from("Agreed.") });
  await page.getByRole("button", { name: "Save a copy of minutes.txt…" }).click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy", exact: true }).click();
  expect((await saving).suggestedFilename()).toBe("minutes.txt");
  await page.getByRole("button", { name: "Remove minutes.txt" }).click();
  await expect(page.getByText("minutes.txt", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("minutes.txt", { exact: true })).toBeVisible();
});

test("table, details and quick entry have nothing that axe objects to", async ({ page }) => {
  await openWithoutEvidence(page);
  await writeDown(page, LINES);
  await page.keyboard.press("F9");
  await row(page, /E-001/).click();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("F2");
  await page.getByRole("dialog").waitFor();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+e");
  await page.keyboard.insertText("Visit #nowhere");
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
});
