import { expect, test } from "@playwright/test";
import { exporters } from "#electron/core/exporters/registry.ts";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk } from "#tests/e2e/workstation.ts";
import { readSample } from "#tests/helpers/sample.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

test("library and report have nothing that axe objects to", async ({ page }) => {
  const plumbline = await desk.start();
  await page.goto(plumbline.address);
  const report = page
    .getByRole("link", { name: /Cornwall/ })
    .or(page.getByRole("button", { name: /Cornwall/ }))
    .or(page.getByRole("row", { name: /Cornwall/ }))
    .first();
  await report.waitFor();
  expect(await audit(page)).toEqual([]);
  await report.click();
  await page.getByRole("textbox", { name: "Report text" }).waitFor();
  for (const tab of ["Evidence", "Judgement", /^Findings/]) {
    await page.getByRole("tab", { name: tab }).click();
    expect(await audit(page)).toEqual([]);
  }
  const card = page.locator("article[data-severity]").first();
  await card.getByRole("button").first().click();
  await card.getByRole("button", { name: "Why?" }).click();
  expect(await audit(page)).toEqual([]);
  await card.getByRole("button", { name: "Dismiss…" }).click();
  await page.keyboard.type("Seen.");
  await page.keyboard.press("Enter");
  for (const part of [/^Dismissed 1/, /^Checklist/]) {
    await page.getByRole("radio", { name: part }).click();
    await card.waitFor();
    expect(await audit(page)).toEqual([]);
  }
  await page.getByRole("button", { name: "Rules…" }).click();
  await page.getByRole("dialog", { name: "Rules" }).waitFor();
  expect(await audit(page)).toEqual([]);
});

test("the exported HTML has nothing that axe objects to", async ({ page }) => {
  const { report, framework } = await readSample();
  const bytes = await exporters.html.write({ report, framework });
  await page.setContent(new TextDecoder().decode(bytes));
  expect(await audit(page)).toEqual([]);
});
