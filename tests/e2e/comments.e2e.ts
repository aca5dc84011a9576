import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample, selectWords as select, workAs } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const WORDS = "Senior managers are ineffective";

const underlined = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get("comment") ?? [])].map((range) => (range as Range).toString()));
const panel = (page: Page) => page.getByRole("tabpanel");
const thread = (page: Page, words: string) => panel(page).getByRole("article").filter({ hasText: words });
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();

test("words are commented on by keyboard, answered, resolved, reopened, and all of it survives a kill", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await select(page, WORDS);
  await page.keyboard.press("Control+Alt+m");
  await expect(page.getByLabel("Comment on these words")).toBeFocused();
  await page.keyboard.type("Which managers?");
  await page.keyboard.press("Enter");
  const said = thread(page, "Which managers?");
  await expect(said.getByText(`“${WORDS}”`)).toBeVisible();
  await expect(said.getByText(/today \d\d:\d\d/)).toBeVisible();
  await expect(page.getByRole("tab", { name: "Comments 1" })).toBeVisible();
  await expect.poll(() => underlined(page)).toEqual([WORDS]);

  // The margin says so, and leads back to the panel.
  await page.getByRole("tab", { name: "Judgement" }).click();
  await page.locator("[data-block-id]", { hasText: WORDS }).getByText("1 comment").click();
  await expect(said).toBeVisible();

  await said.getByRole("button", { name: /^Reply to/ }).click();
  await page.keyboard.type("All of them.");
  await page.keyboard.press("Enter");
  await expect(said.getByRole("paragraph").filter({ hasText: "All of them." })).toBeVisible();
  await expect(said.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await said.getByRole("button", { name: /^Resolve/ }).click();
  await expect(panel(page).getByText(/^Nothing is open/)).toBeVisible();
  await expect.poll(() => underlined(page)).toEqual([]);
  await plumbline.stop("SIGKILL");

  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Comments" }).click();
  await panel(page).getByRole("radio", { name: /^All/ }).click();
  await expect(said.getByText(/^Resolved by .+, today/)).toBeVisible();
  await said.getByRole("button", { name: /^Reopen/ }).click();
  await expect(said.getByText("All of them.")).toBeVisible();
  await expect.poll(() => underlined(page)).toEqual([WORDS]);
});

test("words of a cell are commented on and suggested for, and undo opens the thread again", async ({
  page,
}) => {
  await openSample(page, (await desk.start()).address);
  await workAs(page, "Lena Lead", "lead");
  await page.locator("[data-block-id]", { hasText: WORDS }).first().click();
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByRole("menuitem", { name: "Insert a table…" }).click();
  await page.getByLabel(/^Rows/).fill("3");
  await page.getByLabel(/^Columns/).fill("2");
  await page.getByRole("button", { name: "Insert the table" }).click();
  for (const words of ["Visit", "Children", "On time", "Twelve of them", "Late", "Twelve of them"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
  }
  const cells = page.locator("[data-block-id]", { hasText: "Twelve of them" }).locator("td, th");
  await expect(cells.filter({ hasText: "Twelve of them" })).toHaveCount(2);
  const last = cells.nth(5);
  await last.getByText("Twelve").dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.press("Control+Alt+m");
  await page.getByRole("radio", { name: /^Other words/ }).click();
  await expect(page.getByLabel("Suggest other words")).toHaveValue("Twelve");
  await page.getByLabel("Suggest other words").fill("Nine");
  await page.keyboard.press("Enter");
  const said = thread(page, "suggests");
  await expect(said).toContainText("row 3, column 2");
  await expect.poll(() => underlined(page)).toEqual(["Twelve"]);

  await said.getByRole("button", { name: /^Take/ }).click();
  await expect(last).toHaveText("Nine of them");
  await expect(cells.filter({ hasText: "Twelve of them" })).toHaveCount(1);
  await expect(said).toHaveCount(0);
  await page.getByRole("textbox", { name: "Report text" }).focus();
  await page.keyboard.press("Control+z");
  await expect(cells.filter({ hasText: "Twelve of them" })).toHaveCount(2);
  await expect(said.getByRole("button", { name: /^Take/ })).toBeVisible();
});

test("a comment keeps to its words while they move, and says when they are gone", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await select(page, "ineffective");
  await page.keyboard.press("Control+Alt+m");
  await page.keyboard.type("Strong word.");
  await page.keyboard.press("Enter");
  const said = thread(page, "Strong word.");
  await expect(said.getByText(/^Paragraph \d+$/)).toBeVisible();
  await said.getByText("“ineffective”").click();
  await expect(page.getByRole("textbox", { name: "Report text" })).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()!.toString())).toBe("ineffective");
  // Words in front of it move it along.
  await page.keyboard.press("Home");
  await page.keyboard.type("We say that ");
  await expect.poll(() => underlined(page)).toEqual(["ineffective"]);
  await said.getByText("“ineffective”").click();
  await page.keyboard.press("Delete");
  await expect(said.getByText(/the words it was about are gone/)).toBeVisible();
  await expect.poll(() => underlined(page)).toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(said.getByText(/^Paragraph \d+$/)).toBeVisible();
  await saved(page);
});

test("the note in the margin brings its comment into view among many, by mouse and by keyboard, again and again", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  for (let each = 1; each <= 9; each += 1) {
    await select(page, each === 9 ? WORDS : "One Cornwall");
    await page.keyboard.press("Control+Alt+m");
    await page.keyboard.type(`Remark ${each}. ${"It needs a source. ".repeat(12)}`);
    await page.keyboard.press("Enter");
    await expect(thread(page, `Remark ${each}.`)).toBeVisible();
  }
  const last = thread(page, "Remark 9.");
  const away = async (): Promise<void> => {
    await panel(page).evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(last).not.toBeInViewport();
  };
  const note = page.locator("[data-block-id]", { hasText: WORDS }).getByText("1 comment");
  await away();
  await note.click();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await expect(last).toHaveAttribute("aria-current", "true");
  await away();
  await select(page, WORDS);
  await page.keyboard.press("Control+Alt+g");
  while (!(await note.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(last).toBeInViewport({ ratio: 0.9 });
});

test("one's own comment is removed, and undo brings it back; without words there is nothing to say", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Comments" }).click();
  await expect(panel(page).getByText(/exported only where you ask/)).toBeVisible();
  await panel(page).getByRole("button", { name: "Comment…" }).click();
  await expect(page.getByText(/Select the words/).last()).toBeVisible();
  await select(page, WORDS);
  await panel(page).getByRole("button", { name: "Comment…" }).click();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Comment on these words")).toBeFocused();
  await page.keyboard.type("To be removed.");
  await page.keyboard.press("Enter");
  const said = thread(page, "To be removed.");
  await said.getByRole("button", { name: /^Remove/ }).click();
  await expect(said).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(said).toBeVisible();
});

test("the panel has nothing that axe objects to", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("tab", { name: "Comments" }).click();
  expect(await audit(page)).toEqual([]);
  for (const words of [WORDS, "One Cornwall"]) {
    await select(page, words);
    await page.keyboard.press("Control+Alt+m");
    await page.keyboard.type(`On ${words}.`);
    expect(await audit(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(thread(page, `On ${words}.`)).toBeVisible();
  }
  await thread(page, "On One")
    .getByRole("button", { name: /^Resolve/ })
    .click();
  await panel(page).getByRole("radio", { name: /^All/ }).click();
  await thread(page, "On Senior")
    .getByRole("button", { name: /^Reply/ })
    .click();
  expect(await audit(page)).toEqual([]);
});
