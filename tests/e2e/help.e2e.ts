import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { KEYMAP } from "#renderer/commands/keymap.ts";
import { takeWalk, WALK_PICTURES } from "#tools/screenshots/walk.ts";
import { audit, EVERY_LOOK } from "#tests/e2e/axe.ts";
import { type Desk, exportAs, gradeOverall, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const help = (page: Page) => page.getByRole("dialog", { name: "Help" });
const palette = (page: Page) => page.getByRole("dialog", { name: "Commands" });
const tour = (page: Page) => page.getByRole("region", { name: "Tour" });
const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const openLibrary = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.getByRole("row", { name: /Cornwall/ }).first()).toBeVisible();
};

test("F1 in the text, a search by keys alone, and Escape back to the caret", async ({ page }) => {
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const paragraph = page.locator("[data-kind=paragraph][data-block-id]").nth(3);
  await paragraph.click();
  await page.keyboard.press("Home");
  await page.keyboard.type("Here: ");
  await page.keyboard.press("F1");
  await expect(help(page).getByRole("searchbox", { name: "Search the manual" })).toBeFocused();
  await page.keyboard.type("dictionar");
  await expect(help(page).getByRole("option").first()).toHaveText(/^Write: Spelling/);
  await expect(help(page).getByRole("option").first().locator("mark").first()).toHaveText(/dictionar/i);
  // As quickly as hands are: Enter shows what is pointed at, though the library says it half a second late.
  await page.waitForTimeout(700);
  for (const key of ["y", "ArrowDown", "ArrowUp", "Enter"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
  }
  await expect(help(page).getByRole("article", { name: "Write" })).toBeVisible();
  // The arrows walk what was found; Enter shows it, and the field keeps the focus.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(help(page).getByRole("article", { name: "When something goes wrong" })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(help(page).getByRole("article", { name: "Write" })).toBeVisible();
  await expect(help(page).getByRole("heading", { name: "Spelling" })).toBeInViewport();
  // The first Escape empties the search, the next one leaves.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(help(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("again ");
  await expect(paragraph).toContainText("Here: again ");

  // The page is remembered, after a restart too.
  await page.keyboard.press("F1");
  await expect(help(page).getByRole("article", { name: "Write" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
  await plumbline.stop();
  plumbline = await desk.start();
  await openLibrary(page, plumbline.address);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await expect(help(page).getByRole("article", { name: "Write" })).toBeVisible();
});

test("pages lead to one another, arrows walk the contents, pictures are there, a dialogue can ask for help", async ({
  page,
}) => {
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  const plumbline = await desk.start();
  await openLibrary(page, plumbline.address);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await help(page).getByRole("link", { name: "Settle the findings" }).click();
  await expect(help(page).getByRole("article", { name: "Settle the findings" })).toBeFocused();
  await help(page).getByRole("option", { name: "The main job in three minutes" }).click();
  const picture = help(page).getByRole("img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1366);
  await page.keyboard.press("Escape");
  await expect(help(page)).toHaveCount(0);

  await page.getByRole("button", { name: "New report…" }).click();
  await page.keyboard.press("F1");
  await expect(help(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "New report" })).toBeVisible();
  expect(refused).toEqual([]);
});

test("the palette on the library: recent reports, what was used last first, and why something cannot be done", async ({
  page,
}) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.keyboard.press("Control+o");
  await expect(page.getByRole("heading", { name: "Reports", exact: true })).toBeVisible();

  await page.keyboard.press("Alt+q");
  await expect(palette(page)).toBeVisible();
  await expect(palette(page).getByRole("menuitem", { name: /^Colours: as the desktop/ })).toContainText(
    "In use now.",
  );
  await page.keyboard.type("dark");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("menuitem").first()).toHaveText(/^Colours: dark/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("In use now.")).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("open cornwall");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("row above");
  await expect(palette(page).getByRole("menuitem")).toContainText("Put the caret in a table first.");
  // Words in the field or not, one Escape leaves.
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press("Control+o");
  await expect(page.getByRole("heading", { name: "Reports", exact: true })).toBeVisible();
  await page.keyboard.press("Control+n");
  await expect(page.getByRole("dialog", { name: "New report" })).toBeVisible();
});

test("every command with a key is called what the table of keys calls it", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const named = new Map<string, string>(Object.values(KEYMAP).map(({ shown, does }) => [shown, does]));
  const listed = async (): Promise<[title: string, key: string][]> => {
    await page.keyboard.press("Control+k");
    const lines = await palette(page)
      .getByRole("menuitem")
      .filter({ has: page.locator("kbd") })
      .evaluateAll((items) =>
        items.map((item): [string, string] => [
          item.firstElementChild!.textContent,
          item.querySelector("kbd")!.textContent,
        ]),
      );
    await page.keyboard.press("Escape");
    return lines;
  };
  const report = await listed();
  expect(report.length).toBeGreaterThan(30);
  for (const [title, key] of report) expect.soft(title, key).toBe(named.get(key));
});

test("the palette in help and in a comparison", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.keyboard.press("F1");
  await expect(help(page)).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await page.keyboard.type("grade, and");
  await page.keyboard.press("Enter");
  await expect(help(page).getByRole("article", { name: /^Grade, and see/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(help(page)).toHaveCount(0);

  await page.locator("[data-kind=paragraph][data-block-id]").nth(3).click();
  await page.keyboard.type("Changed. ");
  await expect(page.getByText(/^Saved \d\d:\d\d/).first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("versions:");
  await page.keyboard.press("Enter");
  await page
    .getByRole("button", { name: /^Compare/ })
    .last()
    .click();
  await expect(page.getByRole("table", { name: "Two versions side by side" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("back to the text");
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeVisible();
});

test("the tour sees what was done, stays away once ended, and comes when it is asked for", async ({
  page,
}) => {
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await expect(tour(page)).toContainText("See what was found");
  // Nobody's focus is taken.
  expect(await tour(page).evaluate((card) => card.contains(document.activeElement))).toBe(false);
  await page.getByRole("tab", { name: /^Findings/ }).click();
  await expect(tour(page)).toContainText("✓ See what was found");
  await expect(tour(page)).toContainText("Go to the words");
  await expect(page.getByText(/\d+ errors?, \d+ warnings?/)).toBeVisible();
  await text(page).focus();
  await page.keyboard.press("F7");
  await expect(tour(page)).toContainText("Change the words");
  await page.keyboard.press("Delete");
  await expect(tour(page)).toContainText("See it go");
  await page.keyboard.press("Control+z");
  await page
    .getByRole("article")
    .filter({ has: page.getByRole("button", { name: "Why?" }) })
    .getByRole("button", { name: "Dismiss…" })
    .or(tour(page).getByText("Set a grade"))
    .first()
    .waitFor();
  if (await tour(page).getByText("See it go").isVisible()) {
    await page.locator("article[aria-current=true]").getByRole("button", { name: "Dismiss…" }).click();
    await page.keyboard.type("Quoted as it was said.");
    await page.keyboard.press("Enter");
  }
  await expect(tour(page)).toContainText("Set a grade");
  await gradeOverall(page, "3 Adequate");
  await expect(tour(page)).toContainText("See what carries it");
  await page
    .getByRole("region", { name: "Backing" })
    .getByRole("listitem")
    .first()
    .getByRole("button")
    .click();
  await expect(tour(page)).toContainText("Hand it on");
  await exportAs(page, "HTML");
  await expect(tour(page)).toContainText("That is the main job");
  await tour(page).getByRole("button", { name: "End the tour" }).click();
  await expect(tour(page)).toHaveCount(0);

  await plumbline.stop();
  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await expect(page.getByText(/\d+ errors?, \d+ warnings?/)).toBeVisible();
  await expect(tour(page)).toHaveCount(0);
  await page.keyboard.press("F1");
  await help(page).getByRole("button", { name: "Take the tour" }).click();
  await expect(tour(page)).toContainText("1 of 7");
  await tour(page).getByRole("button", { name: "Skip this step" }).click();
  await expect(tour(page)).toContainText("2 of 7");
});

test("help, tour and palettes: axe finds nothing", async ({ page }) => {
  const plumbline = await desk.start();
  await openLibrary(page, plumbline.address);
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("F1");
  await expect(help(page)).toBeVisible();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.type("word");
  await expect(help(page).getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await page.keyboard.press("Escape");
  await help(page).getByRole("option", { name: "The keys of every command" }).click();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
  await help(page).getByRole("button", { name: "Take the tour on the sample" }).click();
  await expect(tour(page)).toBeVisible();
  await tour(page).getByRole("button", { name: "Skip this step" }).click();
  expect(await audit(page, { looks: EVERY_LOOK })).toEqual([]);
});

test("help and tour at 320 px and at 1024 px: nothing sticks out", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  const wide = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("[role=dialog] *, section[aria-label=Tour] *")]
        .filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          return width > 1 && right > window.innerWidth + 1 && !element.closest("table, .visually-hidden");
        })
        .map((element) => `${element.tagName}.${element.className}`),
    );
  for (const size of [
    { width: 1024, height: 768 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size);
    await expect(tour(page)).toBeVisible();
    expect(await wide()).toEqual([]);
    await page.keyboard.press("F1");
    for (const title of ["Write", "The keys of every command", "The main job in three minutes"]) {
      await help(page).getByRole("option", { name: title, exact: true }).click();
      await expect(help(page).getByRole("article", { name: title, exact: true })).toBeVisible();
      expect(await wide()).toEqual([]);
    }
    await page.keyboard.press("Escape");
    await expect(help(page)).toHaveCount(0);
  }
});

test("the walk of the manual is what the program does", async ({ page }) => {
  const plumbline = await desk.start();
  const folder = mkdtempSync(join(tmpdir(), "plumbline-walk-"));
  try {
    await takeWalk(page, plumbline.address, folder);
    expect(readdirSync(folder).toSorted()).toEqual([...WALK_PICTURES].toSorted());
    for (const name of WALK_PICTURES) expect(statSync(join(folder, name)).size).toBeGreaterThan(10_000);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
