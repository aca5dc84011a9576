import { readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";
import { csv } from "#tests/electron/core/importers/spreadsheet-files.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const HEADINGS = ["Ref", "Type", "When", "Title", "People", "Notes", "Strength / weakness"];
const ROWS = [
  ["1", "Interview", "06/07/2009", "Head of service, duty team", "1", "Caseloads are falling.", "+"],
  ["2", "Phone chat", "07/07/2009", "Foster carers of teenagers", "6", "Waits for the health check.", "-"],
  ["3", "Interview", "31/02/2009", "A day that never was", "2", "", ""],
  ["4", "Interview", "06/07/2009", "head of service – duty team", "", "Supervision is monthly.", "+"],
];
const csvOf = (rows: readonly (readonly string[])[]): string => csv([HEADINGS, ...rows]);
const fileOf = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(content),
});

const dialog = (page: Page): Locator => page.getByRole("dialog", { name: "Import evidence" });
const items = (page: Page): Locator =>
  page.getByRole("list", { name: "Evidence items" }).getByRole("listitem");

async function openPanel(page: Page): Promise<void> {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Evidence" }).click();
}

/** Chooses a file as a person does, in the dialogue that is open. */
async function choose(page: Page, file: ReturnType<typeof fileOf>): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await dialog(page)
    .getByRole("button", { name: /^Choose a/ })
    .click();
  await (await choosing).setFiles(file);
}

test("a log comes in from a spreadsheet: columns, words, a wrong row and a duplicate, and one undo takes it back", async ({
  page,
}) => {
  await openPanel(page);
  const before = await items(page).count();
  await page.getByRole("button", { name: "Import evidence…" }).click();
  await choose(page, fileOf("log.csv", csvOf(ROWS)));

  await expect(dialog(page).getByRole("heading", { name: /^2 of 3/ })).toBeFocused();
  await expect(dialog(page).getByLabel("Column C, When: holds")).toHaveValue("date");
  await expect(dialog(page).getByText("3 rows can be imported, 1 cannot.")).toBeVisible();
  // Words that the log does not know are given a meaning, and the answer stays in sight.
  const chat = dialog(page).getByLabel("Kind “Phone chat” means");
  await chat.selectOption("Interview");
  await expect(chat).toHaveValue("interview");
  await dialog(page).getByRole("button", { name: "See the rows" }).click();

  const wrong = dialog(page).getByRole("table", { name: "Rows that cannot be imported" });
  await expect(wrong.getByRole("row").nth(1)).toHaveText(/^4C“31\/02\/2009” is no date/);
  const importRows = dialog(page).getByRole("button", { name: "Import", exact: true });
  await expect(importRows).toBeDisabled();
  await dialog(page).getByText("Leave out the row that cannot be imported").click();
  await dialog(page).getByRole("tab", { name: "There already 1" }).click();
  const twice = dialog(page).getByRole("row", { name: /^5 head of service/ });
  await expect(twice).toContainText("Row 2");
  await expect(dialog(page).getByText("2 new items, 1 merged.")).toBeVisible();
  await twice.getByRole("combobox").selectOption("Add as another item");
  await expect(dialog(page).getByText("3 new items.")).toBeVisible();
  await twice.getByRole("combobox").selectOption("Merge into it");
  await dialog(page).getByRole("tab", { name: "Items 3" }).click();
  await expect(
    dialog(page)
      .getByRole("grid", { name: "Items" })
      .getByRole("row", { name: "Foster carers of teenagers" }),
  ).toContainText("Interview");

  // Back and forth loses no answer.
  await dialog(page).getByRole("button", { name: "Back" }).click();
  await expect(chat).toHaveValue("interview");
  await dialog(page).getByRole("button", { name: "See the rows" }).click();
  await expect(dialog(page).getByLabel("Leave out the row that cannot be imported")).toBeChecked();
  await importRows.click();

  await expect(page.getByText("2 items imported, 1 merged; 1 row left out.")).toBeVisible();
  await expect(dialog(page)).toHaveCount(0);
  await expect(items(page)).toHaveCount(before + 2);
  await expect(items(page).filter({ hasText: "Foster carers of teenagers" })).toContainText("6 people");
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText("The import is undone: 2 items removed.")).toBeVisible();
  await expect(items(page)).toHaveCount(before);

  // The same headings again: what was said of the columns and words is remembered.
  await page.getByRole("button", { name: "Import evidence…" }).click();
  await choose(page, fileOf("later.csv", csvOf(ROWS)));
  await expect(
    dialog(page).getByText(/^A spreadsheet with these headings was imported before/),
  ).toBeVisible();
  await expect(dialog(page).getByLabel("Kind “phone chat” means")).toHaveValue("interview");
});

