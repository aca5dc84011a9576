import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, downloaded, newDesk, openSample } from "#tests/e2e/workstation.ts";
import { councilTemplate } from "#tests/helpers/word-template.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const dialog = (page: Page) => page.getByRole("dialog", { name: "Export to Word" });
async function askFor(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Commands" }).waitFor();
  await page.keyboard.type("Export to Word");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("button", { name: "Export to Word" })).toBeFocused();
}
/** The parts of the file that is made by what is done. */
async function made(
  page: Page,
  ask: () => Promise<void>,
): Promise<{ name: string; text: string; all: string }> {
  const download = await downloaded(page, ask);
  const parts = unzipSync(readFileSync(await download.path()));
  const decoded = Object.entries(parts).map(
    ([name, bytes]) => [name, new TextDecoder().decode(bytes)] as const,
  );
  return {
    name: download.suggestedFilename(),
    text: Object.fromEntries(decoded)["word/document.xml"]!,
    all: decoded.map(([, content]) => content).join("\n"),
  };
}

test("by keyboard: the plain file in one press, then changes, an annex and a template that lacks styles", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const block = page.locator("[data-block-id]", { hasText: "The purpose of the inspection" }).first();
  await block.click({ position: { x: 90, y: 12 } });
  await expect(block).toHaveAttribute("data-here");
  await page.keyboard.press("Home");
  await page.keyboard.type("Once more, ");
  await expect(page.getByText(/^Saved \d/).first()).toBeVisible();

  await askFor(page);
  const plain = await made(page, () => page.keyboard.press("Enter"));
  expect(plain.text).toContain("Once more, ");
  expect(plain.all).not.toMatch(/<w:ins |w:comment|internal use/);

  // Shift+Tab leads from the button back through the template, the annex, the versions and the comments.
  await askFor(page);
  const annex = dialog(page).getByRole("checkbox", { name: /^Annex on quality assurance/ });
  const since = dialog(page).getByLabel("Changes since a version, as tracked changes");
  while (!(await annex.evaluate((box) => box === document.activeElement)))
    await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await expect(dialog(page).getByText("For internal use only")).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(since).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(since).not.toHaveValue("none");

  const path = join(desk.home, "Council report.dotx");
  writeFileSync(path, councilTemplate());
  const choosing = page.waitForEvent("filechooser");
  await dialog(page).getByRole("button", { name: "Add a template…" }).press("Enter");
  await (await choosing).setFiles(path);
  await expect(dialog(page).getByText(/^5 styles of the report are missing/)).toBeVisible();
  await expect(dialog(page).getByRole("listitem").filter({ hasText: "Quotation: quotations" })).toBeVisible();
  expect(await audit(page)).toEqual([]);
  await dialog(page).getByText("Which style stands for which").click();
  await dialog(page).getByLabel("Quotation: quotations").selectOption("Council Box");
  await expect(dialog(page).getByText(/^4 styles of the report are missing/)).toBeVisible();

  const file = await made(page, () =>
    dialog(page).getByRole("button", { name: "Export to Word" }).press("Enter"),
  );
  expect(file.name).toContain("-internal.docx");
  expect(file.text).toMatch(/<w:ins [^>]*w:author="Plumbline"[^>]*>(?:(?!<\/w:ins>).)*Once more/);
  expect(file.text).toContain('w:left="2268"');
  expect(file.all).toContain("For internal use only");

  // What was chosen stands there the next time, but for the annex.
  await askFor(page);
  await expect(annex).not.toBeChecked();
  await expect(since).not.toHaveValue("none");
  await expect(dialog(page).getByLabel("Template")).toHaveValue(/.+-.+/);
  await dialog(page).getByRole("button", { name: "Remove this template" }).click();
  await expect(dialog(page).getByText("The template “Council report” is removed.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Undo" }).click();
  await expect(dialog(page).getByText(/^4 styles of the report are missing/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});
