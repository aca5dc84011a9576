import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { audit } from "#tests/e2e/axe.ts";
import { type Desk, newDesk, openSample } from "#tests/e2e/workstation.ts";

let desk: Desk;
test.beforeEach(() => {
  desk = newDesk();
});
test.afterEach(() => desk.clear());

const text = (page: Page) => page.getByRole("textbox", { name: "Report text" });
const size = (page: Page) => page.getByRole("button", { name: /^Size of the page/ });
const lineHeight = (page: Page): Promise<number> =>
  page
    .locator("p[class*=text]")
    .first()
    .evaluate((line) => line.getClientRects()[0]!.height);

test("the page grows by keys, wheel and menu, and is as large after a restart", async ({ page }) => {
  let plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await text(page).focus();
  const before = await lineHeight(page);
  await page.keyboard.press("Control+=");
  await expect(size(page)).toHaveText(/110%/);
  await page.keyboard.press("Control+-");
  await page.keyboard.press("Control+-");
  await expect(size(page)).toHaveText(/90%/);
  await page.keyboard.press("Control+0");
  await expect(size(page)).toHaveText(/100%/);
  await text(page).hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -100);
  await page.keyboard.up("Control");
  await expect(size(page)).toHaveText(/110%/);
  await size(page).click();
  await page.getByRole("menuitemradio", { name: "200%" }).click();
  await expect(size(page)).toHaveText(/200%/);
  expect(await lineHeight(page)).toBeGreaterThan(before * 1.5);
  // Larger text runs on in more lines, never off the side.
  const beyond = await page
    .locator("article[aria-label=Report]")
    .evaluate(
      (sheet) => sheet.getBoundingClientRect().right - sheet.parentElement!.getBoundingClientRect().right,
    );
  expect(beyond).toBeLessThanOrEqual(0);
  await plumbline.stop();
  plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await expect(size(page)).toHaveText(/200%/);
});

test("the grip of a paragraph stands beside it, however large the page is shown", async ({ page }) => {
  await openSample(page, (await desk.start()).address);
  const paragraph = page.locator("[data-block-id]", { hasText: "discussions with 79 children" }).first();
  const grip = page.getByTitle(/^Drag to move/);
  for (const zoom of ["100%", "150%"]) {
    await size(page).click();
    await page.getByRole("menuitemradio", { name: zoom }).click();
    await paragraph.hover();
    const off = async (): Promise<number> =>
      Math.abs((await grip.boundingBox())!.y - (await paragraph.boundingBox())!.y);
    await expect.poll(off).toBeLessThan(6);
  }
});

test("words by section, and of what is selected", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.locator("p[class*=text]").first().click({ clickCount: 2 });
  await page.keyboard.press("Control+Shift+g");
  const dialog = page.getByRole("dialog", { name: "Words" });
  await expect(dialog.getByText("1 word selected")).toBeVisible();
  const report = dialog.getByRole("row", { name: /^Whole report/ });
  const total = Number((await report.getByRole("cell").textContent())!.replace(",", ""));
  expect(total).toBeGreaterThan(10_000);
  await expect(dialog.getByRole("row").nth(3)).toHaveText(/\d+$/);
  expect(await audit(page)).toEqual([]);
  await dialog.getByRole("row").nth(4).getByRole("button").click();
  await expect(dialog).toHaveCount(0);
  await expect(text(page)).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`high contrast is chosen, kept, and has contrast to spare, on a ${colorScheme} desktop`, async ({
    page,
  }) => {
    let plumbline = await desk.start();
    await page.emulateMedia({ colorScheme });
    await openSample(page, plumbline.address);
    await page.getByRole("button", { name: "Theme" }).click();
    await page.getByRole("menuitemradio", { name: "High contrast" }).click();
    await page.keyboard.press("Escape");
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
    await page.getByRole("tab", { name: /^Findings/ }).click();
    const { violations } = await new AxeBuilder({ page })
      .options({
        runOnly: ["color-contrast-enhanced"],
        rules: { "color-contrast-enhanced": { enabled: true } },
      })
      .analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map(({ html }) => html))).toEqual([]);
    await plumbline.stop();
    plumbline = await desk.start();
    await openSample(page, plumbline.address);
    await expect(page.locator("html")).toHaveAttribute("data-contrast", "more");
  });

test("nothing moves when that is asked for", async ({ page }) => {
  const plumbline = await desk.start();
  await openSample(page, plumbline.address);
  await page.getByRole("button", { name: "Theme" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Reduce motion" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-motion", "none");
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration + animationDuration);
      }).length,
  );
  expect(moving).toBe(0);
});

test("at 400 % everything is in one column, within 320 px, find bar and dialogues too", async ({ page }) => {
  const plumbline = await desk.start();
  await page.setViewportSize({ width: 320, height: 256 });
  await openSample(page, plumbline.address);
  /** What sticks out of the window at the side and is no table, which may scroll by itself. */
  const wide = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("body *")]
        .filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          return (
            width > 1 &&
            right > window.innerWidth + 1 &&
            element.checkVisibility({ checkVisibilityCSS: true }) &&
            !element.closest(
              'table, [data-kind=table], .visually-hidden, [data-testid="hidden-select-container"]',
            )
          );
        })
        .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 30)}`),
    );
  expect(await wide()).toEqual([]);
  await page.keyboard.press("Control+h");
  await page.keyboard.type("care");
  await expect(page.getByRole("search")).toBeInViewport();
  expect(await wide()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Shift+g");
  await expect(
    page.getByRole("dialog", { name: "Words" }).getByRole("button", { name: "Done" }),
  ).toBeInViewport();
  expect(await wide()).toEqual([]);
  await page.keyboard.press("Escape");
  for (const tab of ["Evidence", "Judgement", /^Findings/]) {
    await page.getByRole("tab", { name: tab }).click();
    expect(await wide()).toEqual([]);
  }
  await size(page).click();
  await expect(page.getByRole("menu", { name: "Size of the page" })).toBeInViewport();
  expect(await wide()).toEqual([]);
});
