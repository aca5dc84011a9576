import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { openLibrary } from "#electron/core/store/database.ts";
import { readKeyFile } from "#electron/core/store/key.ts";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, gradeOverall, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const ledger = (page: Page) => page.getByRole("dialog", { name: "Ledger" });
const looksRight = async (page: Page): Promise<void> =>
  expect(await audit(page, { within: "[role=dialog]" })).toEqual([]);

test("the ledger is read and printed; a line that was altered under the program is told and marked", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("button", { name: "Export…" }).click();
  await page.getByRole("menuitem", { name: /^Ledger/ }).click();
  await expect(ledger(page)).toContainText("Nothing has been decided yet.");
  await expect(ledger(page).getByRole("button", { name: "Save as PDF" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await gradeOverall(page, "3 Adequate");
  await page.getByRole("button", { name: /: stage and details of the report/ }).click();
  await page.getByRole("menuitem", { name: /^Send for review/ }).click();
  await expect(page.getByRole("button", { name: /^In review/ })).toBeVisible();
  await page.getByRole("button", { name: "The whole ledger…" }).click();
  await expect(ledger(page)).toContainText("The chain holds: all 2 lines are as they were written");
  const rows = ledger(page).getByRole("row");
  await expect(rows.nth(1)).toContainText("4 Inadequate → 3 Adequate");
  await expect(rows.nth(1)).toContainText(/On E-\d+|No evidence was tied/);
  await expect(rows.nth(1)).toContainText("Before review");
  await expect(rows.nth(2)).toContainText("Stage: Draft → In review");
  await looksRight(page);
  const coming = page.waitForEvent("download");
  await ledger(page).getByRole("button", { name: "Save as PDF" }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^cornwall-ledger-.*-internal\.pdf$/);
  expect(
    readFileSync(await file.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await plumbline.stop();

  const path = join(desk.home, "library.plumbline");
  const library = openLibrary(path, readKeyFile(`${path}.key`, null));
  library.write.exec(
    "DROP TRIGGER ledger_is_only_added_to; UPDATE ledger SET written_by = 'Somebody else' WHERE number = 1",
  );
  library.close();

  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await expect(page.getByText(/^The ledger of this report is not as it was written: line 1/)).toBeVisible();
  await expect(page.getByRole("tabpanel").getByRole("alert")).toContainText("Line 1 fails first");
  await page.getByRole("button", { name: "See the ledger" }).click();
  await expect(ledger(page).getByRole("alert")).toContainText("it was altered after it was written");
  await expect(rows.nth(1)).toContainText("Fails here");
  await expect(rows.nth(2)).toContainText("After the break");
  await looksRight(page);
});