test("what is no spreadsheet is refused with a reason, and the next file goes on from there", async ({
  page,
}) => {
  await openPanel(page);
  const before = await items(page).count();
  await page.getByRole("button", { name: "Import evidence…" }).click();
  await choose(page, fileOf("broken.xlsx", "PK\u0003\u0004 and nothing more"));
  await expect(dialog(page).getByRole("alert")).toContainText(/broken\.xlsx: .+ Nothing was imported\./s);
  await choose(page, fileOf("log.csv", csvOf(ROWS.slice(0, 1))));
  await expect(dialog(page).getByText("1 row can be imported.")).toBeVisible();
  // Without a title no row is an item, and the step says so.
  await dialog(page).getByLabel("Column D, Title: holds").selectOption("Not imported");
  await expect(dialog(page).getByText("Say which column holds the title")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "See the rows" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(items(page)).toHaveCount(before);
});

test("the whole way by keyboard alone, from the command to the undo", async ({ page }) => {
  await openPanel(page);
  const before = await items(page).count();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("import evidence");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("heading", { name: "1 of 3: the file" })).toBeFocused();
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Tab");
  await expect(dialog(page).getByRole("button", { name: "Choose a spreadsheet…" })).toBeFocused();
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(fileOf("log.csv", csvOf(ROWS.slice(0, 2))));
  await expect(dialog(page).getByRole("heading", { name: /^2 of 3/ })).toBeFocused();
  await expect(dialog(page).getByText("2 rows can be imported.")).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(dialog(page).getByRole("button", { name: "See the rows" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("heading", { name: /^3 of 3/ })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog(page).getByRole("tab", { name: "Items 2" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(dialog(page).getByRole("row", { name: "Foster carers of teenagers" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog(page).getByRole("button", { name: "Back" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(items(page)).toHaveCount(before + 2);
});

test("reading is cancelled while it runs, and the next file does not wait for it", async ({ page }) => {
  await openPanel(page);
  await page.getByRole("button", { name: "Import evidence…" }).click();
  // Large enough to be read for longer than a person needs to change their mind.
  const long = Array.from({ length: 60_000 }, (_, row) => [
    ...ROWS[0]!.slice(0, 3),
    `Interview ${row}`,
    "1",
    "Said again and again. ".repeat(20),
    "+",
  ]);
  await choose(page, fileOf("long.csv", csvOf(long)));
  await expect(dialog(page).getByRole("progressbar", { name: "Reading long.csv" })).toBeVisible();
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(dialog(page).getByRole("heading", { name: "1 of 3: the file" })).toBeFocused();
  // What was cancelled never comes up after all: by now it would have been read.
  await page.waitForTimeout(6000);
  await expect(dialog(page).getByRole("heading", { name: "1 of 3: the file" })).toBeVisible();
  await choose(page, fileOf("log.csv", csvOf(ROWS)));
  await expect(dialog(page).getByText("3 rows can be imported, 1 cannot.")).toBeVisible();
});

test("the log is exported as CSV and reads back as it was", async ({ page }) => {
  await openPanel(page);
  await page.getByRole("button", { name: "Import evidence…" }).click();
  await choose(
    page,
    fileOf("log.csv", csvOf([["9", "Interview", "06/07/2009", "=1+1 is what it says", "1", "", ""]])),
  );
  await dialog(page).getByRole("button", { name: "See the rows" }).click();
  await dialog(page).getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("1 item imported.")).toBeVisible();
  const all = await items(page).count();

  await page.getByRole("button", { name: "Export log…" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/evidence.*\.csv$/i);
  const content = readFileSync(await download.path());
  expect(content.toString("utf8")).toContain("'=1+1 is what it says");

  await page.getByRole("button", { name: "Import evidence…" }).click();
  await choose(page, fileOf("again.csv", content));
  await dialog(page).getByRole("button", { name: "See the rows" }).click();
  await expect(dialog(page).getByRole("tab", { name: `There already ${all}` })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(dialog(page).getByRole("row", { name: /=1\+1 is what it says/ })).toBeVisible();
});

test("no step of an import has anything axe objects to", async ({ page }) => {
  await openPanel(page);
  await page.getByRole("button", { name: "Import evidence…" }).click();
  await choose(page, fileOf("broken.xlsx", "no spreadsheet"));
  await expect(dialog(page).getByRole("alert")).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await choose(page, fileOf("log.csv", csvOf(ROWS)));
  await expect(dialog(page).getByLabel("Kind “Phone chat” means")).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await dialog(page).getByRole("button", { name: "See the rows" }).click();
  for (const tab of [/^Cannot/, /^There already/, /^Items/]) {
    await dialog(page).getByRole("tab", { name: tab }).click();
    expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  }
});
