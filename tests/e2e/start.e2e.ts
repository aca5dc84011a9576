import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const table = (page: Page, name = "Reports") => page.getByRole("table", { name, exact: true });
const toLibrary = (page: Page) => page.getByRole("button", { name: /back to the library/ }).click();
const act = async (page: Page, title: string | RegExp, what: string): Promise<void> => {
  const row = table(page).or(table(page, "Archived reports")).getByRole("row", { name: title });
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: what, exact: true }).click();
};

test("a new report begins with its framework's headings and sentences, what is unknown in brackets", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await page.goto(plumbline.address);
  await page.getByRole("button", { name: "New report…" }).click();
  const dialog = page.getByRole("dialog", { name: "New report" });
  await dialog.getByLabel("Provider or authority inspected").fill("Anyshire County Council");
  await expect(dialog.getByLabel("Title")).toHaveValue("Inspection of Anyshire County Council");
  await dialog.getByLabel("First day of inspection").fill("2012-09-21");
  await dialog.getByLabel("Last day").fill("2012-09-10");
  await expect(dialog.getByText(/last day is before the first/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Create the report" })).toBeDisabled();
  await dialog.getByLabel("First day of inspection").fill("2012-09-10");
  await dialog.getByLabel("Last day").fill("2012-09-21");
  await expect(dialog.getByRole("combobox", { name: "Framework" })).toHaveValue("slac-2010");
  await expect(dialog.getByText(/In force on the last day/)).toBeVisible();
  await expect(dialog.getByText(/come from secondary sources/)).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await dialog.getByLabel("Lead inspector").fill("Ann Bell, HMI");
  await page.keyboard.press("Enter");

  await expect(text(page)).toContainText("Inspection dates: 10 to 21 September 2012");
  await expect(text(page)).toContainText("Lead inspector: Ann Bell, HMI");
  await expect(text(page)).toContainText("consisted of [inspection team].");
  await expect(page.getByText("0 errors, 0 warnings")).toBeVisible();
  const outline = page.getByRole("navigation", { name: "Outline" });
  await outline.getByText("Capacity for improvement").first().click();
  const heading = page.locator("[data-block-id]", { hasText: /^Capacity for improvement/ }).first();
  await expect(heading).toBeInViewport();

  // The empty paragraph under a heading is tied to its area: what is typed there is its narrative.
  await heading.click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.type("Senior leaders know what has to change.");
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
  await toLibrary(page);
  await expect(table(page).getByRole("row", { name: /Anyshire County Council/ })).toContainText("SLAC 2010");
});

test("a report is duplicated, archived and brought back by keyboard alone", async ({ page }) => {
  const plumbline = await desk.start();
  await page.goto(plumbline.address);
  const rows = table(page).getByRole("row");
  const menu = page.getByRole("button", { name: /^Actions for Cornwall/ });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu", { name: /^Actions for Cornwall/ })).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await page.keyboard.type("dup");
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(3);
  const copy = table(page).getByRole("row", { name: /children \(copy\)/ });
  await expect(copy).toContainText("10,105");
  await expect(copy).toContainText("Inadequate");

  await copy.getByRole("button", { name: /^Actions for/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("arch");
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Show archived" }).press("Enter");
  await expect(table(page, "Archived reports").getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: /^Actions for/ }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("bring");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Nothing is archived/)).toBeVisible();
  await page.getByRole("button", { name: "Back to reports" }).press("Enter");
  await expect(rows).toHaveCount(3);
});

test("pinned and recent reports are at hand, over a restart too, and from report to report", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await page.goto(plumbline.address);
  await act(page, /Cornwall/, "Duplicate");
  await act(page, /copy/, "Duplicate");
  const groups = table(page).getByRole("rowheader");
  await expect(table(page).getByRole("row")).toHaveCount(4);
  await act(page, /children \(copy\) \(copy\)/, "Pin");
  await table(page)
    .getByRole("button", { name: /^Cornwall.*children$/ })
    .click();
  await expect(text(page)).toBeVisible();
  await toLibrary(page);
  await table(page)
    .getByRole("button", { name: /^Cornwall.*children \(copy\)$/ })
    .first()
    .click();
  await expect(text(page)).toBeVisible();

  // Straight to another one that was open lately.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Open Cornwall");
  await expect(page.getByRole("menuitem", { name: /^Open Cornwall/ })).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveTitle(/children – Plumbline$/);
  await plumbline.stop();

  plumbline = await desk.start();
  await page.goto(plumbline.address);
  await expect(groups).toHaveText(["Pinned", "Recent"]);
  const titles = table(page).locator("tbody tr td:first-child button");
  await expect(titles).toHaveText([/\(copy\) \(copy\)$/, /children$/, /children \(copy\)$/]);
  await act(page, /\(copy\) \(copy\)/, "Unpin");
  await expect(groups).toHaveText(["Recent", "Other reports"]);
  expect(await audit(page)).toEqual([]);
});

test("a file dropped on an open report goes to the library, and the notice opens it", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const blocks = text(page).locator("[data-block-id]");
  const before = await blocks.count();
  const name = "isles-of-scilly-2023.pdf";
  const bytes = readFileSync(join(import.meta.dirname, "../fixtures/imports", name)).toString("base64");
  const dropped = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      const data = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      transfer.items.add(new File([data], file, { type: "application/pdf" }));
      return transfer;
    },
    [name, bytes] as const,
  );
  const paragraph = blocks.nth(1);
  await paragraph.dispatchEvent("dragover", { dataTransfer: dropped });
  await expect(page.getByText("Drop a report to import it into the library")).toBeVisible();
  await paragraph.dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText("Drop a report to import it into the library")).toHaveCount(0);
  const notices = page.getByRole("status", { name: "Notices" });
  await expect(notices.getByText(`${name} is in the library.`)).toBeVisible({ timeout: 30_000 });
  expect(await blocks.count()).toBe(before);
  await expect(text(page)).not.toContainText(name);
  await notices.getByRole("button", { name: "Open" }).click();
  await expect(page).toHaveTitle(/Isles of Scilly/);

  // And by the dialogue.
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("Import reports");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles(join(import.meta.dirname, "../fixtures/imports/locked.pdf"));
  await expect(notices.getByText(/locked\.pdf: .*password/)).toBeVisible();
});
