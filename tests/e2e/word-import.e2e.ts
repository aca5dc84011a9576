import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Desk, importFiles, newDesk } from "#tests/e2e/workstation.ts";
import { listed, NUMBERING, p, r, smallDocx } from "#tests/electron/core/importers/small-docx.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const draft = (): Buffer => {
  const cell = (text: string): string => `<w:tc>${p(text)}</w:tc>`;
  return Buffer.from(
    smallDocx({
      body: [
        p("Inspection of Anyshire", "T"),
        p("About this inspection", "H1"),
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${r("The service is ")}<w:commentRangeStart w:id="1"/>${r("not yet", "<w:b/>")}<w:commentRangeEnd w:id="1"/>${r(" good.")}<w:r><w:commentReference w:id="1"/></w:r></w:p>`,
        listed("Plans are late.", 2),
        `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Year")}${cell("Children")}</w:tr><w:tr>${cell("2008")}${cell("414")}</w:tr></w:tbl>`,
        listed("It knows its weaknesses.", 1),
      ].join(""),
      parts: {
        numbering: NUMBERING,
        styles: `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>`,
        comments: `<w:comment w:id="1" w:author="Ann Reviewer" w:date="2023-05-01T10:00:00Z"><w:p>${r("Since when?")}</w:p></w:comment>`,
      },
    }),
  );
};

async function isThere(page: Page): Promise<void> {
  const text = page.getByRole("textbox", { name: "Report text" });
  await expect(text.getByText("About this inspection")).toBeVisible();
  await expect(text.locator('[data-kind="heading"]')).toHaveText(/About this inspection/);
  await expect(text.locator("strong")).toHaveText("not yet");
  await expect(text.locator('[data-kind="bullet"]')).toContainText("Plans are late.");
  const cells = text.locator("table").locator("th, td");
  await expect(cells).toHaveText(["Year", "Children", "2008", "414"]);
  await page.getByRole("tab", { name: "Comments 1" }).click();
  const comment = page.getByRole("article").filter({ hasText: "Since when?" });
  await expect(comment.getByText("Ann Reviewer")).toBeVisible();
  await expect(comment.getByText("1 May 2023")).toBeVisible();
  await expect(comment.getByText("Paragraph 1", { exact: true })).toBeVisible();
  // Another's comment is not ours to remove.
  await expect(comment.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get("comment") ?? [])].map(String)))
    .toEqual(["not yet"]);
}

test("a Word file chosen by its name comes in with headings, lists, table, emphasis and comment", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await importFiles(page, plumbline.address, [
    { name: "broken.docx", mimeType: DOCX, buffer: draft().subarray(0, 900) },
    { name: "Anyshire.docx", mimeType: DOCX, buffer: draft() },
  ]);
  const list = page.getByRole("region", { name: "Import" });
  await expect(list.getByText(/This Word document is damaged/)).toBeVisible();
  await expect(list.getByText(/2 paragraphs.*1 comment/)).toBeVisible();
  await list.getByRole("button", { name: "Open Anyshire.docx" }).click();
  await isThere(page);
});

test("a Word file dropped on the library comes in the same, and is there after a restart", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await page.goto(plumbline.address);
  await page.getByRole("table", { name: "Reports" }).waitFor();
  const folder = mkdtempSync(join(tmpdir(), "plumbline-drop-"));
  const file = join(folder, "Anyshire.docx");
  writeFileSync(file, draft());
  // As the browser hears it of the desktop.
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await browser.send("Input.dispatchDragEvent", { type, x: 600, y: 500, data });
  const list = page.getByRole("region", { name: "Import" });
  await expect(list.getByRole("button", { name: "Open Anyshire.docx" })).toBeVisible();
  rmSync(folder, { recursive: true });
  await plumbline.stop();

  plumbline = await desk.start();
  await page.goto(plumbline.address);
  await page.getByRole("row", { name: /Anyshire/ }).click();
  await isThere(page);
});
