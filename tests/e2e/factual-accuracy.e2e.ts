import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Download, expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";
import { has, readWith } from "#tests/helpers/readers.ts";
import { everyPart, fillIn, wordText } from "#tests/helpers/response-form.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const lines = (page: Page) => page.getByRole("grid", { name: "Comments" }).getByRole("row");
const sheet = (page: Page) => page.getByRole("complementary", { name: "The comment in full" });
const bytesOf = async (download: Download): Promise<Uint8Array> => readFileSync(await download.path());
const command = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Commands" }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
};

async function choose(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const path = join(desk.home, name);
  writeFileSync(path, bytes);
  const choosing = page.waitForEvent("filechooser");
  await page
    .getByRole("dialog", { name: "Import comments" })
    .getByRole("button", { name: /^Choose a/ })
    .click();
  await (await choosing).setFiles(path);
}

/** Issues the report from the palette. @returns the Word file and the PDF */
async function issue(page: Page): Promise<[Uint8Array, Uint8Array]> {
  await command(page, "Issue for factual");
  const dialog = page.getByRole("dialog", { name: "Issue for factual accuracy" });
  await dialog.getByLabel("To", { exact: true }).fill("Cornwall County Council");
  await dialog.getByLabel("Issued on").fill("2026-03-02");
  await expect(dialog.getByLabel("Comments due by")).toHaveValue("2026-03-16");
  expect(await audit(page)).toEqual([]);
  const files: Download[] = [];
  page.on("download", (download) => files.push(download));
  await dialog.getByRole("button", { name: "Issue the report" }).click();
  // The sample has what holds a report up: the reason is asked for as for every file that leaves the desk.
  const held = page.getByRole("dialog", { name: /to settle before/ });
  await held.getByRole("textbox").fill("The body checks the facts of a draft.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main", { name: "Factual accuracy" })).toBeVisible();
  await expect.poll(() => files.length, { timeout: 60_000 }).toBe(2);
  page.removeAllListeners("download");
  return [await bytesOf(files[0]!), await bytesOf(files[1]!)];
}

