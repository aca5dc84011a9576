import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { JSDOM } from "jsdom";
import { flat, has, readWith, wordAsText } from "#tests/helpers/readers.ts";
import { type Desk, exportAs, gradeOverall, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const CONTRADICTION = "The overall effectiveness of safeguarding services is good.";

const findings = (page: Page) => page.getByLabel("Findings", { exact: true });

async function exported(
  page: Page,
  format: "Word" | "PDF" | "HTML",
): Promise<{ name: string; bytes: Uint8Array }> {
  const download = await exportAs(page, format);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("edit until a grade is contradicted, see it found, set the grade, restart, export", async ({ page }) => {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));

  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  expect(new URL(page.url()).hash).toBe("");

  // Edit: the sentence that states the grade now says another one.
  const paragraph = page
    .locator("[data-block-id]", { hasText: "The overall effectiveness of the service is inadequate." })
    .first();
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.click({ position: { x: 60, y: 8 } });
  await page.keyboard.press("Home");
  await page.keyboard.type(`${CONTRADICTION} `);

  // The finding appears without a click.
  await page.getByRole("tab", { name: /^Findings/ }).click();
  const finding = findings(page)
    .getByText(/effectiveness of safeguarding services is good/i)
    .first();
  await expect(finding).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

  // Click it to land on its words.
  await finding.click();
  await expect(paragraph).toBeInViewport();

  // Set the grade: it goes.
  await gradeOverall(page, "Good");
  await expect(page.getByRole("radio", { name: /^2 Good/ })).toBeChecked();
  await page.getByRole("tab", { name: /^Findings/ }).click();
  await expect(
    findings(page).getByText(/says .*safeguarding services is good.*graded Inadequate/i),
  ).toHaveCount(0);
  await expect(finding).toHaveCount(0);
  await expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

  // Restart without any farewell: all is there.
  await plumbline.stop("SIGKILL");
  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await expect(page.getByText(CONTRADICTION)).toBeVisible();
  await page
    .getByRole("treeitem", { name: /^Overall effectiveness/ })
    .first()
    .click();
  await page.getByRole("tab", { name: "Judgement" }).click();
  await expect(page.getByRole("radio", { name: /^2 Good/ })).toBeChecked();

  const word = await exported(page, "Word");
  expect(word.name).toMatch(/^cornwall.*\.docx$/);
  if (has.soffice) {
    const text = flat(wordAsText(word.bytes));
    expect(text).toContain(CONTRADICTION);
    expect(text).toContain("Overall effectiveness: Good");
  } else console.log("SKIPPED: LibreOffice is not on this machine.");

  const pdf = await exported(page, "PDF");
  if (has.pdftotext) {
    expect(flat(readWith("pdftotext", (file) => ["-layout", file, "-"], "r.pdf", pdf.bytes))).toContain(
      "Overall effectiveness: Good",
    );
    expect(readWith("pdfinfo", (file) => [file], "r.pdf", pdf.bytes)).toContain("Tagged:          yes");
  } else console.log("SKIPPED: poppler is not on this machine.");

  const html = await exported(page, "HTML");
  const { document } = new JSDOM(new TextDecoder().decode(html.bytes)).window;
  expect(document.body.textContent).toContain(CONTRADICTION);
  expect(document.documentElement.lang).toBe("en-GB");

  await plumbline.stop();
  expect(problems.filter((problem) => !/WebSocket|ERR_CONNECTION|net::/.test(problem))).toEqual([]);
});
