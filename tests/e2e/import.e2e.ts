import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { type Desk, importFiles, newDesk } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const fixture = (name: string): string => join(import.meta.dirname, "../fixtures/imports", name);

test("a batch of files: reports come in, the locked one says why, search finds their words", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await importFiles(
    page,
    plumbline.address,
    ["knowsley-2021.pdf", "locked.pdf", "kent-2013.pdf"].map(fixture),
  );

  const list = page.getByRole("region", { name: "Import" });
  await expect(list.getByRole("button", { name: "Open knowsley-2021.pdf" })).toBeVisible();
  await expect(list.getByRole("button", { name: "Open kent-2013.pdf" })).toBeVisible();
  await expect(list.getByText(/password/)).toBeVisible();
  const rows = page.getByRole("table", { name: "Reports" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.filter({ hasText: "Knowsley" })).toContainText("ILACS 2018");
  await expect(rows.filter({ hasText: "Kent" })).toContainText("SLAC 2013");

  await page.getByRole("searchbox", { name: "Search all reports" }).fill('"One Cornwall"');
  const hits = page.getByRole("region", { name: "Search results" });
  await expect(hits.getByText("Cornwall", { exact: false }).first()).toBeVisible();
  await hits.getByRole("button").or(hits.getByRole("link")).first().click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeVisible();
  await expect(page.getByText(/‘One Cornwall’ agenda/).first()).toBeInViewport();
});
