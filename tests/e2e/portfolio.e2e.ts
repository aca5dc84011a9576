import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, importFiles, newDesk, openSample } from "#tests/e2e/workstation.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/imports");

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

test("the grade matrix is sorted, filtered and read area by area, by keyboard too", async ({ page }) => {
  await openSample(page, (await desk.start()).address);
  await expect(page.getByText(/\d+ errors?, \d+ warnings?/)).toBeVisible();
  await page.keyboard.press("Control+Alt+j");
  const matrix = page.getByRole("grid", { name: "Grade matrix" });
  await expect(matrix.getByRole("row")).toHaveCount(34);
  await expect(matrix.getByRole("row", { name: /Partnerships/ }).first()).toContainText("1 error");
  await matrix.getByRole("columnheader", { name: "Grade" }).click();
  await matrix.getByRole("columnheader", { name: "Grade" }).click();
  await expect(matrix.getByRole("row").nth(1)).toContainText("Good");
  await page.getByRole("radio", { name: "Reads otherwise" }).click();
  await expect(matrix.getByRole("row", { name: /Being healthy/ })).toHaveCount(0);
  await page.getByRole("radio", { name: "Every area" }).click();

  await matrix
    .getByRole("row", { name: /Value for money/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("complementary", { name: "The area in full" });
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Value for money");
  await expect(sheet.getByText("weakness:").first()).toBeAttached();
  expect(await audit(page)).toEqual([]);
  await sheet
    .getByRole("button", { name: /: go there$/ })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeFocused();
});

test("reports stand beside each other in pictures and tables, and lead to the reports behind a number", async ({
  page,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await importFiles(
    page,
    (await desk.start()).address,
    ["isles-of-scilly-2023.pdf", "knowsley-2021.pdf"].map((name) => ({
      name,
      mimeType: "application/pdf",
      buffer: readFileSync(join(FIXTURES, name)),
    })),
  );
  await expect(page.getByRole("row", { name: /Knowsley/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Portfolio" }).click();
  await expect(page.getByText("3 reports", { exact: true })).toBeVisible();
  const grades = page.getByRole("region", { name: "Grades by area" });
  await expect(grades.locator("svg rect").first()).toBeVisible();
  await expect(grades.getByRole("img")).toHaveAttribute(
    "aria-label",
    /Overall effectiveness.*: Inadequate 1/,
  );
  expect(await audit(page)).toEqual([]);
  await page.getByRole("combobox", { name: "Framework" }).selectOption("ilacs-2018");
  await grades.getByRole("button", { name: "As a table" }).click();
  await expect(grades.locator("svg")).toHaveCount(0);
  await grades.getByRole("button", { name: /^1: / }).first().click();
  await page
    .getByRole("region", { name: /^Reports: / })
    .getByRole("button")
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toContainText("Knowsley");
  expect(refused).toEqual([]);
});
