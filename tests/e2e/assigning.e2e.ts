import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type Desk, newDesk, openSample, selectWords, workAs } from "#tests/e2e/workstation.ts";

let desks: Desk[] = [];
test.afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.clear()));
  desks = [];
});

async function start(): Promise<string> {
  const desk = newDesk();
  desks.push(desk);
  return (await desk.start()).address;
}
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const stageMenu = async (page: Page, item: RegExp): Promise<void> => {
  await page.getByRole("button", { name: /: stage and details of the report/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

/** Drops a file on the library, as from another window: by the browser itself, which hands on no file that a page made. */
async function drop(page: Page, path: string): Promise<void> {
  const named = join(desks[0]!.home, "Cornwall.plumbline");
  copyFileSync(path, named);
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [named], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await cdp.send("Input.dispatchDragEvent", { type, x: 600, y: 400, data });
  await cdp.detach();
}

/** Sends the report as a package for the address; answers where the file is. */
async function pack(page: Page, address: string): Promise<string> {
  await stageMenu(page, /^Send as a review package/);
  const asked = dialog(page, "Send as a review package");
  await asked.getByText("The address of the desk it is for").click();
  await asked.getByLabel(/^Address of the desk/).fill(address);
  const coming = page.waitForEvent("download");
  await asked.getByRole("button", { name: "Save the package" }).click();
  return (await coming).path();
}

/** Copies what packages for this desk are locked with, from the library. */
async function copyAddress(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^This desk…/ }).click();
  const asked = dialog(page, "This desk");
  const shown = await asked.getByText(/^age1/).textContent();
  await asked.getByRole("button", { name: "Copy the address" }).click();
  await expect(page.getByText("The address of this desk is copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(shown);
  await page.keyboard.press("Escape");
  return copied;
}

test("a report is assigned with a day, dropped on the reviewer’s library, overdue there, and comes back to be taken whole", async ({
  browser,
}) => {
  test.slow();
  const [lead, reviewer] = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
      return context.newPage();
    }),
  );
  await reviewer!.goto(await start());
  await reviewer!.getByRole("row", { name: /Cornwall/ }).waitFor();
  const address = await copyAddress(reviewer!);
  await openSample(reviewer!, null);
  await workAs(reviewer!, "Rae Reviewer", "reviewer");
  await reviewer!.getByRole("button", { name: /back to the library/ }).click();
  await expect(reviewer!.getByText("Nothing is overdue.")).toBeVisible();

  await openSample(lead!, await start());
  await workAs(lead!, "Lee Lead", "lead");
  await stageMenu(lead!, /^Report details/);
  const details = dialog(lead!, /details/);
  await details.getByLabel(/^Reviewer it is assigned to/).fill("Rae Reviewer");
  await details.getByLabel("Day its review is due").fill("2099-01-31");
  await details.getByRole("button", { name: "Save details" }).click();
  await stageMenu(lead!, /^Send for review/);
  const first = await pack(lead!, address);

  await drop(reviewer!, first);
  const whose = dialog(reviewer!, "A review package from Lee Lead");
  await whose.getByText(/^I have compared it/).click();
  await whose.getByRole("button", { name: "Add the report" }).click();
  await expect(text(reviewer!)).toBeVisible();
  await reviewer!.getByRole("button", { name: /back to the library/ }).click();
  const group = (name: string) => reviewer!.getByRole("rowgroup").filter({ hasText: name });
  const mine = group("Assigned to me").getByRole("row", { name: /In review/ });
  await expect(mine).toHaveCount(1);
  await mine.click();
  await stageMenu(reviewer!, /^Report details/);
  await dialog(reviewer!, /details/)
    .getByLabel("Day its review is due")
    .fill("2020-01-31");
  await reviewer!.getByRole("button", { name: "Save details" }).click();
  await expect(dialog(reviewer!, /details/)).toHaveCount(0);
  await reviewer!.getByRole("button", { name: /back to the library/ }).click();
  const overdue = group("Overdue").getByRole("row", { name: /In review/ });
  await expect(overdue).toHaveCount(1);

  // The reviewer rewrites two paragraphs and sends it back; the lead takes everything, the new day with it.
  await overdue.click();
  for (const at of ["Senior managers are ineffective", "The evidence evaluated"]) {
    const block = reviewer!.locator("[data-block-id]", { hasText: at }).first();
    await block.click({ position: { x: 90, y: 12 } });
    await reviewer!.keyboard.press("Home");
    await reviewer!.keyboard.type("Plainly: ");
  }
  await expect(reviewer!.getByText(/^Saved \d/).first()).toBeVisible();
  await lead!.getByRole("button", { name: /back to the library/ }).click();
  const back = await pack(reviewer!, await copyAddress(lead!));
  await drop(lead!, back);
  const known = dialog(lead!, "A review package from Rae Reviewer");
  await known.getByText(/^I have compared it/).click();
  await known.getByRole("button", { name: /See/ }).click();
  await expect(
    lead!.getByText(/the review as assigned there: to Rae Reviewer, due on 31 Jan 2020/),
  ).toBeVisible();
  await lead!.getByRole("button", { name: "Take everything" }).click();
  await lead!.getByRole("button", { name: /^Take (?!everything)/ }).click();
  await expect(text(lead!)).toContainText("Plainly: Senior managers");
  await expect(text(lead!)).toContainText("Plainly: The evidence evaluated");
  await stageMenu(lead!, /^Report details/);
  await expect(dialog(lead!, /details/).getByLabel("Day its review is due")).toHaveValue("2020-01-31");
});

test("Ctrl+Z after a suggestion was taken opens its thread again, and Ctrl+Y settles it", async ({
  page,
}) => {
  await openSample(page, await start());
  await workAs(page, "Lena Lead", "lead");
  const words = "Senior managers are ineffective";
  await selectWords(page, words);
  await page.keyboard.press("Control+Alt+m");
  await page.getByRole("radio", { name: /^Other words/ }).click();
  await page.getByLabel("Suggest other words").fill("Some managers are not effective");
  await page.keyboard.press("Enter");
  const thread = page.getByRole("tabpanel").getByRole("article").filter({ hasText: "suggests" });
  await thread.getByRole("button", { name: /^Take/ }).click();
  await expect(text(page)).toContainText("Some managers are not effective");
  await expect(thread).toHaveCount(0);
  await text(page).focus();
  await page.keyboard.press("Control+z");
  await expect(text(page)).toContainText(words);
  await expect(thread.getByRole("button", { name: /^Take/ })).toBeVisible();
  await page.keyboard.press("Control+y");
  await expect(text(page)).toContainText("Some managers are not effective");
  await expect(thread).toHaveCount(0);
});