test("a report is issued, comes back, is answered with words changed, and the response goes out", async ({
  page,
}) => {
  test.slow();
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = page.locator("[data-block-id]", { hasText: "Senior managers are ineffective" }).first();
  const [copy, pdf] = await issue(page);
  expect(wordText(copy)).toContain("Draft for factual accuracy check – not for publication");
  expect(everyPart(copy)).not.toMatch(/E-0\d\d/);
  if (has.pdftotext)
    expect(readWith("pdftotext", (file) => [file, "-"], "copy.pdf", pdf)).toContain("not for publication");
  await expect(page.getByText("No comments are in yet")).toBeVisible();
  await expect(page.getByText(/^Overdue: comments were due by 16 March 2026/)).toBeVisible();
  expect(await audit(page)).toEqual([]);

  const form = fillIn(copy, [
    ["para 2", "", "The inspection lasted eleven days.", "Fact", "Our diary"],
    [
      "",
      "Senior managers are ineffective",
      "Two of five managers were praised, and the report does not mention it.",
      "",
      "",
    ],
    ["3 and 4", "", "“Childrens” wants an apostrophe.", "", ""],
    ["", "", "We do not agree with any of it.", "", ""],
  ]);
  await page.getByRole("button", { name: "Import comments…" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Import comments" });
  await choose(page, "picture.docx", "no document at all");
  await expect(dialog.getByRole("alert")).toContainText("Nothing was taken in.");
  await choose(page, "back.docx", form);
  await expect(dialog.getByText(/^4 comments to take; 1 of them not placed: give it/)).toBeVisible();
  await expect(dialog.getByRole("row", { name: /praised/ })).toContainText("Evidence missing");
  await expect(dialog.getByRole("row", { name: /not agree/ })).toContainText(
    "The row above is about “3 and 4”",
  );
  expect(await audit(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Take 4 comments" }).click();
  await expect(lines(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(page.getByText("No comments are in yet")).toBeVisible();
  await page.getByRole("button", { name: "Import comments…" }).first().click();
  await choose(page, "back.docx", form);
  await dialog.getByRole("button", { name: "Take 4 comments" }).click();
  await expect(lines(page)).toHaveCount(4);
  await page.getByRole("button", { name: "Import comments…" }).click();
  await choose(page, "back.docx", form);
  await expect(dialog.getByText("4 rows, all here already.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();

  // Headings that say nothing are explained once.
  await page.getByRole("button", { name: "Import comments…" }).click();
  await choose(page, "more.csv", "Where,Remark of ours\n5,The date should be 2008.\n");
  await dialog.getByLabel("Where: holds").selectOption("place");
  await dialog.getByLabel("Remark of ours: holds").selectOption("text");
  await dialog.getByRole("button", { name: "See the rows" }).click();
  await dialog.getByRole("button", { name: "Take 1 comment" }).click();
  await expect(lines(page)).toHaveCount(5);
  await expect(page.getByText("0 of 5 answered")).toBeVisible();

  // By keyboard: down the list, on to the answer, and to the next.
  await lines(page).first().click();
  await page.keyboard.press("ArrowDown");
  await expect(lines(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await lines(page).filter({ hasText: "eleven days" }).click();
  await sheet(page).getByRole("radio", { name: "Not accepted" }).click();
  await expect(sheet(page).getByRole("button", { name: "Keep the answer" })).toBeDisabled();
  await sheet(page).getByLabel(/^Why/).fill("The diary shows ten days on site.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("1 of 5 answered")).toBeVisible();

  await lines(page).filter({ hasText: "praised" }).click();
  expect(await audit(page)).toEqual([]);
  await sheet(page).getByRole("button", { name: "Change the text…" }).click();
  const words = sheet(page).getByLabel("The words from now on");
  await words.fill(
    (await words.inputValue()).replace(
      "Senior managers are ineffective",
      "Most senior managers are ineffective",
    ),
  );
  await sheet(page).getByRole("button", { name: "Change the text", exact: true }).click();
  await expect(sheet(page).locator("ins").filter({ hasText: "Most senior" })).toBeVisible();
  await expect(sheet(page).getByText(/as revision \d+/)).toBeVisible();
  // To the paragraph and back: the comment one was at is still the one in hand.
  await sheet(page).getByRole("button", { name: "Go to the paragraph" }).click();
  await expect(text(page)).toContainText("Most senior managers are ineffective");
  await page.keyboard.press("Control+Alt+k");
  await expect(sheet(page).locator("ins").filter({ hasText: "Most senior" })).toBeVisible();
  await sheet(page).getByRole("radio", { name: "Accepted in part" }).click();
  await sheet(page).getByLabel(/^Why/).fill("The praise is of two managers.");
  await sheet(page).getByRole("button", { name: "Keep the answer" }).click();
  expect(await audit(page)).toEqual([]);

  // Without an answer for each there is no response.
  await page.getByRole("button", { name: "Response…" }).click();
  const response = page.getByRole("dialog", { name: "Response to the inspected body" });
  await expect(response.getByText("3 comments of 5 are not answered yet", { exact: false })).toBeVisible();
  await response.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("radio", { name: "Not placed" }).click();
  await expect(lines(page)).toHaveCount(1);
  await sheet(page).getByLabel("Paragraph it is about").fill("6");
  await sheet(page).getByRole("button", { name: "Place", exact: true }).click();
  await page.getByRole("radio", { name: "Open", exact: true }).first().click();
  for (let left = 3; left > 0; left--) {
    await expect(lines(page)).toHaveCount(left);
    await sheet(page).getByRole("radio", { name: "Accepted", exact: true }).click();
    await sheet(page).getByRole("button", { name: "Keep the answer" }).click();
  }
  await page.getByRole("radio", { name: "All", exact: true }).first().click();
  await expect(page.getByText("5 of 5 answered")).toBeVisible();

  await page.getByRole("button", { name: "Response…" }).click();
  expect(await audit(page)).toEqual([]);
  const coming = page.waitForEvent("download");
  await response.getByRole("button", { name: "Save as Word" }).click();
  const said = wordText(await bytesOf(await coming));
  expect(said).toContain("5 comments: 3 accepted, 1 accepted in part, 1 not accepted.");
  expect(said).toContain("The diary shows ten days on site.");
  expect(said).toContain("After: Most senior managers are ineffective");
  await page.getByRole("button", { name: "Response…" }).click();
  const paper = page.waitForEvent("download");
  await response.getByRole("button", { name: "Save as PDF" }).click();
  if (has.pdftotext)
    expect(readWith("pdftotext", (file) => [file, "-"], "r.pdf", await bytesOf(await paper))).toContain(
      "Most senior managers",
    );

  await page.getByRole("button", { name: "Close the check" }).click();
  await expect(page.getByText(/Closed by /)).toBeVisible();
  await page.keyboard.press("Control+Alt+k");
  await expect(text(page)).toBeVisible();
  await expect(paragraph).toContainText("Most senior managers");
});
